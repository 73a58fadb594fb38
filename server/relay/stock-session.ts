import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { ClientId } from '../../src/domain/ledger/ids.ts'
import { type CloseCode, closeCodes } from '../../src/sync/close-codes.ts'
import { type CarriedRun, decodeUpdate, encodeUpdate } from '../../src/sync/update.ts'
import type { LogEntry } from '../store/row-store.ts'
import { accessOf } from './access.ts'
import { answer, readsOf, weightOf } from './answer.ts'
import type { Authenticated } from './authenticated.ts'
import type { Broadcast, Connection, Reader } from './hub.ts'
import { Peer } from './peer.ts'
import type { Surroundings } from './session.ts'

const syncMessage = 0
const awarenessMessage = 1
const queryAwarenessMessage = 3
const step1 = 0
const step2 = 1
const update = 2

const page = 500
/** A state vector of more writers than any document has. */
const vectorLimit = 100_000

/**
 * A stock y-websocket client: one document a socket, states compared by state vector, no receipts shown, the same
 * four answers. A gap is answered with our state vector, a refusal by closing.
 */
export class StockSession implements Connection, Reader {
  private readonly peer: Peer
  private readonly timer: NodeJS.Timeout
  private open = true
  /** The latest state vector that was not answered yet. */
  private asked: Map<ClientId, number> | undefined

  constructor(
    number: number,
    socket: WebSocket,
    private readonly around: Surroundings,
    readonly document: DocumentId,
    readonly authenticated: Authenticated,
  ) {
    this.peer = new Peer(number, socket, around.logger, {
      message: (bytes) => this.receive(bytes),
      room: () => undefined,
      closed: () => this.closed(),
    })
    const pause = Math.min(authenticated.expires - around.log.now(), 2 ** 31 - 1)
    this.timer = setTimeout(() => this.close(closeCodes.notSignedIn), pause)
    this.timer.unref()
    around.hub.connections.add(this)
    around.hub.subscribe(this)
    this.after(this.sendStep1())
  }

  close(code: CloseCode): void {
    this.open = false
    this.peer.close(code)
  }

  /** The stock client redials after 30 s without a message, and pings are none to it: an empty awareness says nothing. */
  beat(): void {
    this.peer.beat()
    this.send(awarenessMessage, (encoder) => encoding.writeVarUint8Array(encoder, new Uint8Array([0])))
  }

  terminate(): void {
    this.peer.terminate()
  }

  offer({ entries }: Broadcast): void {
    // It has no place in the log to go on from: dialling again, it says what it has.
    if (!this.peer.hasRoom()) this.close(closeCodes.goingAway)
    else this.sendRuns(update, entries.flatMap(carried))
  }

  review(): void {
    if (accessOf(this.around.log, this.authenticated, this.document) !== 'read')
      this.close(closeCodes.revoked)
  }

  private receive(bytes: Uint8Array): void {
    const message = readMessage(bytes)
    if (message === 'presence') return
    if (message === null) this.close(closeCodes.malformedFrame)
    else if (message.kind === 'vector') this.ask(message.vector)
    else this.take(message.update)
  }

  private take(payload: Uint8Array): void {
    const { log } = this.around
    const decoded = decodeUpdate(payload)
    if (!decoded.ok) {
      this.refuse(decoded.fault)
      return
    }
    if (decoded.runs.length === 0) return
    const answered = log.submit(
      readsOf(this.document, decoded.runs),
      (written) => this.open && answer(written, this.document, this.authenticated, decoded.runs),
      weightOf(decoded.runs),
    )
    this.after(
      answered.then((found) => {
        if (found && found.kind === 'refused') this.refuse(found.code)
        else if (found && found.kind === 'resync') return this.sendStep1()
      }),
    )
  }

  /** When the disk refuses, nobody is answered: the client dials again. */
  private after(done: Promise<void>): void {
    done.catch((err: unknown) => {
      this.around.logger.error({ connection: this.peer.number, err }, 'commit failed')
      this.close(closeCodes.goingAway)
    })
  }

  private refuse(code: string): void {
    this.around.logger.warn({ connection: this.peer.number, code }, 'refused')
    this.close(code === 'noRight' ? closeCodes.revoked : closeCodes.malformedFrame)
  }

  /** Answers in a turn of its own: whoever asks again before that is answered once, and who never reads not at all. */
  private ask(vector: Map<ClientId, number>): void {
    if (!this.asked)
      setImmediate(() => {
        const latest = this.asked!
        this.asked = undefined
        if (!this.open) return
        if (this.peer.hasRoom()) this.after(this.sendMissing(latest))
        else this.close(closeCodes.goingAway)
      })
    this.asked = vector
  }

  /** What is stored beyond the client's state vector, whatever the holes on either side. */
  private async sendMissing(vector: Map<ClientId, number>): Promise<void> {
    const { store } = this.around.log
    const runs: CarriedRun[] = []
    for (let after = 0; ; after += page) {
      const entries = await store.entries(this.document, after, page)
      for (const { client, clock, elements } of entries.flatMap(carried)) {
        const from = Math.max(0, (vector.get(client) ?? 0) - clock)
        if (from < elements.length) runs.push({ client, clock: clock + from, elements: elements.slice(from) })
      }
      if (entries.length < page) break
    }
    if (this.open) this.sendRuns(step2, runs)
  }

  private async sendStep1(): Promise<void> {
    const writers = await this.around.log.store.writers(this.document)
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, writers.size)
    for (const [client, { next }] of writers) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, next)
    }
    this.sendSync(step1, encoding.toUint8Array(encoder))
  }

  private sendRuns(kind: number, runs: readonly CarriedRun[]): void {
    if (runs.length > 0 || kind === step2) this.sendSync(kind, encodeUpdate(runs))
  }

  private sendSync(kind: number, payload: Uint8Array): void {
    this.send(syncMessage, (encoder) => {
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, payload)
    })
  }

  private send(type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.peer.send(encoding.toUint8Array(encoder))
  }

  private closed(): void {
    this.open = false
    clearTimeout(this.timer)
    this.around.hub.unsubscribe(this)
    this.around.hub.connections.delete(this)
  }
}

function carried({ receipt: { client, clock }, elements }: LogEntry): CarriedRun[] {
  return elements ? [{ client, clock, elements }] : []
}

type Message =
  | { kind: 'vector'; vector: Map<ClientId, number> }
  | { kind: 'update'; update: Uint8Array }
  /** Presence of others is no business of a journal: what is said of it goes nowhere. */
  | 'presence'

/** Reads a message of y-protocols; null when it is none. */
function readMessage(bytes: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === awarenessMessage || type === queryAwarenessMessage) return 'presence'
    if (type !== syncMessage) return null
    const kind = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (kind === step1) return { kind: 'vector', vector: readVector(payload) }
    return kind === step2 || kind === update ? { kind: 'update', update: payload } : null
  } catch {
    return null
  }
}

function readVector(bytes: Uint8Array): Map<ClientId, number> {
  const decoder = decoding.createDecoder(bytes)
  const size = decoding.readVarUint(decoder)
  if (size > vectorLimit) throw new Error('state vector is too long')
  const vector = new Map<ClientId, number>()
  for (let i = 0; i < size; i++) {
    const client = decoding.readVarUint(decoder)
    vector.set(client, decoding.readVarUint(decoder))
  }
  return vector
}
