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
  // First: whoever had the database before may be closing it still.
  database.pragma('busy_timeout = 5000')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // What is erased does not stay readable in free pages.
  database.pragma('secure_delete = ON')
  return database
}

/**
 * Closes a database with all of it in its one file. libsql keeps a connection until the last of its statements is
 * collected as garbage, so that the checkpoint which SQLite makes at closing would come at some later moment, or never.
 */
export function closeDatabase(database: Database.Database): void {
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}
