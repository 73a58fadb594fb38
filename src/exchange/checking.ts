import type { RowOf, TableName } from './layout.ts'
import type { ExchangeTables } from './tables.ts'
import type { Whole } from './whole.ts'

/** What could not be read, so that nothing is held against rows for want of it. */
export interface Doubt {
  unreadable: ReadonlySet<TableName>
  /** Rows with faults as they stand in the file. */
  damaged(table: TableName): readonly Readonly<Record<string, string>>[]
}

export const noDoubt: Doubt = { unreadable: new Set(), damaged: () => [] }

/** What every check works on. */
export interface Checking {
  tables: ExchangeTables
  whole: Whole
  /** Whether this table may hold more than could be read of it, as far as rows with this text in a column go. */
  inDoubt(table: TableName, column?: string, text?: string): boolean
  /** "строка 12" of a row, or where else it stands. */
  place(table: TableName, index: number): string
  problem(table: TableName, index: number, column: string, why: string): void
}

/** Runs over the rows of a table. */
export function eachRow<T extends TableName>(
  { tables }: Pick<Checking, 'tables'>,
  table: T,
  visit: (row: RowOf<T>, index: number) => void,
): void {
  ;(tables[table] as RowOf<T>[]).forEach(visit)
}
