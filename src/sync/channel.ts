import { Observable } from '../device/observable.ts'
import type { DeviceStore, ReceivedEntry } from '../device/store.ts'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Header } from '../domain/ledger/fact.ts'
import type { Cursor, Receipt } from '../domain/ledger/receipt.ts'
import { checked } from './checked-entry.ts'
import { missingAtRelay } from './compare.ts'
import { Delivery } from './delivery.ts'
import { type Address, type DeviceFrame, decodeEntries, emptyChain, type RelayFrame } from './frames.ts'
import { inflate } from './inflate.ts'
import type { ChannelEnd, Line } from './line.ts'
import type { Schedule } from './schedule.ts'

export type ChannelState =
  | 'idle'
  /** Asked, not yet all received. */
  | 'opening'
  | 'caughtUp'
  /** The relay serves no such document to this person now. */
  | 'denied'
  /** Frames that make no sense or a storage that fails: tried again after a pause. */
  | 'faulty'

/** What a channel needs to know of its surroundings. */
export interface ChannelOptions {
  document: DocumentId
  store: DeviceStore
  line: Line
  schedule: Schedule
  header: Header
  /** Something came from the relay and is on disk, or the relay has nothing newer. */
  onNews: () => void
}

/** No log's chain: what the relay must compare, since the cursor is not of the incarnation that `hello` claims. */
const noChain = 'f'.repeat(16)
/** Opening anew more often than this without progress helps nobody for now. */
const reopenLimit = 5
/** Pause after a fault, ms; the next connection does not wait for it. */
const faultyPause = 60_000

/**
 * One document on the line: asks from the stored cursor, stores what comes together with the new cursor, and offers
 * what waits. Frames are worked off one after another; a new generation makes those of the old one void.
 */
export class Channel implements ChannelEnd {
  readonly state = new Observable<ChannelState>('idle')
  readonly document: DocumentId
  private readonly delivery: Delivery
  private readonly number: number
  private readonly pongs = new Set<() => void>()
  private readonly storedListeners = new Set<(receipts: readonly Receipt[]) => void>()
  private generation = 0
  private cursor: Cursor | null = null
  /** Where the frames received so far have led. */
  private seq = 0
  private chain = emptyChain
  /** Where this opening began. */
  private asked = 0
  private reopened = 0
  /** The log is being read from its start; the stored cursor stands still until all of it is here. */
  private rereading = false
  private wasDenied = false
  private cancelRetry = () => {}
  private work: Promise<void> = Promise.resolve()
  private readonly unwatch: () => void

  constructor(private readonly options: ChannelOptions) {
    this.document = options.document
    this.delivery = new Delivery(options.document, options.store, options.header, {
      send: (update) => this.send({ kind: 'update', update }),
      compare: () => this.compareAnew(),
    })
    this.unwatch = options.store.watch((documents) => {
      if (documents.includes(this.document)) this.look()
    })
    this.number = options.line.join(this)
  }

  /** Looks for something to send; cheap when there is nothing. */
  look(): void {
    const { generation } = this
    if (this.state.get() === 'opening' || this.state.get() === 'caughtUp')
      this.delivery.look().catch((error: unknown) => this.fail(generation, error))
  }

  /** Calls `listener` on each sign of life from the relay; returns how to stop. */
  onPong(listener: () => void): () => void {
    this.pongs.add(listener)
    return () => this.pongs.delete(listener)
  }

  /** Calls `listener` with receipts once they are on disk; returns how to stop. */
  onStored(listener: (receipts: readonly Receipt[]) => void): () => void {
    this.storedListeners.add(listener)
    return () => this.storedListeners.delete(listener)
  }

  /** Leaves the line. */
  close(): void {
    this.send({ kind: 'close' })
    this.cancelRetry()
    this.generation++
    this.unwatch()
    this.options.line.leave(this.number)
    this.state.set('idle')
  }

  async prepare(): Promise<void> {
    // What is still being stored belongs to the cursor.
    await this.work
    this.cursor = await this.options.store.cursor(this.document)
  }

  opened(): void {
    this.reopened = 0
    this.wasDenied = false
    this.ask()
  }

  pong(): void {
    for (const listener of [...this.pongs]) listener()
  }

  lost(): void {
    this.cancelRetry()
    this.generation++
    this.state.set('idle')
  }

  received({ generation }: Address, frame: RelayFrame): void {
    this.work = this.work.then(async () => {
      if (generation !== this.generation) return
      try {
        await this.handle(frame)
      } catch (error) {
        this.fail(generation, error)
      }
    })
  }

  /** Opens the document on the line under a new generation, from the cursor at hand. */
  private ask(): void {
    const { claimed, incarnation } = this.options.line
    const { seq, chain } = this.cursor ?? { seq: 0, chain: emptyChain }
    const foreign = seq > 0 && this.cursor?.incarnation !== (incarnation ?? claimed)
    this.askFrom(seq, foreign ? noChain : chain)
  }

  private askFrom(seq: number, chain: string): void {
    this.cancelRetry()
    this.generation++
    this.rereading = false
    this.asked = seq
    this.seq = seq
    this.chain = chain
    this.state.set('opening')
    this.send({ kind: 'open', document: this.document, seq: this.seq, chain: this.chain })
    this.delivery.restart()
    this.look()
  }

  private reopen(ask = () => this.ask()): Promise<void> {
    if (++this.reopened > reopenLimit) return Promise.resolve(this.giveUp())
    return this.readCursor(ask)
  }

  private async readCursor(ask: () => void): Promise<void> {
    const { generation } = this
    const cursor = await this.options.store.cursor(this.document)
    if (generation !== this.generation) return
    this.cursor = cursor
    ask()
  }

