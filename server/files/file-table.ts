import type { Tables } from '../store/tables.ts'
import type { FileContents } from './file-store.ts'

/** Files in the database, where several servers share one and none has a folder of its own. */
export class FileTable implements FileContents {
  constructor(private readonly tables: Tables) {}

  async has(hash: string): Promise<boolean> {
    const found = await this.tables.query(
      'SELECT 1 AS here FROM file_contents WHERE school = :school AND hash = ?',
      hash,
    )
    return found.length > 0
  }

  async get(hash: string): Promise<Buffer> {
    const [row] = await this.tables.query<{ bytes: Buffer }>(
      'SELECT bytes FROM file_contents WHERE school = :school AND hash = ?',
      hash,
    )
    return row!.bytes
  }

  async put(hash: string, bytes: Buffer): Promise<void> {
    await this.tables.query(
      'INSERT INTO file_contents (school, hash, bytes) VALUES (:school, ?, ?) ON CONFLICT DO NOTHING',
      hash,
      bytes,
    )
  }
}
