import { Observable } from '../device/observable.ts'
import type { DeviceStore, ReceivedEntry } from '../device/store.ts'
import type { DocumentId } from '../domain/ledger/documents.ts'
import { type Element, type Header, parseCarriedFact, parseHeader } from '../domain/ledger/fact.ts'
import type { Cursor, Receipt } from '../domain/ledger/receipt.ts'
import { missingAtRelay } from './compare.ts'
import { Delivery } from './delivery.ts'
import {
  type Address,
  type DeviceFrame,
  decodeEntries,
  type Entry,
  emptyChain,
  type RelayFrame,
} from './frames.ts'
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
  private wasDenied = false
  private cancelRetry = () => {}
  private work: Promise<void> = Promise.resolve()
  private readonly unwatch: () => void

  constructor(private readonly options: ChannelOptions) {
    this.document = options.document
    this.delivery = new Delivery(options.document, options.store, options.header, {
      send: (update) => this.send({ kind: 'update', update }),
      reopen: () => this.reopen(),
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
    this.cancelRetry()
    this.generation++
    this.asked = this.cursor?.seq ?? 0
    this.seq = this.asked
    const { claimed, incarnation } = this.options.line
    const foreign = this.asked > 0 && this.cursor?.incarnation !== (incarnation ?? claimed)
    this.chain = foreign ? noChain : (this.cursor?.chain ?? emptyChain)
    this.state.set('opening')
    this.send({ kind: 'open', document: this.document, seq: this.seq, chain: this.chain })
    this.delivery.restart()
    this.look()
  }

  private async reopen(): Promise<void> {
    if (++this.reopened > reopenLimit) return this.giveUp()
    const { generation } = this
    const cursor = await this.options.store.cursor(this.document)
    if (generation !== this.generation) return
    this.cursor = cursor
    this.ask()
  }

  private async handle(frame: RelayFrame): Promise<void> {
    switch (frame.kind) {
      case 'rows':
        return this.take(frame)
      case 'caughtUp':
        if ((frame.seq ?? this.asked) !== this.seq || (frame.chain ?? this.chain) !== this.chain)
          return this.reopen()
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
    const still = frame.chain === frame.previousChain
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

  /** The cursor means nothing to this relay: everything is read from the start; what is known stores nothing new. */
  private async readAnew(): Promise<void> {
    await this.options.store.forgetCursor(this.document, this.cursor)
    return this.reopen()
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

/** Elements from the relay, parsed before anything folds them; an attribute newer than this app is carried along. */
function checked({ receipt, elements }: Entry, document: DocumentId): ReceivedEntry {
  elements?.forEach((element: Element, index) => {
    const parsed = receipt.clock + index === 0 ? parseHeader(element) : parseCarriedFact(element)
    if (!parsed.ok) throw new Error(`${document}, writer ${receipt.client}: ${parsed.why}`)
  })
  if (elements && elements.length !== receipt.length)
    throw new Error(
      `${document}, writer ${receipt.client}: ${elements.length} elements, ${receipt.length} receipted`,
    )
  return { receipt, elements }
}
