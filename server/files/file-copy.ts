import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { toDisk } from '../store/database-copy.ts'

/** The folder of files beside copies of a database; all copies there share it. */
export const copiedFiles = 'parta-files'

export interface FileCopy {
  /** Of the database, those that are in the folder now. */
  here: number
  /** Of the database, those that neither folder has. */
  missing: number
}

/**
 * Copies the files that a database knows of from one folder to another, where they are not there yet: a file never
 * changes, since its name is the digest of what it holds.
 */
export function copyFiles(databaseFile: string, from: string, to: string): FileCopy {
  const copy: FileCopy = { here: 0, missing: 0 }
  for (const { hash, size } of filesOf(databaseFile)) {
    const [source, target] = [join(from, hash), join(to, hash)]
    if (isWhole(target, size)) copy.here++
    else if (!isWhole(source, size)) copy.missing++
    else {
      mkdirSync(to, { recursive: true, mode: 0o700 })
      put(source, target)
      copy.here++
    }
  }
  return copy
}

function filesOf(databaseFile: string): { hash: string; size: number }[] {
  const database = new Database(databaseFile)
  try {
    const known = database
      .prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'files'`)
      .get()
    return known === undefined
      ? []
      : (database.prepare('SELECT hash, size FROM files ORDER BY hash').all() as {
          hash: string
          size: number
        }[])
  } finally {
    database.close()
  }
}

function isWhole(file: string, size: number): boolean {
  return existsSync(file) && statSync(file).size === size
}

function put(source: string, target: string): void {
  const draft = `${target}.part`
  try {
    copyFileSync(source, draft)
    toDisk(draft)
    renameSync(draft, target)
  } finally {
    rmSync(draft, { force: true })
  }
}
