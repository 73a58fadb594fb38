import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoMoment, demoOffset } from '../../server/command-line/demo-clock.ts'
import { bells } from '../../server/demo/bells.ts'

/** Names the folder where one run of the browser tests keeps the demo schools that it has made. */
const variable = 'PARTA_DEMO_SCHOOLS'

/** Before all files of a run; what it returns runs after them. */
export default async function setup(): Promise<() => Promise<void>> {
  const schools = await mkdtemp(join(tmpdir(), 'schools-'))
  process.env[variable] = schools
  return () => rm(schools, { recursive: true, force: true })
}

/**
 * A fresh data folder, in which a run of the tests has put a copy of the demo school of the lesson that is on now:
 * `make` fills a folder with one the first time that it is asked for.
 */
export async function demoFolder(make: (data: string) => Promise<void>): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'school-'))
  const schools = process.env[variable]
  if (schools === undefined) return data
  for (;;) {
    const kept = join(schools, momentNow())
    if (existsSync(kept)) {
      await cp(kept, data, { recursive: true })
      return data
    }
    const made = await mkdtemp(join(schools, 'made-'))
    await make(made)
    // The next lesson may have begun meanwhile: it would be missing in this school.
    if (kept === join(schools, momentNow())) await rename(made, kept)
  }
}

/** The lesson at which the demo's clock stands, and whether it was moved there. */
function momentNow(): string {
  const now = Date.now()
  const offset = demoOffset(now)
  const { date, time } = demoMoment(now + offset)
  const bell = bells.findLast(({ starts }) => starts <= time)!
  return `${date}, ${bell.number}${offset === 0 ? '' : ', moved'}`
}
