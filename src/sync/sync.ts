import { Observable } from '../device/observable.ts'
import type { OpenDocument } from '../device/open-document.ts'
import type { PersonSession } from '../device/person-session.ts'
import type { DocumentId } from '../domain/ledger/documents.ts'
import { Channel } from './channel.ts'
import { DocumentLink } from './document-link.ts'
import { Line } from './line.ts'
import type { LineSocketConstructor } from './line-socket.ts'
import type { LineState } from './line-state.ts'
import type { Path, PathState } from './path.ts'
import { realSchedule, type Schedule } from './schedule.ts'
import type { Tokens } from './tokens.ts'

export interface SyncStatus {
  line: LineState
  /** Device time since when the line is as it is, ms since 1970. */
  since: number
  /** Facts on this device that the relay has not receipted, and since when. */
  waiting: { facts: number; since: number | null }
  /** Device time when something last came from the relay, ms; null in this session not yet. */
  lastSynced: number | null
  /** Documents whose first download is complete, of all wanted. */
  progress: { ready: number; total: number }
  /** Documents that the relay does not give to this person now. */
  denied: readonly DocumentId[]
  /** The relay's disk is full: of what waits some can't be stored there. */
  noRoom: boolean
  /** How far the app's clock is behind the relay's, ms; null while unknown. */
  clockSkew: number | null
  /** How frames travel, and who answers while there is no line. */
  path: PathState
}

export interface SyncOptions {
  /** `wss://…/sync` */
  url: string
  /** The browser's, or a path's. */
  socket: LineSocketConstructor
  path?: Path
  tokens: Tokens
  /** Version of the app. */
  app: string
  /** Documents this person works with, today's first; asked again whenever what is known changes. */
  documents: () => readonly DocumentId[]
  schedule?: Schedule
  random?: () => number
}

export interface Sync {
  readonly status: Observable<SyncStatus>
  /** Dials at once, or checks the line; also after signing in again. */
  syncNow(): void
  /** Looks again at `documents()`. */
  documentsChanged(): void
  /** Whether a document's first download is done: before, what is not in it may be on its way. */
  isComplete(document: DocumentId): boolean
  stop(): void
}

const socketPath: PathState = { kind: 'socket', answering: null }

/** Keeps an unlocked person's documents in step with the relay until `stop`. Call `stop` before `session.lock`. */
export function startSync(session: PersonSession, options: SyncOptions): Sync {
  return new RunningSync(session, options)
}

class RunningSync implements Sync {
  readonly status: Observable<SyncStatus>
  private readonly line: Line
  private readonly channels = new Map<DocumentId, Channel>()
  private readonly links = new Map<OpenDocument, DocumentLink>()
  private readonly ready = new Set<DocumentId>()
  private readonly schedule: Schedule
  private since: number
  private lastSynced: number | null = null
  private stopped = false
  private reconciling = false
  private readonly stops: (() => void)[]

  constructor(
    private readonly session: PersonSession,
    private readonly options: SyncOptions,
  ) {
    const { url, socket, tokens, app, schedule = realSchedule, random = Math.random } = options
    this.schedule = schedule
    this.since = schedule.now()
    const incarnation = () => this.commonIncarnation()
    this.line = new Line({ url, socket, tokens, app, incarnation, schedule, random })
    this.status = new Observable(this.describe())
    this.stops = [
      this.line.state.subscribe(() => {
        this.since = this.schedule.now()
        this.tell()
        void options.path?.lineIs(this.line.state.get())
      }),
      options.path?.state.subscribe(() => this.tell()) ?? (() => {}),
      session.waiting.subscribe(() => this.tell()),
      session.opened.subscribe(() => this.reconcile()),
      session.store.watch((documents) => {
        if (documents.some((id) => !this.channels.has(id))) this.reconcileSoon()
      }),
      listen(globalThis, 'online', () => this.line.wake()),
      // A line that only seems up is asked at once, and given up when nobody answers.
      listen(globalThis, 'offline', () => this.line.wake()),
      listen(globalThis.document, 'visibilitychange', () => {
        if (globalThis.document.visibilityState === 'visible') this.syncNow()
      }),
    ]
    void this.start()
  }

