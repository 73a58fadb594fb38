import { zipSync } from 'fflate'
import type { Table } from '../domain/reports/table.ts'
import { tableXlsx } from './table-xlsx.ts'

/** Tables as workbooks in one ZIP file, each under its title. */
export async function tablesZip(tables: readonly Table[]): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {}
  for (const [index, table] of tables.entries())
    files[`${String(index + 1).padStart(2, '0')} ${table.title}.xlsx`] = await tableXlsx(table)
  // A workbook is a ZIP itself: packing it again gains nothing.
  return zipSync(files, { level: 0 })
}
