import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { isErased } from '../../src/domain/ledger/fact.ts'
import type { ClientId, UserId } from '../../src/domain/ledger/ids.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import { emptyChain, type RelayFrame } from '../../src/sync/frames.ts'
import type { CarriedRun } from '../../src/sync/update.ts'
import type { KeptEntry, LogEntry, RowStore } from '../store/row-store.ts'
import type { Broadcast, Reader } from './hub.ts'
import type { RelayKeys } from './keys.ts'
import { elementsOf, type Leaving, mergeRuns, pack, packNow } from './rows-frame.ts'

/**
 * What a channel does: nothing before its opening was looked at; reads the log; waits for the device to compare its
 * receipts and reopen; only delivers, since its user may not read; or nothing any more, until reopened.
 */
type Mode = 'opening' | 'reading' | 'comparing' | 'delivering' | 'ended'

/** What a channel needs of its connection. */
export interface Line {
  send(frame: RelayFrame): void
  /** Sends a frame whose content is encoded already, once for all its readers. */
  sendContent(content: Uint8Array): void
  /** Whether more may be written now; a slow reader's rows stay in the store until it may. */
  hasRoom(): boolean
  /** Asks to be given a turn at `catchUp` when there is room. */
  wantTurn(channel: Channel): void
  /** What becomes of the channel now that rights have changed. */
  access(document: DocumentId): 'read' | 'deliver' | 'none'
}

/** Where a device has read to, and whether in a log of this relay's. */
export interface DeviceCursor {
  seq: number
  chain: string
  isOurs: boolean
}

const frameEntries = 1_000
/** JSON in one frame, bytes; packed it is some 30 KB, six seconds at 40 kbit/s: the line must not seem dead. */
const frameBytes = 120_000

/** One document open on a multiplexed connection: where its device has read to, and what it sent itself. */
export class Channel implements Reader {
  mode: Mode = 'opening'
  /** Resolves when its opening was looked at. */
  begun: Promise<void> = Promise.resolve()
  private seq = 0
  private chain = emptyChain
  private openedAt = 0
  private toldCaughtUp = false
  /** For whom it was opened, if he may not read. */
  private deliverer: UserId | null = null
  /** Clocks that the device sent over this channel: it has those elements. */
  private readonly sent = new Map<ClientId, { from: number; to: number }>()

  constructor(
    readonly document: DocumentId,
    readonly generation: number,
    private readonly line: Line,
    private readonly store: RowStore,
    private readonly keys: RelayKeys,
  ) {}

  /** Whether this log ever had the place that a device has read to. */
  async had({ seq, chain, isOurs }: DeviceCursor): Promise<boolean> {
    return seq === 0 || (isOurs && (await this.store.chainAt(this.document, seq)) === chain)
  }

  /** Begins at the device's cursor; one that this log never had is answered with the receipts there are. */
  open(cursor: DeviceCursor, had: boolean): void {
    this.beginAt(cursor)
    this.mode = had ? 'reading' : 'comparing'
    this.line.wantTurn(this)
  }

  /**
   * Begins for somebody who may write what waits on his tablet, but reads nothing: his cursor stays where it is. What
   * a restored log lacks he gives back like anybody, and is told of his own receipts alone.
   */
  openForDelivery(cursor: DeviceCursor, had: boolean, user: UserId): void {
    this.beginAt(cursor)
    this.deliverer = user
    this.mode = had ? 'delivering' : 'comparing'
    if (this.mode === 'comparing') this.line.wantTurn(this)
    else this.line.send({ kind: 'caughtUp' })
  }

  /** Remembers what the device sends, so that it isn't sent back. */
  noteSent(runs: readonly CarriedRun[]): void {
    for (const { client, clock, elements } of runs) {
      const to = clock + elements.length
      const known = this.sent.get(client)
      const touches = known && clock <= known.to && known.from <= to
      this.sent.set(
        client,
        touches ? { from: Math.min(known.from, clock), to: Math.max(known.to, to) } : { from: clock, to },
      )
    }
  }

