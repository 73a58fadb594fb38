import type { Table } from '../domain/reports/table.ts'
import type { PrintedForm } from './printed-form.ts'
import type { SignatureLine } from './signatures.ts'
import { tableForm } from './table-form.ts'

/** Class, subject, teacher, then hours: mm. */
const widths = [14, 58, 46, 17, 19, 19, 21, 19, 19, 22, 19]

/** How plans are carried out, on paper (2.8). */
export function planForm(organisation: string, table: Table, signatures: SignatureLine[]): PrintedForm {
  return tableForm(table, { organisation, widths, words: [1, 2], signatures })
}
