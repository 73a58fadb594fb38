import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileContents } from './file-store.ts'

/** Name of the folder in a data folder. */
export const filesFolder = 'files'

/** Files in a folder of the data folder, each named by the digest of what it holds. */
export class FileFolder implements FileContents {
  private readonly folder: string

  constructor(dataFolder: string) {
    this.folder = join(dataFolder, filesFolder)
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
  }

  async has(hash: string): Promise<boolean> {
    return existsSync(join(this.folder, hash))
  }

  get(hash: string): Promise<Buffer> {
    return readFile(join(this.folder, hash))
  }

  /** A file has its name only once all of it is on the disk: what is cut off half-way is sent again. */
  async put(hash: string, bytes: Buffer): Promise<void> {
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
