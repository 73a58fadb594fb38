import { checkTables } from './check-tables.ts'
import { nothingKnown } from './known.ts'
import { fileOf, type RowOf, type TableName, tableNames } from './layout.ts'
import { rowKey } from './row-keys.ts'
import type { ExchangeTables } from './tables.ts'

/**
 * Takes out what `import` would refuse, so that every folder that is written can be read back: rows at fault, then
 * those that name them, until none is. Each is named in `notes`. Of two rows that exclude each other the first stays.
 */
export function leaveOutFaulty(tables: ExchangeTables, notes: string[]): ExchangeTables {
  let left = tables
  for (;;) {
    const problems = checkTables(left, nothingKnown, () => 'другая запись')
    if (problems.length === 0) return left
    const faulty = new Map<TableName, Set<number>>()
    for (const { table, index, why } of problems) {
      const rows = faulty.get(table) ?? new Set()
      if (!rows.has(index))
        notes.push(`${fileOf(table)}: не выгружено «${keyOf(table, left, index)}»: ${why}`)
      faulty.set(table, rows.add(index))
    }
    const kept = { ...left }
    for (const table of tableNames) leaveOut(table, kept, faulty.get(table))
    left = kept
  }
}

function leaveOut<T extends TableName>(
  table: T,
  tables: ExchangeTables,
  rows: ReadonlySet<number> | undefined,
): void {
  if (!rows) return
  const all = tables[table] as RowOf<T>[]
  ;(tables[table] as RowOf<T>[]) = all.filter((_, index) => !rows.has(index))
}

function keyOf<T extends TableName>(table: T, tables: ExchangeTables, index: number): string {
  const key = rowKey[table] as (row: RowOf<T>) => string
  return key((tables[table] as RowOf<T>[])[index]!)
}
