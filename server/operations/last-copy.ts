import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const file = 'copied.json'
const schema = v.pipe(v.string(), v.parseJson(), v.object({ at: v.number() }))

/** Notes beside a school's database when it was last copied, for its operator; a copy is none the worse without. */
export function noteCopy(dataFolder: string, made: Date): void {
  try {
    writeFileSync(join(dataFolder, file), JSON.stringify({ at: made.getTime() }))
  } catch {
    // Who makes copies may be allowed to read the folder only.
  }
}

/** When it was, ms since 1970; null where it is not known. */
export function lastCopy(dataFolder: string): number | null {
  try {
    return v.parse(schema, readFileSync(join(dataFolder, file), 'utf8')).at
  } catch {
    return null
  }
}
