import { assertClasses } from './assert-classes.ts'
import { assertJournals } from './assert-journals.ts'
import { assertSchool } from './assert-school.ts'
import { type Known, nothingKnown } from './known.ts'
import { type Assertion, Saying } from './saying.ts'
import type { ExchangeTables } from './tables.ts'
import { wholeOf } from './whole.ts'

/**
 * The meaning of every row as entries of the ledger. The tables must have passed `readFolder` with the same `known`:
 * ids of lessons and works are resolved to the places that the school has for them.
 */
export function assertionsOf(tables: ExchangeTables, known: Known = nothingKnown): Assertion[] {
  const saying = new Saying(tables)
  const whole = wholeOf(tables, known)
  assertSchool(saying)
  assertClasses(saying, whole)
  assertJournals(saying, whole)
  return saying.assertions
}

export type { Assertion }
