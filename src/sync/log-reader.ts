import type { DeviceStore, ReceivedEntry } from '../device/store.ts'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Cursor } from '../domain/ledger/receipt.ts'
import { emptyChain, noChain, type RelayFrame } from './frames.ts'

type Stored =
  | 'stored'
  /** Receipts of elements that are not here: the document is read anew. */
  | 'missing'
  /** The stored cursor is not where these frames join. */
  | 'elsewhere'

/** Reads one document's log as the relay sends it: where the frames have led, and what the store's cursor makes of it. */
export class LogReader {
  /** The stored cursor as it was seen last; another tab may have moved it. */
  cursor: Cursor | null = null
  /** The log is being read from its start; the stored cursor stands still until all of it is here. */
  rereading = false
  /** Where the frames received so far have led. */
  chain = emptyChain
  private seq = 0
  /** Where this opening began. */
  private asked = 0

  constructor(
    private readonly document: DocumentId,
    private readonly store: DeviceStore,
  ) {}

  /** Reads the stored cursor, unless `current` says meanwhile that nobody wants it any more. */
  async readCursor(current = () => true): Promise<boolean> {
    const cursor = await this.store.cursor(this.document)
    if (!current()) return false
    this.cursor = cursor
    return true
  }

  /** A new opening, from here on. */
  begin(seq: number, chain: string): void {
    this.rereading = false
    this.asked = seq
    this.seq = seq
    this.chain = chain
  }

  /** Stores the entries of a `rows` frame, which led on from here. */
  async take(
    entries: ReceivedEntry[],
    { seq, chain }: { seq: number; chain: string },
    incarnation: string,
  ): Promise<Stored> {
    // Receipts for somebody who may deliver but not read come with the cursor standing still.
    const still = this.rereading || chain === this.chain
    const stored = await this.keep(entries, { incarnation, seq, chain }, still)
    if (stored !== 'stored') return stored
    this.seq = seq
    this.chain = chain
    return stored
  }

  /** Whether all came up to where the relay says that its log leads; the cursor is kept then. */
  async isWhole(
    { seq, chain }: RelayFrame & { kind: 'caughtUp' },
    incarnation: string | null,
  ): Promise<boolean> {
    if ((seq ?? this.asked) !== this.seq || (chain ?? this.chain) !== this.chain) return false
    if (this.rereading && !(await this.keepReached(incarnation))) return false
    // A document without a row gets a cursor too: known to be empty is not the same as not here yet.
    if (this.cursor === null && incarnation !== null)
      await this.keep([], { incarnation, seq: 0, chain: emptyChain }, false)
    return true
  }

  /**
   * Stores what lies beyond the stored cursor, which another tab may have moved meanwhile. With `still` receipts come
   * that the cursor does not cover. Should this relay be restored to where the cursor fits its log, it would lack them
   * and nobody would notice: until all was read, the cursor is one that fits no log, and receipts are compared.
   */
  private async keep(entries: ReceivedEntry[], reached: Cursor, still: boolean): Promise<Stored> {
    for (;;) {
      const held = this.cursor
      const heldSeq = held?.seq ?? 0
      const cursor = still ? beside(held, reached) : reached
      if (!still && held?.chain === noChain) return 'elsewhere'
      if (!still && held && held.incarnation === cursor.incarnation && cursor.seq <= heldSeq)
        return cursor.seq < heldSeq || cursor.chain === held.chain ? 'stored' : 'elsewhere'
      // What came so far joins the stored cursor only if it began at or before it.
      if (!still && heldSeq < this.seq) return 'elsewhere'
      const result = await this.store.receive(this.document, { entries, expected: held, cursor })
      if (result.kind === 'missing') return 'missing'
      if (result.kind === 'stored') {
        this.cursor = cursor
        return 'stored'
      }
      this.cursor = result.cursor
      if (!still && result.cursor?.incarnation !== cursor.incarnation) return 'elsewhere'
      // Another tab has read all of it.
      if (this.rereading && result.cursor && result.cursor.chain !== noChain) return 'elsewhere'
    }
  }

  /** All was read anew: the cursor of this log takes the place of the old one; false where another tab moved that. */
  private async keepReached(incarnation: string | null): Promise<boolean> {
    if (incarnation === null) return false
    // Nothing came: an empty log, or who may not read it now. Either way receipts are to be compared once more.
    if (this.seq === 0) return true
    const cursor = { incarnation, seq: this.seq, chain: this.chain }
    const batch = { entries: [], expected: this.cursor, cursor }
    const stored = (await this.store.receive(this.document, batch)).kind === 'stored'
    if (stored) this.cursor = cursor
    this.rereading = false
    return stored
  }
}

/** A cursor at the place of the one held that fits no log. */
function beside(held: Cursor | null, { incarnation }: Cursor): Cursor {
  return { incarnation: held?.incarnation ?? incarnation, seq: Math.max(held?.seq ?? 0, 1), chain: noChain }
}
