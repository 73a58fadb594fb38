import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Element, Fact } from '../../src/domain/ledger/fact.ts'
import type { ClientId, DeviceId, FactId, UserId } from '../../src/domain/ledger/ids.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'

/** What goes into a document's log: a run of elements with its receipt, or one more receipt for elements that stand. */
export interface NewEntry {
  receipt: Receipt
  /** Null: the elements are in the log already, only the receipt is new. Of erased facts their hash is left. */
  elements: readonly Element[] | null
  /** `elementsHash` of what the receipt is about. */
  hash: Buffer
}

/** An entry as it stands in a document's log. */
export interface LogEntry extends NewEntry {
  /** Its place in the document's log, from 1 without holes. */
  seq: number
  /** The chain's hash after this entry, first 16 hex digits. */
  chain: string
  /** The chain's hash before it. */
  previousChain: string
}

/** An entry whose elements, if it carries any, are left as the JSON that the store keeps. */
export interface KeptEntry extends Pick<LogEntry, 'receipt' | 'seq' | 'chain'> {
  json: string | null
}

/** How far a document's log goes; seq 0 and `emptyChain` before the first entry. */
export interface LogHead {
  seq: number
  chain: string
}

/** Who a writer's array belongs to, and how far it is known without a hole. */
export interface StoredWriter {
  user: UserId
  device: DeviceId
  /** The first clock that is not stored. */
  next: number
}

/** A fact that policy is read from, with the receipt of its own element; a null fact is one more receipt. */
export interface PolicyRecord {
  document: DocumentId
  receipt: Receipt
  fact: Fact | null
}

export interface Damage {
  document: DocumentId
  seq: number
  /** In Russian, for the person who runs the relay. */
  why: string
}

/** The database can't write: its disk is full. Nothing was stored, all that stands can be read. */
export class NoRoom extends Error {}

/** Clocks of one writer. */
export interface Stretch {
  client: ClientId
  clock: number
  length: number
}

/**
 * What a work reads of one document, said before it runs: an engine that has to wait for its database locks the heads
 * and loads all of it at once. The head, and that a client is fresh, may always be asked for.
 */
export interface Reads {
  document: DocumentId
  /** Writers, and what stands at these clocks of theirs. */
  stretches?: readonly Stretch[]
  /** Facts that are looked up. */
  facts?: readonly FactId[]
  /** The whole log, all its writers and facts. */
  whole?: boolean
}

/** A document's log inside a transaction: reads what stands and what the transaction wrote, and writes. */
export interface RowTransaction {
  head(document: DocumentId): LogHead
  /** Entries after `seq` in log order, at most `limit`. Only of what is read whole. */
  entries(document: DocumentId, after: number, limit: number): LogEntry[]
  writer(document: DocumentId, client: ClientId): StoredWriter | undefined
  /** A client that no writer of the document has. */
  freshClient(document: DocumentId): ClientId
  /** Whether any elements of a writer stand in the clocks from `from` up to, not including, `to`. */
  hasElements(document: DocumentId, client: ClientId, from: number, to: number): boolean
  /** As `RowStore.entriesOf`. */
  entriesOf(document: DocumentId, client: ClientId, from: number, to: number): LogEntry[]
  /** The fact of this id in a document. */
  fact(document: DocumentId, id: FactId): Fact | undefined
  /** Binds a client to a user and device in a document, once and for all. */
  bind(document: DocumentId, client: ClientId, owner: { user: UserId; device: DeviceId }): void
  /**
   * Appends one entry and returns it with its place. Throws when the elements overlap what the writer already has, or
   * when its writer was never bound. `carries` false: the elements stand already, and are said again since some of them
   * were erased.
   */
  append(document: DocumentId, entry: NewEntry, carries?: boolean): LogEntry
  /** Puts elements of the same hashes in the place of those of an entry; what policy is read from at `clocks` is forgotten. */
  replace(document: DocumentId, seq: number, elements: readonly Element[], clocks: readonly number[]): void
  /** Remembers what policy is read from, beside an appended entry. */
  addPolicyRecord(document: DocumentId, seq: number, record: Omit<PolicyRecord, 'document'>): void
}

/** The database can't be reached, or went away: no work is at fault, and none of those that wait can be done. */
export class DatabaseGone extends Error {
  constructor(cause: unknown) {
    super('the database is gone', { cause })
  }
}

/** A value, or the promise of one where the database is not in this process. */
export type Awaitable<T> = T | Promise<T>

/** What is found wrong with an entry, in Russian; null where nothing is. */
export type EntryCheck = (document: DocumentId, entry: LogEntry) => string | null

/** What other relays on the same database committed since this one last looked. */
export interface News {
  batches: { document: DocumentId; entries: LogEntry[] }[]
  /** Policy records among it; all there are, where some of them were erased. */
  policy: { all: boolean; records: readonly PolicyRecord[] }
}

/** Who hears what other relays on the same database do. */
export interface Follower {
  /** Told of their commits, each once and in order, in the next transaction, before its works run. */
  news(news: News): void
  /** There may be news: a transaction, even an empty one, would bring them. */
  hint(): void
}

/**
 * The relay's rows: for each document an append-only log, chained by hashes of rows, not bytes, so that personal text
 * can be erased and the chain still verifies. Every implementation passes `row-store-contract.ts`. Readers see what
 * was committed, nothing else.
 */
export interface RowStore {
  /** Coined with the database; a restored copy gets another. */
  readonly incarnation: string
  /**
   * Runs `work`, which waits for nothing and reads what `reads` names, in one transaction. When it resolves, all is on
   * disk (fsync); when it rejects, nothing was written: with `NoRoom` where the disk takes nothing more.
   */
  transact<T>(reads: readonly Reads[], work: (rows: RowTransaction) => T): Promise<T>
  /** Only of a store that other relays may write to: tells what they do from now on. */
  follow?(follower: Follower): Promise<void>
  /** Documents that have entries, in order of their names. */
  documents(prefix?: string): Awaitable<DocumentId[]>
  /** The chain's hash (16 hex digits) at an entry; undefined where the log has none. */
  chainAt(document: DocumentId, seq: number): Awaitable<string | undefined>
  /** Entries after `seq` in log order, at most `limit`. Erased elements come as what is left of them. */
  entries(document: DocumentId, after: number, limit: number): Awaitable<LogEntry[]>
  /**
   * The same for a download, which reads nothing of most elements; no more of them than fit into `bytes` of JSON, but at
   * least one.
   */
  kept(document: DocumentId, after: number, limit: number, bytes: number): Awaitable<KeptEntry[]>
  /** All receipts of a document in log order. */
  receipts(document: DocumentId): Awaitable<Iterable<Receipt>>
  /** All writers of a document. */
  writers(document: DocumentId): Awaitable<Map<ClientId, StoredWriter>>
  /** Entries about a writer's clocks from `from` up to, not including, `to`: those that carry elements by clock, then mere receipts in log order. */
  entriesOf(document: DocumentId, client: ClientId, from: number, to: number): Awaitable<LogEntry[]>
  /** All policy records, by document in log order. */
  policyRecords(): Awaitable<Iterable<PolicyRecord>>
  /**
   * Walks every log, `only` one, or the end of each so that `newest` rows are walked in all; `check` says what else is
   * wrong with an entry. Returns the number of entries or the first damage.
   */
  verify(check: EntryCheck, newest?: number, only?: DocumentId): Awaitable<{ rows: number } | Damage>
}
