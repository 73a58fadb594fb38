import { type DocumentId, type DocumentKind, readDocumentId } from '../domain/ledger/documents.ts'
import { type Entry, type Fact, isFact } from '../domain/ledger/fact.ts'
import { Fold } from '../domain/ledger/fold.ts'
import type { FactId } from '../domain/ledger/ids.ts'
import type { Receipt, Row } from '../domain/ledger/receipt.ts'
import { longestPause, Pause } from './pause.ts'
import { storageFault } from './storage-fault.ts'
import type { DeviceStore, Loaded, Position } from './store.ts'
import { type Author, freshClientId, WritingSession } from './writing-session.ts'

export type DocumentState =
  /** Everything entered is on disk, or on its way there. */
  | { kind: 'ready' }
  /** The disk refuses; what was entered is kept in memory and tried again. `why` tells a person what to do. */
  | { kind: 'failing'; why: string }

/** What was entered and is not on disk yet. */
interface Pending {
  facts: readonly Fact[]
  row: Row
  written: () => void
}

/**
 * A document open in this tab: its fold, a writing session, and the queue to the disk. What is entered folds at once
 * and commits in order; what others wrote comes through the store, whichever tab received it.
 */
export class OpenDocument {
  private current: WritingSession
  private folded: Fold
  private position: Position
  private epoch: number
  private status: DocumentState = { kind: 'ready' }
  private readonly queue: Pending[] = []
  private committing: Promise<void> | null = null
  private refreshing: Promise<void> | null = null
  private stale = false
  /** The document was rebuilt since it was loaded. */
  private outdated = false
  private closed = false
  private readonly pause = new Pause()
  /** Rows on disk that the `Y.Doc` does not carry yet. */
  private uncarried: Row[]
  private relayTime = 0
  private readonly listeners = new Set<() => void>()
  private readonly kind: DocumentKind
  private readonly unwatch: () => void
  private changes = 0

  private constructor(
    readonly id: DocumentId,
    private readonly store: DeviceStore,
    private readonly author: Author,
    loaded: Loaded,
  ) {
    this.kind = kindOf(id)
    this.folded = foldOf(loaded)
    this.position = loaded.position
    this.epoch = loaded.epoch
    this.uncarried = loaded.rows
    this.current = this.startSession(loaded)
    this.unwatch = store.watch((documents) => {
      if (documents.includes(id)) this.follow()
    })
  }

  /**
   * Loads a document from the store. Unreceipted rows behind a missing clock are offered anew first: their writer
   * would be blocked for ever. Throws when `id` names no document or the storage can't be read.
   */
  static async open(id: DocumentId, store: DeviceStore, author: Author): Promise<OpenDocument> {
    kindOf(id)
    if (await store.hasHoles(id)) await store.rebuild(id, { kind: 'holes' }, author, freshClientId())
    const document = new OpenDocument(id, store, author, await store.load(id))
    // What came while the disk was read was told to nobody.
    await document.refresh()
    return document
  }

  /** The session that writes now; another one, with another `Y.Doc`, after a rebuild. */
  get session(): WritingSession {
    return this.current
  }

  /** What the document says now; another object after a rebuild. */
  get fold(): Fold {
    return this.folded
  }

  /** Grows with every change of what `fold` or `state` say. */
  get version(): number {
    return this.changes
  }

  get state(): DocumentState {
    return this.status
  }

  /** Whether anything entered is not on disk yet. */
  get unsaved(): boolean {
    return this.queue.length > 0
  }

  /** Calls `listener` after every change; returns how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Enters values. They show at once; the promise resolves, with the ids of the facts written, once they are on
   * disk, and waits as long as the disk refuses. What changes nothing writes nothing. Throws, with nothing entered,
   * when an entry does not fit the attribute schema.
   */
  assert(entries: readonly Entry[]): Promise<readonly FactId[]> {
    const facts = this.current.coin(entries, this.folded)
    if (facts.length === 0) return Promise.resolve([])
    const row = this.current.push(facts)
    const onDisk = new Promise<readonly FactId[]>((resolve) => {
      this.queue.push({ facts, row, written: () => resolve(facts.map(([id]) => id)) })
    })
    this.changed()
    this.pause.end()
    void this.commit()
    return onDisk
  }

  /** Resolves when all that was entered is on disk. */
  async flush(): Promise<void> {
    while (this.queue.length > 0) await this.commit()
  }

  /** Rows for the `Y.Doc` of the current session that it does not carry yet; each is given once. */
  takeUncarried(): Row[] {
    const rows = this.uncarried
    this.uncarried = []
    return rows
  }

  /** Folds receipts that are on disk, without reading them from there again. */
  confirm(receipts: readonly Receipt[]): void {
    const before = this.folded.version
    for (const receipt of receipts) this.folded.receive(receipt)
    if (this.folded.version !== before) this.changed()
  }

