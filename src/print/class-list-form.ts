import type { Table } from '../domain/reports/table.ts'
import type { PrintedForm } from './printed-form.ts'
import type { SignatureLine } from './signatures.ts'
import { tableForm } from './table-form.ts'

/** Number, name, birth, groups, special terms, movement, conduct: mm. */
const widths = [8, 62, 22, 44, 40, 58, 32]

/** The class list as a sheet for the class teacher's folder. */
export function classListForm(organisation: string, table: Table, signatures: SignatureLine[]): PrintedForm {
  return tableForm(table, { organisation, widths, words: [1, 3, 4, 5, 6], signatures })
}
