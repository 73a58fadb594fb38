import { randomInt } from 'node:crypto'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, type Fact, isFact } from '../../src/domain/ledger/fact.ts'
import type { ClientId, DeviceId, FactId, UserId } from '../../src/domain/ledger/ids.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import type { Database } from './database.ts'
import { receivedIn } from './intake.ts'
import { isFull } from './room.ts'
import { chainStart, factKey, nextChain, shortChain } from './row-hash.ts'
import {
  type Damage,
  type EntryCheck,
  type KeptEntry,
  type LogEntry,
  type LogHead,
  type NewEntry,
  NoRoom,
  type PolicyRecord,
  type Reads,
  type RowStore,
  type RowTransaction,
  type StoredWriter,
} from './row-store.ts'
import { StoredRows } from './sqlite-rows.ts'
import { prepareSchema } from './sqlite-schema.ts'
import { StoredWriters } from './sqlite-writers.ts'
import { linked, readEntry, readKept } from './stored-row.ts'
import { walkLogs } from './verify-logs.ts'

interface StoredDocument {
  number: number
  seq: number
  chain: Buffer
}

/**
 * The row store in SQLite (libsql). Synchronous: SQLite is bound by fsync, which group commit shares, and reads so fast
 * that nothing need be loaded before. A transaction begins and ends within one turn of the event loop: a reader of the
 * same connection never sees what is not committed.
 */
export class SqliteRowStore implements RowStore, RowTransaction {
  readonly incarnation: string
  private readonly sql: ReturnType<typeof statements>
  private readonly rows: StoredRows
  private readonly database: Database.Database
  /**
   * Heads as the last transaction left them, since this connection alone writes, as are writers: half of what a fact
   * would ask SQLite for. Forgotten when a transaction fails.
   */
  private readonly heads = new Map<DocumentId, StoredDocument>()
  private readonly writersOf: StoredWriters

  constructor(database: Database.Database) {
    this.database = database
    this.incarnation = prepareSchema(database)
    this.sql = statements(database)
    this.rows = new StoredRows(database)
    this.writersOf = new StoredWriters(database, this.rows)
  }

  async transact<T>(_reads: readonly Reads[], work: (rows: RowTransaction) => T): Promise<T> {
    this.database.exec('BEGIN IMMEDIATE')
    try {
      const result = work(this)
      this.database.exec('COMMIT')
      return result
    } catch (error) {
      this.heads.clear()
      this.writersOf.forget()
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
      throw isFull(error) ? new NoRoom('the disk is full', { cause: error }) : error
    }
  }

  documents(prefix = ''): DocumentId[] {
    const all = this.sql.documents.all() as { name: DocumentId }[]
    return all.map(({ name }) => name).filter((name) => name.startsWith(prefix))
  }

  head(document: DocumentId): LogHead {
    const { seq, chain } = this.stored(document) ?? { seq: 0, chain: chainStart }
    return { seq, chain: shortChain(chain) }
  }

  chainAt(document: DocumentId, seq: number): string | undefined {
    if (seq === 0) return shortChain(chainStart)
    const number = this.numberOf(document)
    const chain = number === undefined ? undefined : this.rows.chain(number, seq)
    return chain && shortChain(chain)
  }

  append(document: DocumentId, entry: NewEntry, carries = entry.elements !== null): LogEntry {
    const { receipt, elements, hash } = entry
    const stored = this.stored(document)
    const writer = stored && this.writersOf.of(stored.number, receipt.client)
    if (!writer) throw new Error(`writer ${receipt.client} of ${document} is not bound`)
    const end = receipt.clock + receipt.length
    if (elements && elements.length !== receipt.length)
      throw new Error('a receipt is longer or shorter than its row')
    if (carries && this.hasElements(document, receipt.client, receipt.clock, end))
      throw new Error(`rows of writer ${receipt.client} of ${document} overlap`)
    const previousChain = shortChain(stored.chain)
    const seq = stored.seq + 1
    const chain = nextChain(stored.chain, receipt, carries, hash)
    this.rows.insert(stored.number, { seq, receipt, elements, hash, chain, carries })
    this.sql.setHead.run(seq, chain, stored.number)
    for (const { hour, entries, voided, newest } of receivedIn([{ entry, carries }]))
      this.sql.countReceived.run(hour, entries, voided, newest)
    stored.seq = seq
    stored.chain = chain
    if (elements && carries) {
      this.indexFacts(stored.number, seq, elements)
      this.writersOf.advance(stored.number, receipt.client, writer, receipt.clock, end)
    }
    return {
      ...entry,
      seq,
      chain: shortChain(chain),
      previousChain,
    }
  }

