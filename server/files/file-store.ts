import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from 'libsql'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { UserId } from '../../src/domain/ledger/ids.ts'

/** Bytes that a school's files may take together: some thousands of photographed pages. */
export const schoolQuota = 2_000_000_000

/** Name of the folder in a data folder. */
export const filesFolder = 'files'

export type FileRefusal = 'wrongHash' | 'quotaFull'

export interface StoredFile {
  type: string
  bytes: Buffer
}

/**
 * Files attached to homework: bytes in a folder, each file named by the SHA-256 of what it holds, so that the same
 * worksheet lies there once; which journals may show it stands in the database.
 */
export class FileStore {
  private readonly folder: string

  constructor(
    private readonly database: Database,
    dataFolder: string,
    private readonly now: () => number,
    private readonly quota = schoolQuota,
  ) {
    this.folder = join(dataFolder, filesFolder)
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    database.exec(`
      CREATE TABLE IF NOT EXISTS files (
        hash TEXT PRIMARY KEY,
        type TEXT NOT NULL,
        size INTEGER NOT NULL,
        received_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE IF NOT EXISTS file_journals (
        hash TEXT NOT NULL REFERENCES files(hash),
        journal TEXT NOT NULL,
        user TEXT NOT NULL,
        received_at INTEGER NOT NULL,
        PRIMARY KEY (hash, journal)
      ) STRICT;
    `)
  }

  /** Keeps a file for a journal; null once it is on the disk. The same file again costs nothing. */
  async put(
    hash: string,
    { type, bytes }: StoredFile,
    journal: DocumentId,
    user: UserId,
  ): Promise<FileRefusal | null> {
    if (createHash('sha256').update(bytes).digest('hex') !== hash) return 'wrongHash'
    if (!this.isHere(hash)) {
      if (this.used() + bytes.length > this.quota) return 'quotaFull'
      await this.write(hash, bytes)
    }
    const at = this.now()
    this.database
      .prepare('INSERT OR IGNORE INTO files (hash, type, size, received_at) VALUES (?, ?, ?, ?)')
      .run(hash, type, bytes.length, at)
    this.database
      .prepare('INSERT OR IGNORE INTO file_journals (hash, journal, user, received_at) VALUES (?, ?, ?, ?)')
      .run(hash, journal, user, at)
    return null
  }

  /** A file that was sent for this journal; null when none was. */
  async get(hash: string, journal: DocumentId): Promise<StoredFile | null> {
    const row = this.database
      .prepare(
        'SELECT files.type FROM files JOIN file_journals USING (hash) WHERE files.hash = ? AND journal = ?',
      )
      .get(hash, journal) as { type: string } | undefined
    if (!row || !this.isHere(hash)) return null
    return { type: row.type, bytes: await readFile(join(this.folder, hash)) }
  }

  /** Bytes that all files take. */
  used(): number {
    const row = this.database.prepare('SELECT COALESCE(SUM(size), 0) AS size FROM files').get()
    return (row as { size: number }).size
  }

  private isHere(hash: string): boolean {
    return existsSync(join(this.folder, hash))
  }

  /** A file has its name only once all of it is on the disk: what is cut off half-way is sent again. */
  private async write(hash: string, bytes: Buffer): Promise<void> {
    const draft = join(this.folder, `.${randomBytes(8).toString('hex')}`)
    try {
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, join(this.folder, hash))
    } finally {
      await rm(draft, { force: true })
    }
  }
}
