import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Element, Fact, Header } from '../domain/ledger/fact.ts'
import type { ClientId, FactId } from '../domain/ledger/ids.ts'
import type { Cursor, Receipt, Row } from '../domain/ledger/receipt.ts'
import type { Span } from './runs.ts'
import type { LostFacts } from './salvage.ts'

/** How far a reader of a document has read in this store. */
export interface Position {
  row: number
  receipt: number
}

/** A document's rows and receipts, whole or since a position. */
export interface Loaded {
  rows: Row[]
  receipts: Receipt[]
  position: Position
  /** Grows with every rebuild; rows loaded under an earlier number may be gone. */
  epoch: number
}

/** A run from the relay; without elements where this device sent them itself. */
export interface ReceivedEntry {
  receipt: Receipt
  elements: readonly Element[] | null
}

export interface Batch {
  entries: readonly ReceivedEntry[]
  /** The cursor that the store must still hold: two tabs can't skip each other's rows. */
  expected: Cursor | null
  cursor: Cursor
}

export type ReceiveResult =
  | { kind: 'stored' }
  /** Another tab moved the cursor; here it is. Nothing was stored. */
  | { kind: 'moved'; cursor: Cursor | null }
  /** A receipt of elements that this store does not hold. Nothing was stored. */
  | { kind: 'missing' }

/** A fact that the relay refused: kept, visible, exportable, until a person acts. */
export interface QuarantinedFact {
  document: DocumentId
  fact: Fact
  /** The relay's code. */
  code: string
  /** Device time of the refusal, ms since 1970. */
  at: number
}

/** What waits for the relay: facts, and since when by the device's clock (ms; null when nothing waits). */
export interface Waiting {
  facts: number
  since: number | null
}

/** What to offer anew under a fresh writer. */
export type RebuildCause =
  /** Unreceipted rows behind a clock that is missing before them. */
  | { kind: 'holes' }
  /** Every unreceipted fact but those named, which go to quarantine. */
  | { kind: 'refused'; code: string; facts: readonly FactId[] }

export interface Rebuilt {
  offered: number
  quarantined: number
}

/** Whether the store is as this app left it, was written by a newer one, or was emptied under it by the browser. */
export type StoreStanding = 'ours' | 'newer' | 'gone'

/**
 * What one person's tablet keeps: rows and receipts of every document, sealed. Rows without a receipt are the outbox.
 * Methods reject when the storage fails; nothing is half-written.
 */
export interface DeviceStore {
  /**
   * Stores rows of this device's writers; they wait for receipts. False when the document was rebuilt since `epoch`:
   * nothing was stored, the facts belong under a new writer.
   */
  append(document: DocumentId, rows: readonly Row[], epoch: number): Promise<boolean>
  /** Stores runs, receipts and the cursor in one transaction. */
  receive(document: DocumentId, batch: Batch): Promise<ReceiveResult>
  /** Everything known of a document. */
  load(document: DocumentId): Promise<Loaded>
  /** What came since; rows of the writer `except` are left out. */
  loadSince(document: DocumentId, position: Position, except: ClientId): Promise<Loaded>
  /** Whether an unreceipted row stands behind a missing clock. */
  hasHoles(document: DocumentId): Promise<boolean>
  /** Moves unreceipted facts under a fresh writer, by fact id, in one transaction. */
  rebuild(document: DocumentId, cause: RebuildCause, header: Header, client: ClientId): Promise<Rebuilt>
  cursor(document: DocumentId): Promise<Cursor | null>
  /** Documents with a cursor or rows. */
  documents(): Promise<DocumentId[]>
  /** Clocks of a document that wait for receipts, oldest first; nothing is unsealed. */
  waitingSpans(document: DocumentId): Promise<({ client: ClientId } & Span)[]>
  /** Rows that wait, oldest first, until about `limit` bytes. */
  waitingRows(document: DocumentId, limit: number): Promise<Row[]>
  waitingDocuments(): Promise<DocumentId[]>
  waiting(): Promise<Waiting>
  quarantine(): Promise<QuarantinedFact[]>
  /** Drops quarantined facts that a person has dealt with. */
  release(facts: readonly FactId[]): Promise<void>
  standing(): Promise<StoreStanding>
  /** What waited and could not be read any more, until a person has read that. */
  lost(): Promise<readonly LostFacts[]>
  acknowledgeLost(): Promise<void>
  /** A small sealed value beside the documents (profile, tokens); undefined when never kept, or unreadable. */
  kept(name: string): Promise<unknown>
  keep(name: string, value: unknown): Promise<void>
  /** Calls `listener` with the documents that changed, in this tab or another; returns how to stop. */
  watch(listener: (documents: readonly DocumentId[]) => void): () => void
  close(): void
}
