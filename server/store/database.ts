import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

export type { Database }

/** Name of the database in a data folder. */
export const databaseFile = 'parta.sqlite'

/**
 * Opens the school's database in a data folder, made when missing. Write-ahead log with synchronous=FULL: a commit
 * returns only after fsync, which is what a receipt promises.
 */
export function openDatabase(dataFolder: string): Database.Database {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const database = new Database(join(dataFolder, databaseFile))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // What is erased does not stay readable in free pages.
  database.pragma('secure_delete = ON')
  database.pragma('busy_timeout = 5000')
  return database
}