  /** Folds what the store has learnt since; calls that overlap share the work. */
  refresh(): Promise<void> {
    this.stale = true
    this.refreshing ??= this.readNews()
    return this.refreshing
  }

  /** Stops listening to the store. What is not on disk yet is still written. */
  async close(): Promise<void> {
    await this.flush()
    this.closed = true
    this.unwatch()
    this.listeners.clear()
    await this.refreshing?.catch(() => undefined)
    this.current.doc.destroy()
  }

  /** Reads news in the background; a disk that can't be read is shown and tried again. */
  private follow(): void {
    this.refresh().then(
      () => {
        if (this.queue.length === 0) this.become({ kind: 'ready' })
      },
      (error: unknown) => {
        if (this.closed) return
        this.become({ kind: 'failing', why: storageFault(error) })
        setTimeout(() => this.follow(), longestPause)
      },
    )
  }

  private async readNews(): Promise<void> {
    try {
      while (this.stale && !this.closed) {
        this.stale = false
        this.take(await this.store.loadSince(this.id, this.position, this.current.client))
        if (this.outdated) this.restart(await this.store.load(this.id))
      }
    } finally {
      this.refreshing = null
    }
  }

  private take(news: Loaded): void {
    if (news.epoch !== this.epoch) {
      this.outdated = true
      return
    }
    this.position = news.position
    if (news.rows.length === 0 && news.receipts.length === 0) return
    const before = this.folded.version
    this.uncarried.push(...news.rows)
    for (const row of news.rows) this.folded.add(row)
    for (const receipt of news.receipts) this.folded.receive(receipt)
    this.advance(this.current, news)
    if (this.folded.version !== before) this.changed()
  }

  /** After a rebuild: a new session; what was not on disk yet goes under it with the same ids. */
  private restart(loaded: Loaded): void {
    const old = this.current
    this.outdated = false
    this.folded = foldOf(loaded)
    this.position = loaded.position
    this.epoch = loaded.epoch
    this.uncarried = loaded.rows
    this.current = this.startSession(loaded)
    for (const pending of this.queue) {
      pending.row = this.current.push(pending.facts)
      this.folded.add(pending.row)
    }
    this.changed()
    old.doc.destroy()
  }

  private startSession(loaded: Loaded): WritingSession {
    const session = new WritingSession(this.author, this.kind, this.folded)
    this.advance(session, loaded)
    return session
  }

  private advance(session: WritingSession, { rows, receipts }: Pick<Loaded, 'rows' | 'receipts'>): void {
    for (const receipt of receipts) this.relayTime = Math.max(this.relayTime, lastReceived(receipt))
    for (const { elements } of rows)
      for (const element of elements) if (isFact(element)) session.receive(element[0], this.relayTime)
  }

  private commit(): Promise<void> {
    if (this.queue.length > 0) this.committing ??= this.writeQueue()
    return this.committing ?? Promise.resolve()
  }

  /** Writes in the order entered; taps that gather during one transaction share the next. */
  private async writeQueue(): Promise<void> {
    this.pause.reset()
    while (this.queue.length > 0) {
      const batch = [...this.queue]
      const { client, clock } = batch[0]!.row
      const row = { client, clock, elements: batch.flatMap((pending) => pending.row.elements) }
      const session = this.current
      try {
        if (!(await this.store.append(this.id, [row], this.epoch))) await this.refresh()
        else if (session === this.current) {
          // Had a rebuild come between, the facts would already stand under the new writer's clocks, and go there too.
          this.queue.splice(0, batch.length)
          for (const { written } of batch) written()
          this.pause.reset()
          this.become({ kind: 'ready' })
        }
      } catch (error) {
        this.become({ kind: 'failing', why: storageFault(error) })
        await this.pause.next()
      }
    }
    // In the same step as the last look at the queue: an entry made a moment later starts the next round.
    this.committing = null
  }

  private become(state: DocumentState): void {
    const same = state.kind === 'failing' && this.status.kind === 'failing' && state.why === this.status.why
    if (same || (state.kind === 'ready' && this.status.kind === 'ready')) return
    this.status = state
    this.changed()
  }

  private changed(): void {
    this.changes++
    for (const listener of [...this.listeners]) listener()
  }
}

function kindOf(id: DocumentId): DocumentKind {
  const name = readDocumentId(id)
  if (!name) throw new Error(`${id} names no document`)
  return name.kind
}

function foldOf({ rows, receipts }: Loaded): Fold {
  const fold = new Fold()
  for (const row of rows) fold.add(row)
  for (const receipt of receipts) fold.receive(receipt)
  return fold
}

function lastReceived({ times }: Receipt): number {
  let last = 0
  for (let i = 1; i < times.length; i += 2) last = Math.max(last, times[i]!)
  return last
}
