import type { Table } from '../domain/reports/table.ts'
import { cellText } from './cell-text.ts'
import type { FormCell, PrintedForm } from './printed-form.ts'
import type { SignatureLine } from './signatures.ts'

/** Number, name, birth, groups, special terms, movement, conduct: mm. */
const widths = [8, 62, 22, 44, 40, 58, 32]
const centred = new Set([0, 2])

/** The class list as a sheet for the class teacher's folder. */
export function classListForm(organisation: string, table: Table, signatures: SignatureLine[]): PrintedForm {
  return {
    organisation,
    title: table.title.toUpperCase(),
    subtitle: table.subtitle,
    tables: [
      {
        columns: table.columns.map((column, index) => ({ ...column, width: widths[index] ?? 30 })),
        rows: table.rows.map((row) =>
          row.map((cell, index): FormCell => {
            const text = cellText(cell)
            return centred.has(index) ? { text } : { text, align: 'left' }
          }),
        ),
        totals: [],
      },
    ],
    notes: table.footnotes,
    signatures,
  }
}