  /** Receipts for runs of a device that reads no log: in no order, the cursor standing still. */
  async sendReceipts(runs: readonly CarriedRun[]): Promise<void> {
    const entries: LogEntry[] = []
    for (const { client, clock, elements } of runs)
      entries.push(...(await this.store.entriesOf(this.document, client, clock, clock + elements.length)))
    if (entries.length === 0 || this.mode !== 'delivering') return
    const body = packNow(mergeRuns(this.keys, this.document, entries, () => true))
    this.line.send({ kind: 'rows', previousChain: this.chain, seq: this.seq, chain: this.chain, ...body })
  }

  offer(broadcast: Broadcast): void {
    if (this.mode !== 'reading') return
    const first = broadcast.entries[0]
    const last = broadcast.entries.at(-1)
    if (!first || !last) return
    if (!this.toldCaughtUp || first.seq !== this.seq + 1 || !this.line.hasRoom()) {
      this.line.wantTurn(this)
      return
    }
    this.seq = last.seq
    this.chain = last.chain
    this.line.sendContent(broadcast.content(this.isOwn))
  }

  /** Sends what the log holds after this channel's place, until there is no more or no room. True when done. */
  async catchUp(): Promise<boolean> {
    if (this.mode === 'comparing') await this.compare()
    while (this.mode === 'reading' && this.line.hasRoom()) {
      const from = this.seq
      const entries = await this.store.kept(this.document, from, frameEntries, frameBytes)
      // Ended meanwhile, or a commit was offered and sent: the place is another.
      if (this.mode !== 'reading' || this.seq !== from) continue
      const last = entries.at(-1)
      if (!last) {
        if (!this.toldCaughtUp) this.tellCaughtUp()
        this.toldCaughtUp = true
        return true
      }
      const body = await pack(mergeRuns(this.keys, this.document, entries, this.isOwn))
      if (this.mode === 'reading' && this.seq === from) this.sendRows(last, body)
    }
    return this.mode !== 'reading'
  }

  /** Sends the receipts there are; others have their turn before the next document's are read. */
  private async compare(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    if (this.mode !== 'comparing') return
    const receipts = await this.store.receipts(this.document)
    if (this.mode === 'comparing')
      this.line.send({ kind: 'compare', receipts: receiptMarks(receipts, this.deliverer) })
  }

  review(): void {
    // One that is opening is looked at when it begins.
    if (this.mode === 'ended' || this.mode === 'opening') return
    const access = this.line.access(this.document)
    if (access === 'none' || (access === 'deliver' && this.deliverer === null)) {
      this.mode = 'ended'
      this.line.send({ kind: 'denied', code: 'noRight' })
    }
  }

  private beginAt({ seq, chain }: DeviceCursor): void {
    this.seq = seq
    this.chain = chain
    this.openedAt = seq
  }

  private readonly isOwn = (entry: Leaving): boolean => {
    const { client, clock, length } = entry.receipt
    const sent = this.sent.get(client)
    if (sent === undefined || clock < sent.from || sent.to < clock + length) return false
    // Of erased ones the device has what it is to forget.
    return !elementsOf(entry)?.some(isErased)
  }

  private tellCaughtUp(): void {
    const { seq, chain } = this
    this.line.send(seq === this.openedAt ? { kind: 'caughtUp' } : { kind: 'caughtUp', seq, chain })
  }

  private sendRows(last: KeptEntry, body: { packed: boolean; body: Uint8Array }): void {
    const previousChain = this.chain
    this.seq = last.seq
    this.chain = last.chain
    this.line.send({ kind: 'rows', previousChain, seq: last.seq, chain: last.chain, ...body })
  }
}

/** What is known of all receipts, or of one author's. */
function receiptMarks(receipts: Iterable<Receipt>, of: UserId | null) {
  const marks: [client: number, clock: number, length: number, receivedAt: number, ok: 0 | 1][] = []
  for (const { client, clock, times, verdict, author } of receipts) {
    if (of !== null && author !== of) continue
    let at = clock
    for (let i = 0; i < times.length; i += 2) {
      marks.push([client, at, times[i]!, times[i + 1]!, verdict === 'ok' ? 1 : 0])
      at += times[i]!
    }
  }
  return marks
}
