import type { Table } from '../../domain/reports/table.ts'
import { tableCsv } from '../../domain/reports/table-csv.ts'
import { saveFile } from './save-file.ts'

/** Gives the person a table as a spreadsheet; `name` without its ending. */
export async function saveXlsx(name: string, table: Table): Promise<void> {
  const { tableXlsx } = await import('../../exchange/table-xlsx.ts')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  saveFile(`${name}.xlsx`, await tableXlsx(table), type)
}

/** Gives the person a table as CSV; `name` without its ending. */
export function saveCsv(name: string, table: Table): void {
  saveFile(`${name}.csv`, tableCsv(table), 'text/csv')
}
