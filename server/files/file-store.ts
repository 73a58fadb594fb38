import { createHash } from 'node:crypto'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'

/** Bytes that a school's files may take together: some thousands of photographed pages. */
export const schoolQuota = 2_000_000_000

export type FileRefusal = 'wrongHash' | 'quotaFull'

export interface StoredFile {
  type: string
  bytes: Buffer
}

/** Where the bytes of files are, by the SHA-256 of what they hold. */
export interface FileContents {
  has(hash: string): Promise<boolean>
  /** Resolves once they are on the disk. */
  put(hash: string, bytes: Buffer): Promise<void>
  get(hash: string): Promise<Buffer>
}

/**
 * Files attached to homework: each is known by the SHA-256 of what it holds, so that the same worksheet lies there once;
 * which journals may show it stands in the database.
 */
export class FileStore {
  constructor(
    private readonly tables: Tables,
    private readonly contents: FileContents,
    private readonly now: () => number,
    private readonly quota = schoolQuota,
  ) {}

  /** Keeps a file for a journal; null once it is on the disk. The same file again costs nothing. */
  async put(
    hash: string,
    { type, bytes }: StoredFile,
    journal: DocumentId,
    user: UserId,
  ): Promise<FileRefusal | null> {
    if (createHash('sha256').update(bytes).digest('hex') !== hash) return 'wrongHash'
    if (!(await this.contents.has(hash))) {
      if ((await this.used()) + bytes.length > this.quota) return 'quotaFull'
      await this.contents.put(hash, bytes)
    }
    await this.tables.transact(() => this.noting(hash, { type, size: bytes.length }, journal, user))
    return null
  }

  /** A file that was sent for this journal; null when none was. */
  async get(hash: string, journal: DocumentId): Promise<StoredFile | null> {
    const [row] = await this.tables.query<{ type: string }>(
      `SELECT f.type FROM files f JOIN file_journals j ON j.school = :school AND j.hash = f.hash
       WHERE f.school = :school AND f.hash = ? AND j.journal = ?`,
      hash,
      journal,
    )
    if (!row || !(await this.contents.has(hash))) return null
    return { type: row.type, bytes: await this.contents.get(hash) }
  }

  /** Bytes that all files take. */
  async used(): Promise<number> {
    const [row] = await this.tables.query<{ size: number }>(
      'SELECT CAST(COALESCE(SUM(size), 0) AS bigint) AS size FROM files WHERE school = :school',
    )
    return row!.size
  }

  private *noting(
    hash: string,
    { type, size }: { type: string; size: number },
    journal: DocumentId,
    user: UserId,
  ): Steps<void> {
    const at = this.now()
    yield* query(
      `INSERT INTO files (school, hash, type, size, received_at) VALUES (:school, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      ...[hash, type, size, at],
    )
    yield* query(
      `INSERT INTO file_journals (school, hash, journal, "user", received_at) VALUES (:school, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      ...[hash, journal, user, at],
    )
  }
}
