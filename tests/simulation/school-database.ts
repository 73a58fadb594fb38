import Database from 'libsql'
import type { RowStore } from '../../server/store/row-store.ts'
import { SqliteRowStore } from '../../server/store/sqlite-row-store.ts'
import { renewIncarnation } from '../../server/store/sqlite-schema.ts'
import { declaredReads } from '../server/store/declared-reads.ts'

/** What befalls the transactions of a relay's process; each of these may throw. */
export interface Faults {
  /** One begins. */
  begin(): void
  /** One that wrote something, or not, is about to be committed. */
  commit(wrote: boolean): void
}

/** Where a simulated school has its ledger: a real database of some engine. */
export interface SchoolDatabase {
  /** What the engine says in `code` when its disk is full. */
  readonly diskFull: string
  /** The store for a relay's process. */
  open(faults: Faults): Promise<RowStore>
  /** The store as it stands, whether a process runs or not. */
  view(): Promise<RowStore>
  /** A copy as it stands. */
  copy(): Promise<SchoolDatabase>
  /** Puts a copy in its place; `byHand` without a new incarnation, as somebody copies a file. */
  restore(copy: SchoolDatabase, byHand: boolean): Promise<void>
}

const tables = ['store_meta', 'document', 'row', 'writer', 'fact_index', 'policy_fact']

/** A database of SQLite in memory. */
export class SqliteSchool implements SchoolDatabase {
  readonly diskFull = 'SQLITE_FULL'

  private constructor(private database: Database.Database) {}

  /** A school in which nothing stands. */
  static fresh(): SqliteSchool {
    return new SqliteSchool(new Database(':memory:'))
  }

  async open(faults: Faults): Promise<RowStore> {
    const { database } = this
    const exec = Database.prototype.exec
    const changes = database.prepare('SELECT total_changes() AS count')
    const count = () => (changes.get() as { count: number }).count
    let before = 0
    database.exec = (sql: string) => {
      if (sql === 'BEGIN IMMEDIATE') {
        faults.begin()
        before = count()
      }
      if (sql === 'COMMIT') faults.commit(count() > before)
      return exec.call(database, sql)
    }
    return declaredReads(new SqliteRowStore(database))
  }

  async view(): Promise<RowStore> {
    return new SqliteRowStore(this.database)
  }

  async copy(): Promise<SqliteSchool> {
    return new SqliteSchool(copyDatabase(this.database))
  }

  async restore(copy: SqliteSchool, byHand: boolean): Promise<void> {
    this.database = copyDatabase(copy.database)
    if (!byHand) renewIncarnation(this.database)
  }
}

/** A database in memory with the content of another. */
function copyDatabase(source: Database.Database): Database.Database {
  const copy = new Database(':memory:')
  new SqliteRowStore(copy)
  for (const table of tables) {
    const lines = source.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]
    copy.exec(`DELETE FROM ${table}`)
    for (const line of lines)
      copy
        .prepare(`INSERT INTO ${table} VALUES (${line.map(() => '?').join()})`)
        .run(...line.map((value) => (value instanceof ArrayBuffer ? Buffer.from(value) : value)))
  }
  return copy
}
