import { checkTables } from './check-tables.ts'
import { type Fault, inReadingOrder } from './fault.ts'
import { emptyTables, type Known, nothingKnown } from './known.ts'
import { fileOf, type RowOf, type TableName, tableNames } from './layout.ts'
import { nearestName } from './nearest-name.ts'
import { readTable, type TableReading } from './read-table.ts'
import type { ExchangeTables } from './tables.ts'

export type FolderReading =
  /** `notes`: what was passed over without being a fault, in Russian. */
  | { ok: true; tables: ExchangeTables; notes: string[] }
  /** All the faults, in reading order. */
  | { ok: false; faults: Fault[] }

/**
 * Reads an exchange folder: `files` are its files by name, as text or bytes. It must be right by itself or together
 * with what the school holds (`known`), and be of the school whose id is `school`, where that is given.
 */
export function readFolder(
  files: ReadonlyMap<string, string | Uint8Array>,
  known: Known = nothingKnown,
  school?: string,
): FolderReading {
  const tables = emptyTables()
  const readings = new Map<TableName, TableReading<TableName>>()
  const notes: string[] = []
  const faults = strayFiles(files, notes)
  for (const table of tableNames) {
    const content = files.get(fileOf(table))
    if (content === undefined) continue
    const reading = readTable(table, content)
    readings.set(table, reading)
    faults.push(...reading.faults)
    notes.push(...reading.notes)
    ;(tables[table] as RowOf<TableName>[]) = reading.rows
  }
  const line = (table: TableName, index: number) => readings.get(table)?.lines[index] ?? 0
  const problems = checkTables(tables, known, (table, index) => `строка ${line(table, index)}`, {
    unreadable: new Set(tableNames.filter((table) => readings.get(table)?.unreadable)),
    damaged: (table) => readings.get(table)?.damaged ?? [],
  })
  for (const { table, index, column, why } of problems)
    faults.push({ file: fileOf(table), line: line(table, index), column, why })
  faults.push(...otherSchool(tables, line('school', 0), school ?? known.tables.school[0]?.id))
  return faults.length > 0 ? { ok: false, faults: inReadingOrder(faults) } : { ok: true, tables, notes }
}

/** CSV files of no table: a misspelt name would lose its rows without a word. */
function strayFiles(files: ReadonlyMap<string, unknown>, notes: string[]): Fault[] {
  const known = tableNames.map(fileOf)
  const absent = known.filter((file) => !files.has(file))
  const faults: Fault[] = []
  for (const file of files.keys()) {
    if (known.includes(file) || !/\.csv$/i.test(file)) continue
    const guess = nearestName(file, absent)
    if (guess === undefined) notes.push(`${file}: такого файла в формате нет, он пропущен`)
    else
      faults.push({
        file,
        line: 0,
        column: '',
        why: `такого файла в формате нет; если это ${guess}, переименуйте его, иначе уберите`,
      })
  }
  return faults
}

function otherSchool({ school: rows }: ExchangeTables, line: number, expected: string | undefined): Fault[] {
  const id = rows[0]?.id
  if (id === undefined || expected === undefined || id === expected) return []
  return [
    {
      file: fileOf('school'),
      line,
      column: 'id',
      why: `это папка школы «${id}», а данные — школы «${expected}»`,
    },
  ]
}