  replace(document: DocumentId, seq: number, elements: readonly Element[], clocks: readonly number[]): void {
    const number = this.numberOf(document)
    this.sql.replace.run(JSON.stringify(elements), number, seq)
    for (const clock of clocks) this.sql.forgetPolicy.run(number, seq, clock)
  }

  entries(document: DocumentId, after: number, limit: number): LogEntry[] {
    const number = this.numberOf(document)
    if (number === undefined) return []
    const previous = after === 0 ? chainStart : this.rows.chain(number, after)
    return previous ? linked(this.rows.after(number, after, limit), previous) : []
  }

  kept(document: DocumentId, after: number, limit: number, bytes: number): KeptEntry[] {
    const number = this.numberOf(document)
    if (number === undefined) return []
    return this.rows.after(number, after, this.rows.fitting(number, after, limit, bytes)).map(readKept)
  }

  *receipts(document: DocumentId): Iterable<Receipt> {
    const page = 1000
    for (let after = 0; ; ) {
      const found = this.entries(document, after, page)
      for (const { receipt } of found) yield receipt
      if (found.length < page) return
      after += page
    }
  }

  writer(document: DocumentId, client: ClientId): StoredWriter | undefined {
    const number = this.numberOf(document)
    if (number === undefined) return undefined
    const known = this.writersOf.of(number, client)
    return known && { user: known.user, device: known.device, next: known.next }
  }

  freshClient(document: DocumentId): ClientId {
    for (;;) {
      const client = randomInt(1, 2 ** 32)
      if (!this.writer(document, client)) return client
    }
  }

  writers(document: DocumentId): Map<ClientId, StoredWriter> {
    const number = this.numberOf(document)
    return number === undefined ? new Map() : this.writersOf.all(number)
  }

  bind(document: DocumentId, client: ClientId, owner: { user: UserId; device: DeviceId }): void {
    if (this.numberOf(document) === undefined) this.sql.addDocument.run(document, chainStart)
    this.writersOf.bind(this.numberOf(document)!, client, owner)
  }

  hasElements(document: DocumentId, client: ClientId, from: number, to: number): boolean {
    const number = this.numberOf(document)
    if (number === undefined) return false
    const writer = this.writersOf.of(number, client)
    return writer !== undefined && from < writer.end && this.rows.overlaps(number, client, from, to)
  }

  entriesOf(document: DocumentId, client: ClientId, from: number, to: number): LogEntry[] {
    const number = this.numberOf(document)
    if (number === undefined) return []
    return this.rows.of(number, client, from, to).map((row) => {
      const previous = this.rows.chain(number, row.seq - 1) ?? chainStart
      return linked([row], previous)[0]!
    })
  }

  fact(document: DocumentId, id: FactId): Fact | undefined {
    const number = this.numberOf(document)
    if (number === undefined) return undefined
    const key = factKey(id)
    // A new fact is nowhere, which costs least to find out without asking for many lines.
    if (!this.sql.factRows.get(number, key)) return undefined
    for (const { seq } of this.sql.factRows.all(number, key) as { seq: number }[]) {
      const [row] = this.rows.after(number, seq - 1, 1)
      const found = row && readEntry(row).elements?.find((it: Element) => isFact(it) && it[0] === id)
      if (found) return found as Fact
    }
    return undefined
  }

