import { columnsOf, fileOf, type TableName, tableNames } from './layout.ts'

/** Why a folder is not taken, at one place of one file. */
export interface Fault {
  file: string
  /** Counted from 1, the header's; 0 where the fault is not on one line. */
  line: number
  /** Name of the column; '' where the fault is not in one. */
  column: string
  /** A sentence in Russian that says what is wrong and what to do. */
  why: string
}

/** A fault of a row of the typed tables, wherever those came from. */
export interface Problem {
  table: TableName
  /** Place of the row in its table, from 0. */
  index: number
  column: string
  why: string
}

/** Faults in the order in which a person goes through the folder. */
export function inReadingOrder(faults: readonly Fault[]): Fault[] {
  const places = new Map<string, number>()
  tableNames.forEach((table, index) => {
    places.set(fileOf(table), index)
    columnsOf(table).forEach(([column], at) => {
      places.set(`${fileOf(table)} ${column}`, at)
    })
  })
  const file = (fault: Fault) => places.get(fault.file) ?? tableNames.length
  const column = (fault: Fault) => places.get(`${fault.file} ${fault.column}`) ?? -1
  return [...faults].sort((a, b) => file(a) - file(b) || a.line - b.line || column(a) - column(b))
}