  syncNow(): void {
    this.reconcile()
    if (['signInAgain', 'revoked'].includes(this.line.state.get())) this.line.dial()
    else this.line.wake()
    for (const channel of this.channels.values()) channel.tryAgain()
  }

  documentsChanged(): void {
    this.reconcile()
  }

  isComplete(document: DocumentId): boolean {
    return this.ready.has(document)
  }

  stop(): void {
    this.stopped = true
    for (const stop of this.stops) stop()
    for (const link of this.links.values()) link.close()
    for (const channel of this.channels.values()) channel.close()
    this.line.stop()
  }

  private async start(): Promise<void> {
    try {
      for (const id of await this.session.store.documents())
        if (await this.session.store.cursor(id)) this.ready.add(id)
      await this.reconcileWaiting()
    } catch (error) {
      // The session shows what is wrong with the storage; the line is tried all the same.
      console.error(error)
    }
    if (!this.stopped) this.line.dial()
  }

  /** Many changes in a row, one look. */
  private reconcileSoon(): void {
    if (this.reconciling) return
    this.reconciling = true
    queueMicrotask(() => {
      this.reconciling = false
      if (!this.stopped) this.reconcileWaiting().catch(console.error)
    })
  }

  /** Documents of which something waits are delivered though nobody opened or wants them any more. */
  private async reconcileWaiting(): Promise<void> {
    const waiting = await this.session.store.waitingDocuments()
    this.reconcile(waiting)
  }

  private reconcile(waiting: readonly DocumentId[] = []): void {
    if (this.stopped) return
    const opened = this.session.opened.get()
    const wanted = new Set([...this.options.documents(), ...opened.map(({ id }) => id), ...waiting])
    for (const id of wanted) if (!this.channels.has(id)) this.channels.set(id, this.channel(id))
    for (const [document, link] of this.links) {
      if (opened.includes(document)) continue
      link.close()
      this.links.delete(document)
    }
    for (const document of opened)
      if (!this.links.has(document))
        this.links.set(document, new DocumentLink(document, this.channels.get(document.id)!))
    this.tell()
  }

  private channel(document: DocumentId): Channel {
    const { user, device, store } = this.session
    const header = { user, device, app: this.options.app }
    const channel: Channel = new Channel({
      document,
      store,
      line: this.line,
      schedule: this.schedule,
      header,
      onNews: () => {
        this.lastSynced = this.schedule.now()
        if (channel.state.get() === 'caughtUp') this.ready.add(document)
        this.tell()
      },
    })
    channel.state.subscribe(() => this.tell())
    channel.lacksRoom.subscribe(() => this.tell())
    return channel
  }

  /** The incarnation that most cursors come from; '' when there is none. Channels of another one get compared. */
  private async commonIncarnation(): Promise<string> {
    const { store } = this.session
    const cursors = await Promise.all([...this.channels.keys()].map((id) => store.cursor(id)))
    const count = new Map<string, number>([['', 0]])
    // An empty document's cursor says nothing of the relay's log.
    for (const cursor of cursors)
      if (cursor && cursor.seq > 0) count.set(cursor.incarnation, (count.get(cursor.incarnation) ?? 0) + 1)
    return [...count].reduce((most, next) => (next[1] > most[1] ? next : most))[0]
  }

  private describe(): SyncStatus {
    const wanted = this.options.documents()
    const denied = [...this.channels.values()].filter((channel) => channel.state.get() === 'denied')
    return {
      line: this.line.state.get(),
      since: this.since,
      waiting: this.session.waiting.get(),
      lastSynced: this.lastSynced,
      progress: { ready: wanted.filter((id) => this.ready.has(id)).length, total: wanted.length },
      denied: denied.map(({ document }) => document),
      noRoom: [...this.channels.values()].some((channel) => channel.lacksRoom.get()),
      clockSkew: this.line.skew === null ? null : this.line.skew + this.schedule.now() - this.session.now(),
      path: this.options.path?.state.get() ?? socketPath,
    }
  }

  private tell(): void {
    if (!this.stopped) this.status.set(this.describe())
  }
}

function listen(target: EventTarget | undefined, event: string, run: () => void): () => void {
  target?.addEventListener?.(event, run)
  return () => target?.removeEventListener?.(event, run)
}