  addPolicyRecord(
    document: DocumentId,
    seq: number,
    { receipt, fact }: Omit<PolicyRecord, 'document'>,
  ): void {
    this.sql.addPolicy.run(
      this.numberOf(document),
      seq,
      receipt.clock,
      JSON.stringify(receipt),
      fact && JSON.stringify(fact),
    )
  }

  *policyRecords(): Iterable<PolicyRecord> {
    const all = this.sql.policy.all() as { name: DocumentId; receipt: string; fact: string | null }[]
    for (const { name, receipt, fact } of all) {
      yield {
        document: name,
        receipt: JSON.parse(receipt) as Receipt,
        fact: fact === null ? null : (JSON.parse(fact) as Fact),
      }
    }
  }

  verify(check: EntryCheck, newest = Number.POSITIVE_INFINITY, only?: DocumentId): { rows: number } | Damage {
    const heads = this.sql.heads.all() as (StoredDocument & { name: DocumentId })[]
    const documents = heads.map((head) => ({ ...head, chain: Buffer.from(head.chain) }))
    const walk = walkLogs(documents, check, newest, only)
    let step = walk.next()
    while (!step.done) step = walk.next(this.rows.after(...step.value))
    return step.value
  }

  /** All facts of a row in one statement, and in the order of the index: a year's upload has 1,400. */
  private indexFacts(number: number, seq: number, elements: readonly Element[]): void {
    const keys = elements.filter(isFact).map(([id]) => factKey(id))
    if (keys.length === 1) this.sql.indexFact.run(number, keys[0]!, seq)
    else this.sql.indexFacts.run(number, seq, JSON.stringify(keys))
  }

  private numberOf(document: DocumentId): number | undefined {
    return this.stored(document)?.number
  }

  private stored(document: DocumentId): StoredDocument | undefined {
    const known = this.heads.get(document)
    if (known) return known
    const stored = this.sql.document.get(document) as StoredDocument | undefined
    if (stored) this.heads.set(document, stored)
    return stored
  }
}

function statements(database: Database.Database) {
  return {
    documents: database.prepare('SELECT name FROM document WHERE seq > 0 ORDER BY name'),
    heads: database.prepare('SELECT number, name, seq, chain FROM document ORDER BY name'),
    document: database.prepare('SELECT number, seq, chain FROM document WHERE name = ?'),
    addDocument: database.prepare('INSERT INTO document (name, seq, chain) VALUES (?, 0, ?)'),
    setHead: database.prepare('UPDATE document SET seq = ?, chain = ? WHERE number = ?'),
    indexFact: database.prepare('INSERT OR IGNORE INTO fact_index VALUES (?, ?, ?)'),
    indexFacts: database.prepare(
      `INSERT OR IGNORE INTO fact_index SELECT ?, value, ? FROM json_each(?) ORDER BY value`,
    ),
    factRows: database.prepare('SELECT seq FROM fact_index WHERE document = ? AND key = ? ORDER BY seq'),
    replace: database.prepare('UPDATE row SET elements = ? WHERE document = ? AND seq = ?'),
    forgetPolicy: database.prepare(
      'UPDATE policy_fact SET fact = NULL WHERE document = ? AND seq = ? AND clock = ?',
    ),
    countReceived: database.prepare(
      `INSERT INTO intake (hour, entries, voided, newest) VALUES (?, ?, ?, ?)
       ON CONFLICT (hour) DO UPDATE SET entries = entries + excluded.entries, voided = voided + excluded.voided,
         newest = max(newest, excluded.newest)`,
    ),
    addPolicy: database.prepare('INSERT OR REPLACE INTO policy_fact VALUES (?, ?, ?, ?, ?)'),
    policy: database.prepare(
      `SELECT name, receipt, fact FROM policy_fact JOIN document ON document.number = policy_fact.document
       ORDER BY policy_fact.document, policy_fact.seq, policy_fact.clock`,
    ),
  }
}
