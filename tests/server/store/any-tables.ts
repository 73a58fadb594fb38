import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileFolder } from '../../../server/files/file-folder.ts'
import type { FileContents } from '../../../server/files/file-store.ts'
import { FileTable } from '../../../server/files/file-table.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { openPostgres } from '../../../server/store/postgres-database.ts'
import { prepareSchool } from '../../../server/store/postgres-schema.ts'
import { PostgresTables } from '../../../server/store/postgres-tables.ts'
import { SqliteTables } from '../../../server/store/sqlite-tables.ts'
import type { Tables } from '../../../server/store/tables.ts'
import { sharedDatabase } from '../../postgres/databases.ts'

/** A school's tables under tests that hold for every engine: on PostgreSQL where the run has one, else on SQLite. */
export interface AnyTables {
  tables: Tables
  contents: FileContents
  /** All lines of all tables, as text. */
  dump(): Promise<string>
  /** Closes the database and opens it anew on what it stored. */
  again(): Promise<AnyTables>
  close(): Promise<void>
}

export function startAnyTables(): Promise<AnyTables> {
  const address = sharedDatabase()
  return address === undefined
    ? onSqlite(mkdtempSync(join(tmpdir(), 'parta-tables-')))
    : onPostgres(address, randomUUID())
}

async function onSqlite(folder: string): Promise<AnyTables> {
  const database = openDatabase(folder)
  return {
    tables: new SqliteTables(database),
    contents: new FileFolder(folder),
    async dump() {
      const names = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as {
        name: string
      }[]
      return names.map(({ name }) => JSON.stringify(database.prepare(`SELECT * FROM ${name}`).all())).join()
    },
    again() {
      database.close()
      return onSqlite(folder)
    },
    async close() {
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A school among those of the tests before. */
async function onPostgres(address: string, school: string): Promise<AnyTables> {
  const database = await openPostgres(address)
  const { number } = await prepareSchool(database, school)
  const tables = new PostgresTables(database, number)
  return {
    tables,
    contents: new FileTable(tables),
    async dump() {
      const own = database.of(number)
      const names = await own.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
      )
      const lines: string[] = []
      for (const { name } of names) lines.push(JSON.stringify(await own.query(`SELECT * FROM ${name}`)))
      return lines.join()
    },
    async again() {
      await database.close()
      return onPostgres(address, school)
    },
    close: () => database.close(),
  }
}
