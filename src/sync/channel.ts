import { Observable } from '../device/observable.ts'
import type { DeviceStore } from '../device/store.ts'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Header } from '../domain/ledger/fact.ts'
import type { Receipt } from '../domain/ledger/receipt.ts'
import { checked } from './checked-entry.ts'
import { missingAtRelay } from './compare.ts'
import { Delivery } from './delivery.ts'
import {
  type Address,
  type DeviceFrame,
  decodeEntries,
  emptyChain,
  noChain,
  type RelayFrame,
} from './frames.ts'
import { inflate } from './inflate.ts'
import type { ChannelEnd, Line } from './line.ts'
import { LogReader } from './log-reader.ts'
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

/** Opening anew more often than this without progress helps nobody for now. */
const reopenLimit = 5
/** Pause after a fault, or while the relay has no room, ms; the next connection does not wait for it. */
const faultyPause = 60_000

/**
 * One document on the line: asks from the stored cursor, stores what comes together with the new cursor, and offers
 * what waits. Frames are worked off one after another; a new generation makes those of the old one void.
 */
export class Channel implements ChannelEnd {
  readonly state = new Observable<ChannelState>('idle')
  /** The relay's disk is full: what waits stays here. */
  readonly lacksRoom = new Observable(false)
  readonly document: DocumentId
  private readonly delivery: Delivery
  private readonly number: number
  private readonly pongs = new Set<() => void>()
  private readonly storedListeners = new Set<(receipts: readonly Receipt[]) => void>()
  private generation = 0
  private readonly log: LogReader
  private reopened = 0
  private wasDenied = false
  private cancelRetry = () => {}
  private work: Promise<void> = Promise.resolve()
  private readonly unwatch: () => void

  constructor(private readonly options: ChannelOptions) {
    this.document = options.document
    this.log = new LogReader(options.document, options.store)
    this.delivery = new Delivery(options.document, options.store, options.header, {
      send: (update) => this.send({ kind: 'update', update }),
      compare: () => this.compareAnew(),
      taken: () => this.lacksRoom.set(false),
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

  /** Offers what the relay had no room for once more. */
  tryAgain(): void {
    this.delivery.resume()
    this.look()
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
    await this.log.readCursor()
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
    this.lacksRoom.set(false)
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
    const { seq, chain } = this.log.cursor ?? { seq: 0, chain: emptyChain }
    // A cursor of another incarnation than `hello` claims is of no log of this relay's.
    const foreign = seq > 0 && this.log.cursor?.incarnation !== (incarnation ?? claimed)
    this.askFrom(seq, foreign ? noChain : chain)
  }

  private askFrom(seq: number, chain: string): void {
    this.cancelRetry()
    this.generation++
    this.log.begin(seq, chain)
    this.state.set('opening')
    this.send({ kind: 'open', document: this.document, seq, chain })
    this.delivery.restart()
    this.look()
  }

  private reopen(ask = () => this.ask()): Promise<void> {
    if (++this.reopened > reopenLimit) return Promise.resolve(this.giveUp())
    return this.readCursor(ask)
  }

  private async readCursor(ask: () => void): Promise<void> {
    const { generation } = this
    if (await this.log.readCursor(() => generation === this.generation)) ask()
  }

  /** The relay lacks what has a receipt here, though the cursor may fit its log: receipts are compared all the same. */
  private compareAnew(): Promise<void> {
    return this.reopen(() => this.askFrom(Math.max(this.log.cursor?.seq ?? 0, 1), noChain))
  }

  private async handle(frame: RelayFrame): Promise<void> {
    switch (frame.kind) {
      case 'rows':
        return this.take(frame)
      case 'caughtUp':
        if (!(await this.log.isWhole(frame, this.options.line.incarnation))) return this.reopen()
        this.reopened = 0
        this.wasDenied = false
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
      case 'noRoom':
        this.delivery.pause()
        this.lacksRoom.set(true)
        this.cancelRetry()
        this.cancelRetry = this.options.schedule.after(faultyPause, () => this.tryAgain())
        return
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
    if (frame.previousChain !== this.log.chain || incarnation === null) return this.reopen()
    const body = frame.packed ? await inflate(frame.body) : frame.body
    const entries = decodeEntries(body).map((entry) => checked(entry, this.document))
    const stored = await this.log.take(entries, frame, incarnation)
    if (stored === 'missing') return this.readAnew()
    if (stored === 'elsewhere') return this.reopen()
    const receipts = entries.map(({ receipt }) => receipt)
    for (const listener of [...this.storedListeners]) listener(receipts)
    this.options.onNews()
  }

  /** Everything is read from the start; what is known stores nothing new. The stored cursor moves once all is here. */
  private readAnew(): Promise<void> {
    return this.reopen(() => {
      this.askFrom(0, emptyChain)
      this.log.rereading = true
    })
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
