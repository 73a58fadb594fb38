import { type Span, spanOf } from '../device/runs.ts'
import type { DeviceStore } from '../device/store.ts'
import { freshClientId } from '../device/writing-session.ts'
import type { DocumentId } from '../domain/ledger/documents.ts'
import { type Header, isFact } from '../domain/ledger/fact.ts'
import type { ClientId, FactId } from '../domain/ledger/ids.ts'
import type { Row } from '../domain/ledger/receipt.ts'
import type { RefusalCode } from './frames.ts'
import { clientsPerUpdate, encodeUpdate } from './update.ts'

/** Bytes, about, of one update: 13 s on a 40 kbit/s line, after which what arrived is safe. */
export const updateSize = 64_000
/** Refusals without a name after which facts go one by one. */
const bulkRefusals = 2
/** Answers in a row that bring nothing: then the next connection tries. */
const resyncLimit = 3

interface DeliveryLine {
  send(update: Uint8Array): void
  /** Opens the document so that receipts are compared, whatever its cursor says. */
  compare(): Promise<void>
  /** What was sent has its receipts. */
  taken(): void
}

/**
 * Offers a document's waiting rows to the relay. The database is the queue: whatever is committed and has no receipt
 * is sent, whoever on this device wrote it; one update is in flight at a time.
 */
export class Delivery {
  private inFlight: ({ client: ClientId } & Span)[] = []
  /** Clocks that the relay says it has, though their receipts have not come yet. */
  private readonly had = new Map<ClientId, number>()
  private resyncs = 0
  /** Receipts were compared for what is missing, and nothing was received since. */
  private compared = false
  /** Refusals that named no fact of ours since the last time that nothing waited. */
  private nameless = 0
  /** The relay has no room. */
  private paused = false
  private looking: Promise<void> | null = null
  private again = false
  /** Grows with each opening: what was read for an earlier one is not sent in a later one. */
  private opening = 0

  constructor(
    private readonly document: DocumentId,
    private readonly store: DeviceStore,
    private readonly header: Header,
    private readonly line: DeliveryLine,
  ) {}

  /** The channel was opened anew: nothing is in flight, all that waits is offered. */
  restart(): void {
    this.opening++
    this.inFlight = []
    this.had.clear()
    this.resyncs = 0
    this.paused = false
  }

  /** The relay has no room for what was sent: nothing goes until `resume`, then all of it again. */
  pause(): void {
    this.paused = true
    this.inFlight = []
  }

  /** Tries whether the relay has room by now. */
  resume(): void {
    this.paused = false
  }

  /** Sends what waits, unless something is on its way. */
  look(): Promise<void> {
    if (this.paused || this.resyncs > resyncLimit) return Promise.resolve()
    this.again = true
    this.looking ??= this.run()
    return this.looking
  }

  /**
   * The relay met a clock gap and says how far it has each writer. What it has is not sent again; where it lacks
   * clocks that have a receipt here, it lost them: the channel is opened anew, so that receipts are compared; where
   * this device has nothing to fill a gap with, the facts behind it go under another writer.
   */
  async resync(have: readonly (readonly [ClientId, number])[]): Promise<void> {
    this.inFlight = []
    for (const [client, clock] of have) this.had.set(client, clock)
    if (++this.resyncs > resyncLimit) return
    const first = new Map<ClientId, number>()
    for (const { client, clock } of await this.store.waitingSpans(this.document))
      first.set(client, Math.min(clock, first.get(client) ?? clock))
    if (!have.some(([client, clock]) => clock < (first.get(client) ?? 0))) return this.look()
    const { offered } = await this.store.rebuild(
      this.document,
      { kind: 'holes' },
      this.header,
      freshClientId(),
    )
    if (offered > 0) return this.look()
    if (!this.compared) {
      this.compared = true
      return this.line.compare()
    }
    // Even so nobody gave them back: they are lost, what comes after them need not be.
    const all = { kind: 'refused', code: 'gap', facts: [] } as const
    await this.store.rebuild(this.document, all, this.header, freshClientId())
    return this.look()
  }

  /**
   * The relay refused: named facts go to quarantine, all others are offered anew under a fresh writer. When it names
   * none, the writer may be at fault, and the fresh one is not; if that is refused too, facts go one by one.
   */
  async refused(code: RefusalCode, named: readonly FactId[]): Promise<void> {
    const facts = named.length === 0 && ++this.nameless > bulkRefusals ? await this.loneFact() : named
    const cause = { kind: 'refused', code, facts } as const
    const { quarantined } = await this.store.rebuild(this.document, cause, this.header, freshClientId())
    if (quarantined > 0) this.nameless = 0
    else if (named.length > 0) this.nameless++
  }

  private async run(): Promise<void> {
    try {
      while (this.again) {
        this.again = false
        await this.sendNext()
      }
    } finally {
      // In the same step as the last look at `again`: a look asked for a moment later is a new one.
      this.looking = null
    }
  }

  private async sendNext(): Promise<void> {
    const { opening } = this
    if (this.inFlight.length > 0) {
      const waiting = await this.store.waitingSpans(this.document)
      if (this.inFlight.some((sent) => waiting.some((span) => overlap(sent, span)))) return
      // Without room nothing is in flight any more, and nothing was taken.
      if (opening !== this.opening || this.paused) return
      this.inFlight = []
      this.resyncs = 0
      this.compared = false
      this.line.taken()
    }
    const waiting = await this.store.waitingRows(this.document, updateSize)
    // All that was under suspicion has arrived: no later refusal is about it.
    if (waiting.length === 0) this.nameless = 0
    const rows = portion(this.beyondHad(waiting), this.nameless >= bulkRefusals ? 1 : updateSize)
    if (opening !== this.opening || this.paused || rows.length === 0 || this.inFlight.length > 0) return
    this.inFlight = rows.map((row) => ({ client: row.client, ...spanOf(row) }))
    this.line.send(encodeUpdate(rows))
  }

  private beyondHad(rows: readonly Row[]): Row[] {
    return rows.flatMap((row) => {
      const skip = Math.max((this.had.get(row.client) ?? 0) - row.clock, 0)
      if (skip >= row.elements.length) return []
      return [{ client: row.client, clock: row.clock + skip, elements: row.elements.slice(skip) }]
    })
  }

  /** The only fact of the update that was refused, if it was only one. */
  private async loneFact(): Promise<FactId[]> {
    const waiting = await this.store.waitingRows(this.document, updateSize)
    const facts = portion(this.beyondHad(waiting), 1).flatMap(({ elements }) => elements.filter(isFact))
    return facts.length === 1 ? [facts[0]![0]] : []
  }
}

/** The first rows, and of the last one the first facts, that make up about `limit` bytes; at least one fact. */
function portion(rows: readonly Row[], limit: number): Row[] {
  const chosen: Row[] = []
  const ends = new Map<ClientId, number>()
  let size = 0
  for (const row of rows) {
    if (size >= limit || (!ends.has(row.client) && ends.size === clientsPerUpdate)) break
    // Behind a hole: what comes first goes first, the relay's answer tells what is missing.
    if ((ends.get(row.client) ?? row.clock) !== row.clock) continue
    const elements = []
    for (const element of row.elements) {
      if (size >= limit) break
      elements.push(element)
      if (isFact(element)) size += JSON.stringify(element).length
    }
    chosen.push({ client: row.client, clock: row.clock, elements })
    ends.set(row.client, row.clock + elements.length)
  }
  return chosen
}

function overlap(a: { client: ClientId } & Span, b: { client: ClientId } & Span): boolean {
  return a.client === b.client && a.clock < b.end && b.clock < a.end
}
