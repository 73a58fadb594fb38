import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { ClientId } from '../../src/domain/ledger/ids.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import { carryingFirst, type LoadedDocument } from './loaded-document.ts'
import type { Connection, PostgresDatabase } from './postgres-database.ts'
import { loadDocuments } from './postgres-load.ts'
import { readNews, readPolicy } from './postgres-news.ts'
import { type DocumentLine, entriesAbout, entriesAfter, rowsAfter, rowsFitting } from './postgres-rows.ts'
import { prepareSchool, type StoredSchool } from './postgres-schema.ts'
import { writeDocuments } from './postgres-write.ts'
import { isFull } from './room.ts'
import { chainStart, shortChain } from './row-hash.ts'
import {
  type Damage,
  type EntryCheck,
  type Follower,
  type KeptEntry,
  type LogEntry,
  NoRoom,
  type PolicyRecord,
  type Reads,
  type RowStore,
  type RowTransaction,
  type StoredWriter,
} from './row-store.ts'
import { readKept } from './stored-row.ts'
import { walkLogs } from './verify-logs.ts'

/** Where relays tell one another of their commits. */
const channel = 'parta_change'

/**
 * The row store of one school in PostgreSQL, which may hold many schools and have several relays before it. A
 * transaction locks the school's line, so that a school's commits follow one another on all nodes and nothing is judged
 * while rights change elsewhere; loads what its works read; runs them in memory; stores what they wrote.
 */
export class PostgresRowStore implements RowStore {
  readonly incarnation: string
  /** Where the school had moved to when it was opened; null of one that is here. */
  readonly movedTo: string | null
  /** Its number among the schools of the database. */
  readonly school: number
  private readonly database: Pick<PostgresDatabase, 'query' | 'transact'>
  /** The last change that was told of, or is its own. */
  private change: number
  private follower: Follower | undefined

  private constructor(
    private readonly whole: PostgresDatabase,
    { number, incarnation, change, movedTo }: StoredSchool,
  ) {
    this.school = number
    this.database = whole.of(number)
    this.incarnation = incarnation
    this.movedTo = movedTo
    this.change = change
  }

  /** Opens a school of a database by its id; one that is new there begins empty. */
  static async open(database: PostgresDatabase, school: string): Promise<PostgresRowStore> {
    return new PostgresRowStore(database, await prepareSchool(database, school))
  }

  async transact<T>(reads: readonly Reads[], work: (rows: RowTransaction) => T): Promise<T> {
    // What reads nothing writes nothing: it waits for its turn, and for the news.
    if (reads.length === 0) {
      if (this.follower) await this.catchUp(this.database, '')
      return work(rowsOf(new Map()))
    }
    const { result, change } = await this.inTransaction(async (connection) => {
      const before = await this.catchUp(connection, 'FOR UPDATE')
      const documents = await loadDocuments(connection, this.school, reads)
      const found = work(rowsOf(documents))
      const changed = [...documents.values()].filter(({ isChanged }) => isChanged)
      if (changed.length === 0) return { result: found, change: before }
      await this.write(connection, before + 1, changed)
      return { result: found, change: before + 1 }
    })
    if (change > this.change) this.announce(change)
    this.change = change
    return result
  }

  private async inTransaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await this.database.transact(work)
    } catch (error) {
      throw isFull(error) ? new NoRoom('the disk is full', { cause: error }) : error
    }
  }

  async follow(follower: Follower): Promise<void> {
    await this.whole.listen(channel, (said) => {
      // Our own are known by now or in a moment; whoever missed one was told of nothing in particular.
      const [school, change] = (said ?? '').split(' ').map(Number)
      if (said === undefined || (school === this.school && change! > this.change)) follower.hint()
    })
    this.follower = follower
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

  async entries(document: DocumentId, after: number, limit: number): Promise<LogEntry[]> {
    const number = await this.numberOf(document)
    return number === undefined ? [] : entriesAfter(this.database, this.school, number, after, limit)
  }

  async kept(document: DocumentId, after: number, limit: number, bytes: number): Promise<KeptEntry[]> {
    const number = await this.numberOf(document)
    if (number === undefined) return []
    return (await rowsFitting(this.database, this.school, number, after, limit, bytes)).map(readKept)
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

  policyRecords(): Promise<PolicyRecord[]> {
    return readPolicy(this.database, this.school, 0)
  }

  verify(
    check: EntryCheck,
    newest = Number.POSITIVE_INFINITY,
    only?: DocumentId,
  ): Promise<{ rows: number } | Damage> {
    // Heads and rows as they stood at one moment.
    return this.database.transact(
      (connection) => verifyRows(connection, this.school, check, newest, only),
      'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    )
  }

  /** Tells the follower what others committed, and returns the number of the last change. */
  private async catchUp(connection: Connection, lock: 'FOR UPDATE' | ''): Promise<number> {
    const [line] = await connection.query<{ change: number; moved_to: string | null }>(
      `SELECT change, moved_to FROM school WHERE number = $1 ${lock}`,
      [this.school],
    )
    const { change, moved_to: moved } = line!
    if (moved !== null) throw new Error('the school has moved')
    if (this.follower && change > this.change)
      this.follower.news(await readNews(connection, this.school, this.change, change))
    this.change = change
    return change
  }

  private async write(connection: Connection, change: number, changed: readonly LoadedDocument[]) {
    await writeDocuments(connection, this.school, change, changed)
    await connection.query('UPDATE school SET change = $2 WHERE number = $1', [this.school, change])
  }

  /** After the commit: one with a NOTIFY in it would wait for those of all schools. It is only a hint. */
  private announce(change: number): void {
    this.database
      .query('SELECT pg_notify($1, $2)', [channel, `${this.school} ${change}`])
      .catch(() => undefined)
  }

  private async numberOf(document: DocumentId): Promise<number | undefined> {
    const [line] = await this.database.query<{ number: number }>(
      'SELECT number FROM document WHERE school = $1 AND name = $2',
      [this.school, document],
    )
    return line?.number
  }
}

/** As `RowStore.verify`, of a school in a transaction. */
export async function verifyRows(
  connection: Connection,
  school: number,
  check: EntryCheck,
  newest = Number.POSITIVE_INFINITY,
  only?: DocumentId,
): Promise<{ rows: number } | Damage> {
  const heads = await connection.query<DocumentLine>(
    'SELECT number, name, seq, chain FROM document WHERE school = $1 ORDER BY name',
    [school],
  )
  const walk = walkLogs(heads, check, newest, only)
  let step = walk.next()
  while (!step.done) step = walk.next(await rowsAfter(connection, school, ...step.value))
  return step.value
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
