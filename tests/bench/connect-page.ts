import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { People } from '../../src/device/people.ts'
import { PersonSession } from '../../src/device/person-session.ts'
import { secretNames } from '../../src/device/secret-names.ts'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { AccountClient, type SignedIn } from '../../src/sync/account-client.ts'
import { decodeRelayFrame } from '../../src/sync/frames.ts'
import type { LineSocketConstructor } from '../../src/sync/line-socket.ts'
import { realSchedule } from '../../src/sync/schedule.ts'
import { type Sync, startSync } from '../../src/sync/sync.ts'
import { sealedTokens } from '../../src/sync/tokens.ts'

/** A connection of all documents: how long it took, ms, and what the sockets' messages held, bytes. */
export interface Connected {
  took: number
  up: number
  down: number
}

/** A WebSocket that counts what goes through; the browser's own otherwise. */
class CountingSocket extends WebSocket {
  static up = 0
  static down = 0
  static heard: (data: ArrayBuffer) => void = () => {}

  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols)
    this.addEventListener('message', ({ data }) => {
      CountingSocket.down += (data as ArrayBuffer).byteLength
      CountingSocket.heard(data as ArrayBuffer)
    })
  }

  override send(data: Uint8Array<ArrayBuffer>): void {
    CountingSocket.up += data.byteLength
    super.send(data)
  }
}

/** ms after which something is wrong. */
const patience = 60_000
const url = `ws://${location.host}/sync`

/** Waits for `all` to have been told so many times. */
function told(times: number): { tell: () => void; all: Promise<void> } {
  let left = times
  let done = () => {}
  const all = new Promise<void>((resolve) => {
    done = resolve
  })
  return {
    tell: () => {
      if (--left === 0) done()
    },
    all,
  }
}

async function timed(run: () => Promise<void>): Promise<Connected> {
  CountingSocket.up = 0
  CountingSocket.down = 0
  const from = performance.now()
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('not connected in time')), patience)
  })
  await Promise.race([run(), late])
  return { took: performance.now() - from, up: CountingSocket.up, down: CountingSocket.down }
}

/** The app's way: one line, documents kept on the disk, a provider for each on a virtual socket. */
class OurSide {
  private sync: Sync | null = null

  private constructor(
    private readonly session: PersonSession,
    private readonly documents: readonly DocumentId[],
    private readonly clockOffset: number,
  ) {}

  static async open(
    signedIn: SignedIn,
    documents: readonly DocumentId[],
    clockOffset: number,
  ): Promise<OurSide> {
    const { user, device, person, name, roles, school, access, accessExpires, refresh } = signedIn
    const added = await new People().addPerson({ user, device, label: name }, '582913', {
      [secretNames.profile]: { person, name, roles, school },
      [secretNames.tokens]: { access, accessExpires, refresh },
    })
    if (!added.ok) throw new Error(added.code)
    const session = await PersonSession.start(added.person, added.key, { app: 'bench', onAutoLock: () => {} })
    for (const id of documents) await session.open(id)
    return new OurSide(session, documents, clockOffset)
  }

  /** Connects; done when every document is caught up, on the disk and folded. */
  async connect(): Promise<Connected> {
    const { session, documents, clockOffset } = this
    const caughtUp = told(documents.length)
    CountingSocket.heard = (data) => {
      if (decodeRelayFrame(new Uint8Array(data)).frame.kind === 'caughtUp') caughtUp.tell()
    }
    return timed(async () => {
      const sync = startSync(session, {
        url,
        socket: CountingSocket as unknown as LineSocketConstructor,
        tokens: sealedTokens(session.store, new AccountClient('', fetch)),
        app: 'bench',
        documents: () => documents,
        // The school's clock, or tokens seem to have ended.
        schedule: { ...realSchedule, now: () => Date.now() + clockOffset },
      })
      this.sync = sync
      await caughtUp.all
      const stored = () => sync.status.get().progress.ready === documents.length
      await new Promise<void>((resolve) => {
        const look = () => stored() && resolve()
        sync.status.subscribe(look)
        look()
      })
      await Promise.all(session.opened.get().map((document) => document.refresh()))
    })
  }

  disconnect(): void {
    this.sync?.stop()
  }
}

/** The stock way: a provider and a socket for each document, documents in memory. */
class StockSide {
  private readonly docs: { document: DocumentId; doc: Y.Doc }[]
  private providers: WebsocketProvider[] = []

  constructor(
    private readonly token: string,
    documents: readonly DocumentId[],
  ) {
    this.docs = documents.map((document) => ({ document, doc: new Y.Doc() }))
  }

  /** Connects; done when every provider says that it is synced. */
  async connect(): Promise<Connected> {
    CountingSocket.heard = () => {}
    const synced = told(this.docs.length)
    return timed(async () => {
      this.providers = this.docs.map(({ document, doc }) => {
        const provider = new WebsocketProvider(url, document, doc, {
          protocols: ['parta', `ticket.${this.token}`],
          WebSocketPolyfill: CountingSocket,
          disableBc: true,
        })
        provider.on('sync', (is: boolean) => is && synced.tell())
        return provider
      })
      await synced.all
    })
  }

  disconnect(): void {
    for (const provider of this.providers) provider.destroy()
  }
}

declare global {
  var sides: { OurSide: typeof OurSide; StockSide: typeof StockSide }
  var side: OurSide | StockSide
}
globalThis.sides = { OurSide, StockSide }
