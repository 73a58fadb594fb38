import { checkBelonging } from './check-belonging.ts'
import { checkDuplicates } from './check-duplicates.ts'
import { checkIntervals } from './check-intervals.ts'
import { checkLessons } from './check-lessons.ts'
import { checkReferences } from './check-references.ts'
import { type Checking, type Doubt, noDoubt } from './checking.ts'
import type { Problem } from './fault.ts'
import type { Known } from './known.ts'
import type { ExchangeTables } from './tables.ts'
import { wholeOf } from './whole.ts'

/**
 * Holds typed tables against the contract and against what the school holds already: the folder must be right by
 * itself or together with that. `place`: where a row stands, in words. Returns every problem found.
 */
export function checkTables(
  tables: ExchangeTables,
  known: Known,
  place: Checking['place'],
  doubt: Doubt = noDoubt,
): Problem[] {
  const problems: Problem[] = []
  const checking: Checking = {
    tables,
    whole: wholeOf(tables, known),
    inDoubt: doubtOf(doubt),
    place,
    problem: (table, index, column, why) => problems.push({ table, index, column, why }),
  }
  checkDuplicates(checking)
  checkReferences(checking)
  checkIntervals(checking)
  checkLessons(checking)
  checkBelonging(checking)
  return problems
}

function doubtOf({ unreadable, damaged }: Doubt): Checking['inDoubt'] {
  const texts = new Map<string, ReadonlySet<string>>()
  return (table, column, text) => {
    if (unreadable.has(table)) return true
    if (column === undefined || text === undefined) return damaged(table).length > 0
    const key = `${table} ${column}`
    let known = texts.get(key)
    if (!known) {
      known = new Set(damaged(table).map((row) => row[column] ?? ''))
      texts.set(key, known)
    }
    return known.has(text)
  }
}
