import { statfsSync } from 'node:fs'

/** What is kept of the disk for signing in, tokens and the database's own work once rows are not taken any more, bytes. */
const reserve = 64 * 1024 * 1024
/** How long an answer of the file system stands, ms. */
const pause = 1_000

/** Tells whether more than the reserve is left on the disk of a folder. `now`: ms. */
export function roomOn(folder: string, now: () => number, kept = reserve): () => boolean {
  let asked = Number.NEGATIVE_INFINITY
  let left = true
  return () => {
    if (now() - asked < pause) return left
    asked = now()
    const { bavail, bsize } = statfsSync(folder)
    left = bavail * bsize > kept
    return left
  }
}

/** What SQLite says of a full disk, and of a file that may not grow: a quota, a limit of size; and what PostgreSQL says. */
const full = /^(SQLITE_(FULL|IOERR_WRITE|IOERR_SHMSIZE)|53100)$/

/** Whether an error of the database says that its disk takes nothing more. */
export function isFull(error: unknown): boolean {
  return full.test((error as { code?: string }).code ?? '')
}

/** Writes what can as well be written the next time; on a full disk it is left, so that reading goes on. */
export async function unlessFull(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!isFull(error)) throw error
  }
}
