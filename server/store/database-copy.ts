import { closeSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { databaseFile } from './database.ts'

/** How long to wait for a writer, ms: it holds the database for one commit. */
const patience = 30_000

/**
 * Copies the database of a data folder as it stands at one moment into a new file for its owner only. A server may go
 * on writing meanwhile: with a write-ahead log readers stop nobody. Throws where the target exists.
 */
export function copyDatabase(dataFolder: string, target: string, made: Date): void {
  closeSync(openSync(target, 'wx', 0o600))
  const source = new Database(join(dataFolder, databaseFile), { readonly: true })
  try {
    source.pragma(`busy_timeout = ${patience}`)
    source.prepare('VACUUM INTO ?').run(target)
  } finally {
    source.close()
  }
  const copy = new Database(target)
  try {
    copy.prepare(`INSERT OR REPLACE INTO store_meta VALUES ('copied', ?)`).run(made.toISOString())
  } finally {
    copy.close()
  }
  toDisk(target)
}

/** Whether a file is a school's database; false too for files that are no database, or a broken one. */
export function isSchoolDatabase(file: string): boolean {
  const database = new Database(file)
  try {
    database.pragma(`busy_timeout = ${patience}`)
    return database.prepare(`SELECT 1 FROM store_meta WHERE name = 'incarnation'`).get() !== undefined
  } catch (error) {
    const { code } = error as { code?: string }
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(code ?? '')) return false
    throw error
  } finally {
    database.close()
  }
}

/** When this database was copied by `copyDatabase`; undefined of one that was copied in another way. */
export function copiedAt(database: Database.Database): Date | undefined {
  const row = database.prepare(`SELECT value FROM store_meta WHERE name = 'copied'`).get()
  return row === undefined ? undefined : new Date((row as { value: string }).value)
}

/** Returns when a file's content is on the disk. */
export function toDisk(file: string): void {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
