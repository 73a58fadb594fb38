import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Names the folder where one run of the browser tests keeps the demo school that it has made. */
const variable = 'PARTA_DEMO_SCHOOLS'

/** Before all files of a run; what it returns runs after them. */
export default async function setup(): Promise<() => Promise<void>> {
  const schools = await mkdtemp(join(tmpdir(), 'schools-'))
  process.env[variable] = schools
  return () => rm(schools, { recursive: true, force: true })
}

/** A fresh data folder with a copy of the demo school: `make` fills a folder the first time that a run asks for one. */
export async function demoFolder(make: (data: string) => Promise<void>): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'school-'))
  const schools = process.env[variable]
  if (schools === undefined) return data
  const kept = join(schools, 'demo')
  if (!existsSync(kept)) {
    const made = await mkdtemp(join(schools, 'made-'))
    await make(made)
    // A file that runs beside this one may have been quicker.
    await rename(made, kept).catch((error) => {
      if (!existsSync(kept)) throw error
    })
  }
  await cp(kept, data, { recursive: true })
  return data
}
