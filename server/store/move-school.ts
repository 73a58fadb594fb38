import type { Database } from './database.ts'
import type { Connection } from './postgres-database.ts'
import { insert } from './postgres-write.ts'

/** Tables whose lines others refer to, in an order in which they are found; the rest come after them. */
const firstTables = ['document', 'row', 'accounts', 'files']
/** Says of the database itself, or is SQLite's own. */
const isOwnOfDatabase = (name: string) => name === 'store_meta' || name.startsWith('sqlite_')
/** What PostgreSQL has besides: the commit that wrote a line, here the first. */
const ofPostgres = { change: 1 } as const

const pageLength = 1_000

interface MovedTable {
  name: string
  columns: readonly string[]
}

interface Column {
  table: string
  column: string
  identity: boolean
}

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ')

/**
 * Copies all of a school's tables from SQLite, line by line, into PostgreSQL in the transaction of `connection`, where
 * the school has a line and nothing else. Throws where anything would be left behind.
 */
export async function copyToPostgres(
  database: Database.Database,
  connection: Connection,
  school: number,
): Promise<void> {
  const there = await columnsThere(connection)
  for (const { name, columns } of tablesOf(database, there)) {
    const extra = there.some(({ table, column }) => table === name && column === 'change') ? ofPostgres : {}
    const into = `${name} (school, ${quoted([...columns, ...Object.keys(extra)])}) OVERRIDING SYSTEM VALUE`
    let page: unknown[][] = []
    const flush = async () => {
      await insert(connection, into, page)
      page = []
    }
    const lines = database
      .prepare(`SELECT ${quoted(columns)} FROM ${name}`)
      .raw()
      .iterate() as Iterable<unknown[]>
    for (const line of lines) {
      page.push([school, ...line.map(fromSqlite), ...Object.values(extra)])
      if (page.length === pageLength) await flush()
    }
    await flush()
  }
  await connection.query('UPDATE school SET change = $2 WHERE number = $1', [school, ofPostgres.change])
  await countOn(connection, there)
}

/** The same the other way: into an empty SQLite database, in one transaction of its own. */
export async function copyToSqlite(
  connection: Connection,
  school: number,
  database: Database.Database,
): Promise<void> {
  const there = await columnsThere(connection)
  database.exec('BEGIN IMMEDIATE')
  try {
    for (const { name, columns } of tablesOf(database, there)) {
      const marks = columns.map(() => '?').join(', ')
      const put = database.prepare(`INSERT INTO ${name} (${quoted(columns)}) VALUES (${marks})`)
      const order = there.find((it) => it.table === name && it.identity)?.column ?? columns[0]!
      await connection.query(
        `DECLARE moved NO SCROLL CURSOR FOR SELECT ${quoted(columns)} FROM ${name}
         WHERE school = ${school} ORDER BY "${order}"`,
      )
      for (;;) {
        const page = await connection.query<Record<string, unknown>>(`FETCH ${pageLength} FROM moved`)
        for (const line of page) put.run(columns.map((column) => toSqlite(line[column])))
        if (page.length < pageLength) break
      }
      await connection.query('CLOSE moved')
    }
    database.exec('COMMIT')
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function columnsThere({ query }: Connection): Promise<Column[]> {
  return query<Column>(
    `SELECT table_name AS "table", column_name AS "column", is_identity = 'YES' AS identity
     FROM information_schema.columns WHERE table_schema = current_schema()`,
  )
}

function tablesOf(database: Database.Database, there: readonly Column[]): MovedTable[] {
  const found = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()
  const names = (found as { name: string }[]).map(({ name }) => name).filter((name) => !isOwnOfDatabase(name))
  const ordered = [
    ...firstTables.filter((name) => names.includes(name)),
    ...names.filter((name) => !firstTables.includes(name)),
  ]
  return ordered.map((name) => {
    const own = (database.pragma(`table_info(${name})`) as { name: string }[]).map((it) => it.name)
    // Where the order of lines is told by it.
    if (there.some((it) => it.table === name && it.column === 'rowid')) own.push('rowid')
    const lost = own.find((column) => !there.some((it) => it.table === name && it.column === column))
    if (lost !== undefined) throw new Error(`PostgreSQL has no column ${name}.${lost}`)
    return { name, columns: own }
  })
}

/** Numbers that the database gives go on after those that were copied. */
async function countOn({ query }: Connection, there: readonly Column[]): Promise<void> {
  for (const { table, column, identity } of there)
    if (identity && table !== 'school')
      await query(
        `SELECT setval(pg_get_serial_sequence('${table}', '${column}'),
           greatest((SELECT coalesce(max("${column}"), 0) FROM ${table}), nextval(pg_get_serial_sequence('${table}', '${column}'))))`,
      )
}

/** libsql gives blobs of many lines as ArrayBuffers. */
function fromSqlite(value: unknown): unknown {
  return value instanceof ArrayBuffer ? Buffer.from(value) : value
}

function toSqlite(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value
}
