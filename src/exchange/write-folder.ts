import { csvLine } from '../domain/reports/table-csv.ts'
import { columnsOf, fileOf, type TableName, tableNames } from './layout.ts'
import type { ExchangeTables } from './tables.ts'

/**
 * Writes tables as the files of an exchange folder: every file of the contract, if only its header, with the columns
 * in the contract's order. Fields stand as they are, so that they come back unchanged.
 */
export function writeFolder(tables: ExchangeTables): Map<string, string> {
  return new Map(tableNames.map((table) => [fileOf(table), writeTable(table, tables[table])]))
}

function writeTable(table: TableName, rows: readonly object[]): string {
  const columns = columnsOf(table)
  const lines = rows.map((row) => {
    const fields: Readonly<Record<string, unknown>> = { ...row }
    return csvLine(
      columns.map(([name, { kind }]) => (fields[name] === undefined ? '' : kind.write(fields[name]))),
    )
  })
  return csvLine(columns.map(([name]) => name)) + lines.join('')
}
