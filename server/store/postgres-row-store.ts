import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Fact } from '../../src/domain/ledger/fact.ts'
import type { ClientId } from '../../src/domain/ledger/ids.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import { carryingFirst, type LoadedDocument } from './loaded-document.ts'
import type { Connection, PostgresDatabase } from './postgres-database.ts'
import { loadDocuments } from './postgres-load.ts'
import { type DocumentLine, entriesAbout, entriesAfter, rowsAfter } from './postgres-rows.ts'
import { prepareSchool, type StoredSchool } from './postgres-schema.ts'
import { writeDocuments } from './postgres-write.ts'
import { chainStart, shortChain } from './row-hash.ts'
import type {
  Damage,
  EntryCheck,
  LogEntry,
  PolicyRecord,
  Reads,
  RowStore,
  RowTransaction,
  StoredWriter,
} from './row-store.ts'
import { walkLogs } from './verify-logs.ts'

/**
 * The row store of one school in PostgreSQL, which may hold many schools and have several relays before it. A
 * transaction locks the school's line, so that a school's commits follow one another on all nodes and nothing is judged
 * while rights change elsewhere; loads what its works read; runs them in memory; stores what they wrote.
 */
export class PostgresRowStore implements RowStore {
  readonly incarnation: string
  private readonly school: number

  private constructor(
    private readonly database: PostgresDatabase,
    { number, incarnation }: StoredSchool,
  ) {
    this.school = number
    this.incarnation = incarnation
  }

  /** Opens a school of a database by its id; one that is new there begins empty. */
  static async open(database: PostgresDatabase, school: string): Promise<PostgresRowStore> {
    return new PostgresRowStore(database, await prepareSchool(database, school))
  }

  async transact<T>(reads: readonly Reads[], work: (rows: RowTransaction) => T): Promise<T> {
    // A work that reads nothing can write nothing: it only waits for its turn.
    if (reads.length === 0) return work(rowsOf(new Map()))
    return this.database.transact(async (connection) => {
      const [line] = await connection.query<{ change: number }>(
        'SELECT change FROM school WHERE number = $1 FOR UPDATE',
        [this.school],
      )
      const documents = await loadDocuments(connection, this.school, reads)
      const result = work(rowsOf(documents))
      await this.write(connection, line!.change + 1, [...documents.values()])
      return result
    })
  }

  async documents(prefix = ''): Promise<DocumentId[]> {
    const lines = await this.database.query<{ name: DocumentId }>(
      'SELECT name FROM document WHERE school = $1 AND seq > 0 AND starts_with(name, $2) ORDER BY name',
      [this.school, prefix],
    )
    return lines.map(({ name }) => name)
  }

  async chainAt(document: DocumentId, seq: number): Promise<string | undefined> {
    if (seq === 0) return shortChain(chainStart)
    const [line] = await this.database.query<{ chain: Buffer }>(
      `SELECT r.chain FROM row r JOIN document d ON d.school = $1 AND d.number = r.document
       WHERE r.school = $1 AND d.name = $2 AND r.seq = $3`,
      [this.school, document, seq],
    )
    return line && shortChain(line.chain)
  }

  async entries(document: DocumentId, after: number, limit: number, bytes?: number): Promise<LogEntry[]> {
    const number = await this.numberOf(document)
    if (number === undefined) return []
    return entriesAfter(this.database, this.school, number, after, limit, bytes)
  }

  async receipts(document: DocumentId): Promise<Receipt[]> {
    const all = await this.entries(document, 0, Number.MAX_SAFE_INTEGER)
    return all.map(({ receipt }) => receipt)
  }

  async writers(document: DocumentId): Promise<Map<ClientId, StoredWriter>> {
    const lines = await this.database.query<StoredWriter & { client: ClientId }>(
      `SELECT w.client, w."user", w.device, w.next FROM writer w
       JOIN document d ON d.school = $1 AND d.number = w.document WHERE w.school = $1 AND d.name = $2`,
      [this.school, document],
    )
    return new Map(lines.map(({ client, ...writer }) => [client, writer]))
  }

  async entriesOf(document: DocumentId, client: ClientId, from: number, to: number): Promise<LogEntry[]> {
    const number = await this.numberOf(document)
    if (number === undefined) return []
    const stretch = { document: number, client, clock: from, length: to - from }
    const found = await entriesAbout(this.database, this.school, [stretch])
    return carryingFirst(found)
  }

  async policyRecords(): Promise<PolicyRecord[]> {
    const lines = await this.database.query<{ name: DocumentId; receipt: string; fact: string | null }>(
      `SELECT d.name, p.receipt, p.fact FROM policy_fact p
       JOIN document d ON d.school = $1 AND d.number = p.document
       WHERE p.school = $1 ORDER BY p.document, p.seq, p.clock`,
      [this.school],
    )
    return lines.map(({ name, receipt, fact }) => ({
      document: name,
      receipt: JSON.parse(receipt) as Receipt,
      fact: fact === null ? null : (JSON.parse(fact) as Fact),
    }))
  }

  verify(check: EntryCheck, newest = Number.POSITIVE_INFINITY): Promise<{ rows: number } | Damage> {
    // Heads and rows as they stood at one moment, whatever is appended meanwhile.
    return this.database.transact(async (connection) => {
      const heads = await connection.query<DocumentLine>(
        'SELECT number, name, seq, chain FROM document WHERE school = $1 ORDER BY name',
        [this.school],
      )
      const walk = walkLogs(heads, check, newest)
      let step = walk.next()
      while (!step.done) step = walk.next(await rowsAfter(connection, this.school, ...step.value))
      return step.value
    }, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  }

  private async write(
    connection: Connection,
    change: number,
    documents: readonly LoadedDocument[],
  ): Promise<void> {
    const changed = documents.filter(({ isChanged }) => isChanged)
    if (changed.length === 0) return
    await writeDocuments(connection, this.school, change, changed)
    await connection.query('UPDATE school SET change = $2 WHERE number = $1', [this.school, change])
  }

  private async numberOf(document: DocumentId): Promise<number | undefined> {
    const [line] = await this.database.query<{ number: number }>(
      'SELECT number FROM document WHERE school = $1 AND name = $2',
      [this.school, document],
    )
    return line?.number
  }
}

/** The documents of a transaction as its works see them. */
function rowsOf(documents: ReadonlyMap<DocumentId, LoadedDocument>): RowTransaction {
  const of = (name: DocumentId) => {
    const found = documents.get(name)
    if (!found) throw new Error(`not loaded: ${name}`)
    return found
  }
  return {
    head: (document) => of(document).head(),
    entries: (document, after, limit) => of(document).entries(after, limit),
    writer: (document, client) => of(document).writer(client),
    freshClient: (document) => of(document).freshClient(),
    hasElements: (document, client, from, to) => of(document).hasElements(client, from, to),
    entriesOf: (document, client, from, to) => of(document).entriesOf(client, from, to),
    fact: (document, id) => of(document).fact(id),
    bind: (document, client, owner) => of(document).bind(client, owner),
    append: (document, entry, carries = entry.elements !== null) => of(document).append(entry, carries),
    replace: (document, seq, elements, clocks) => of(document).replace(seq, elements, clocks),
    addPolicyRecord: (document, seq, record) => of(document).addPolicyRecord(seq, record),
  }
}