  /** The relay lacks what has a receipt here, though the cursor may fit its log: receipts are compared all the same. */
  private compareAnew(): Promise<void> {
    return this.reopen(() => this.askFrom(Math.max(this.cursor?.seq ?? 0, 1), noChain))
  }

  private async handle(frame: RelayFrame): Promise<void> {
    switch (frame.kind) {
      case 'rows':
        return this.take(frame)
      case 'caughtUp':
        if ((frame.seq ?? this.asked) !== this.seq || (frame.chain ?? this.chain) !== this.chain)
          return this.reopen()
        if (this.rereading && !(await this.keepReached())) return this.reopen()
        this.reopened = 0
        this.wasDenied = false
        if (this.cursor === null) await this.keepEmpty()
        this.state.set('caughtUp')
        this.options.onNews()
        return
      case 'resync':
        return this.delivery.resync(frame.have)
      case 'refused':
        await this.delivery.refused(frame.code, frame.facts)
        return this.reopen()
      case 'denied':
        return this.denied()
      case 'compare': {
        const { receipts, rows } = await this.options.store.load(this.document)
        for (const entries of missingAtRelay(rows, receipts, frame.receipts))
          this.send({ kind: 'return', entries })
        return this.readAnew()
      }
      case 'welcome':
      case 'pong':
        return // the line's own
    }
  }

  /** Who lost the right to read may still deliver what waits: once a connection that is asked for. */
  private async denied(): Promise<void> {
    const { generation } = this
    const waiting = await this.options.store.waitingSpans(this.document)
    if (generation !== this.generation) return
    if (waiting.length > 0 && !this.wasDenied) {
      this.wasDenied = true
      return this.reopen()
    }
    this.generation++
    this.state.set('denied')
  }

  private async take(frame: RelayFrame & { kind: 'rows' }): Promise<void> {
    const { incarnation } = this.options.line
    if (frame.previousChain !== this.chain || incarnation === null) return this.reopen()
    const body = frame.packed ? await inflate(frame.body) : frame.body
    const entries = decodeEntries(body).map((entry) => checked(entry, this.document))
    // Receipts for somebody who may deliver but not read come with the cursor standing still.
    const still = this.rereading || frame.chain === frame.previousChain
    const stored = await this.store(entries, { incarnation, seq: frame.seq, chain: frame.chain }, still)
    if (stored === 'missing') return this.readAnew()
    if (stored === 'elsewhere') return this.reopen()
    this.seq = frame.seq
    this.chain = frame.chain
    const receipts = entries.map(({ receipt }) => receipt)
    for (const listener of [...this.storedListeners]) listener(receipts)
    this.options.onNews()
  }

  /** Stores what lies beyond the stored cursor, which another tab may have moved meanwhile. */
  private async store(
    entries: ReceivedEntry[],
    reached: Cursor,
    still: boolean,
  ): Promise<'stored' | 'missing' | 'elsewhere'> {
    for (;;) {
      const held = this.cursor
      const heldSeq = held?.seq ?? 0
      const cursor = still && held ? held : reached
      if (!still && held && held.incarnation === cursor.incarnation && cursor.seq <= heldSeq)
        return cursor.seq < heldSeq || cursor.chain === held.chain ? 'stored' : 'elsewhere'
      // What came so far joins the stored cursor only if it began at or before it.
      if (!still && heldSeq < this.seq) return 'elsewhere'
      const result = await this.options.store.receive(this.document, { entries, expected: held, cursor })
      if (result.kind === 'missing') return 'missing'
      if (result.kind === 'stored') {
        this.cursor = cursor
        return 'stored'
      }
      this.cursor = result.cursor
      if (!still && result.cursor?.incarnation !== cursor.incarnation) return 'elsewhere'
    }
  }

  /** A document without a row gets a cursor too: known to be empty is not the same as not here yet. */
  private async keepEmpty(): Promise<void> {
    const { incarnation } = this.options.line
    if (incarnation !== null) await this.store([], { incarnation, seq: 0, chain: emptyChain }, false)
  }

  /**
   * Everything is read from the start; what is known stores nothing new. Until all is here the stored cursor stays,
   * though it means nothing to this relay: if what was given back is lost on the way, receipts are compared again.
   */
  private readAnew(): Promise<void> {
    return this.reopen(() => {
      this.askFrom(0, emptyChain)
      this.rereading = true
    })
  }

  /** All was read anew: the cursor of this log takes the place of the old one; false where another tab moved that. */
  private async keepReached(): Promise<boolean> {
    const { incarnation } = this.options.line
    if (incarnation === null) return false
    // Nothing came: an empty log, or who may not read it now. Either way receipts are to be compared once more.
    if (this.seq === 0) return true
    const cursor = { incarnation, seq: this.seq, chain: this.chain }
    const batch = { entries: [], expected: this.cursor, cursor }
    const stored = (await this.options.store.receive(this.document, batch)).kind === 'stored'
    if (stored) this.cursor = cursor
    this.rereading = false
    return stored
  }

  private fail(generation: number, error: unknown): void {
    if (generation !== this.generation) return
    console.error(error)
    this.giveUp()
  }

  private giveUp(): void {
    this.generation++
    this.state.set('faulty')
    const { generation } = this
    this.cancelRetry = this.options.schedule.after(faultyPause, () => {
      this.reopened = 0
      this.reopen().catch((error: unknown) => this.fail(generation, error))
    })
  }

  private send(frame: DeviceFrame): void {
    this.options.line.send({ generation: this.generation, channel: this.number }, frame)
  }
}
