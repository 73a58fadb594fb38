import type { Table } from '../domain/reports/table.ts'
import { cellText } from './cell-text.ts'
import type { FormCell, PrintedForm } from './printed-form.ts'
import type { SignatureLine } from './signatures.ts'

/** A table as a form without peculiarities. */
export interface TableForm {
  organisation: string
  /** mm, column by column. */
  widths: readonly number[]
  /** Columns that are read rather than counted. */
  words: readonly number[]
  /** Columns whose heads read from bottom to top. */
  turned?: readonly number[]
  signatures: SignatureLine[]
  /** Landscape when absent. */
  orientation?: PrintedForm['orientation']
}

/** The form on which a table goes to the deputy head. */
export function tableForm(
  table: Table,
  { organisation, widths, words, turned = [], signatures, orientation }: TableForm,
): PrintedForm {
  const row = (cells: Table['rows'][number]) =>
    cells.map((cell, index): FormCell => {
      const text = cellText(cell)
      return words.includes(index) ? { text, align: 'left' } : { text }
    })
  return {
    ...(orientation ? { orientation } : {}),
    organisation,
    title: table.title.toUpperCase(),
    subtitle: table.subtitle,
    tables: [
      {
        columns: table.columns.map((column, index) => ({
          ...column,
          width: widths[index] ?? widths.at(-1)!,
          ...(turned.includes(index) ? { turned: true } : {}),
        })),
        rows: table.rows.map(row),
        totals: table.totals.map(row),
      },
    ],
    notes: table.footnotes,
    signatures,
  }
}
