import type { Table } from '../domain/reports/table.ts'
import type { PrintedForm } from './printed-form.ts'
import { officeSignatures } from './signatures.ts'
import { tableForm } from './table-form.ts'

/** Name and journals are read, the rest is counted: mm. */
const widths = [8, 50, 72, 18, 18, 14]

/** The month's hours as the accounts take them, signed by who made it and by the head (rules.md, 1.1). */
export function hoursForm(organisation: string, table: Table): PrintedForm {
  return tableForm(table, {
    organisation,
    widths,
    words: [1, 2],
    signatures: officeSignatures,
    orientation: 'portrait',
  })
}
