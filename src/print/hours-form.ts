import type { Table } from '../domain/reports/table.ts'
import { cellText } from './cell-text.ts'
import type { FormCell, PrintedForm } from './printed-form.ts'

/** Name and journals are read, the rest is counted: mm. */
const widths = [8, 50, 72, 18, 18, 14]
const texts = new Set([1, 2])

/** The month's hours as the accounts take them, signed by who made it and by the head (rules.md, 1.1). */
export function hoursForm(organisation: string, table: Table): PrintedForm {
  const row = (cells: Table['rows'][number]) =>
    cells.map((cell, index): FormCell => {
      const text = cellText(cell)
      return texts.has(index) ? { text, align: 'left' } : { text }
    })
  return {
    orientation: 'portrait',
    organisation,
    title: table.title.toUpperCase(),
    subtitle: table.subtitle,
    tables: [
      {
        columns: table.columns.map((column, index) => ({ ...column, width: widths[index] ?? 18 })),
        rows:
          table.rows.length > 0
            ? table.rows.map(row)
            : [[{ text: 'Уроков не было', span: table.columns.length }]],
        totals: table.totals.map(row),
      },
    ],
    notes: table.footnotes,
    signatures: [
      { role: 'Составил: заместитель директора по УВР', name: undefined },
      { role: 'Директор', name: undefined, stamp: true },
    ],
  }
}
