import type { PaperPart } from './paper-parts.ts'
import { PaperTracker } from './paper-tracker.ts'
import type { TimedRun } from './timeline.ts'

/** The last time at which a copy showed something. */
export interface FoundRevision {
  /** What it showed. */
  parts: readonly PaperPart[]
  /** From when on it stood like that, ms since 1970; a copy of it was printed then or later. */
  at: number
  /** When it stood so no longer; undefined: it still does. */
  until: number | undefined
}

/** Runs gone through first; each further block back is as long again as all before. */
const firstBlock = 64

/**
 * Looks for the last moment at which the copy of a class and period had a digest. `runs`: its `timeline`; `digest`: of
 * a copy's parts. A digest may come and go, so every state has to be looked at; since most copies are young, it goes
 * back from today in blocks that grow, and forward inside each. `pause` is waited for now and then.
 */
export async function findRevision(
  runs: readonly TimedRun[],
  { classId, periodId }: { classId: string; periodId: string },
  revision: string,
  digest: (parts: readonly PaperPart[]) => Promise<string>,
  pause: () => Promise<void> = async () => undefined,
): Promise<FoundRevision | undefined> {
  for (let end = runs.length, length = firstBlock; end > 0; length *= 2) {
    const start = Math.max(0, end - length)
    const tracker = new PaperTracker(classId, periodId)
    for (const run of runs.slice(0, start)) tracker.take(run)
    let found: FoundRevision | undefined
    let seen: readonly PaperPart[] | undefined
    for (let index = start; index < end; index++) {
      tracker.take(runs[index]!)
      const parts = tracker.parts()
      if (parts === seen) continue
      seen = parts
      await pause()
      const { at } = runs[index]!
      if (parts.length > 0 && (await digest(parts)) === revision) found = { parts, at, until: undefined }
      else if (found && found.until === undefined) found.until = at
    }
    if (found) return { ...found, until: found.until ?? runs[end]?.at }
    end = start
  }
  return undefined
}
