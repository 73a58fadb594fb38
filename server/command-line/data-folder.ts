import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import * as v from 'valibot'

/** How to reach a running `serve`. */
const serving = v.object({ port: v.number(), key: v.string(), pid: v.number() })
export type Serving = v.InferOutput<typeof serving>

const servingFile = (dataFolder: string) => join(dataFolder, 'serve.json')

/** The right to write into a data folder, of one process at a time. */
export interface Claim {
  release(): void
}

/**
 * Claims a data folder, made when missing; null while another process has it. The claim is a lock inside SQLite on a
 * file of its own, so that the system takes it back even from a process that was killed.
 */
export function claimFolder(dataFolder: string): Claim | null {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const lock = new Database(join(dataFolder, 'lock.sqlite'))
  try {
    lock.pragma('busy_timeout = 0')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return {
    release: () => {
      lock.exec('ROLLBACK')
      lock.close()
    },
  }
}

/** Tells other commands how to reach this server; readable only by the user who runs it. */
export function announceServing(dataFolder: string, how: Serving): void {
  rmSync(servingFile(dataFolder), { force: true })
  writeFileSync(servingFile(dataFolder), JSON.stringify(how), { mode: 0o600 })
}

export function withdrawServing(dataFolder: string): void {
  rmSync(servingFile(dataFolder), { force: true })
}

/** How to reach the server that has the folder; null when it has not said so (yet). */
export function readServing(dataFolder: string): Serving | null {
  if (!existsSync(servingFile(dataFolder))) return null
  try {
    const read = v.safeParse(serving, JSON.parse(readFileSync(servingFile(dataFolder), 'utf8')))
    return read.success ? read.output : null
  } catch (error) {
    // Half-written or just withdrawn: the caller asks again.
    if (error instanceof SyntaxError || (error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}
