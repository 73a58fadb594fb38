import type { Sheet } from './sheet.ts'
import { readXml, XmlError } from './xml-reader.ts'

/** A cell being read; text of a table inside it belongs to it. */
interface OpenCell {
  text: string
  span: number
  /** It continues a cell merged from above, which has the text. */
  continues: boolean
}

/** A plan of 200 lessons has a thousand; spans make many of a few bytes. */
const cellLimit = 1_000_000

interface OpenTable {
  rows: (string | null)[][]
  row: (string | null)[]
  cell: OpenCell | undefined
}

/**
 * The tables of a Word document (the text of its `word/document.xml`), in order. A cell merged over columns is followed
 * by empty ones, a cell merged over rows by empty ones below, as in a spreadsheet. Throws XmlError.
 */
export function docxTables(xml: string): Sheet[] {
  const sheets: Sheet[] = []
  let table: OpenTable | undefined
  let depth = 0
  let inText = false
  let cells = 0
  for (const step of readXml(xml)) {
    if (step.kind === 'text') {
      if (inText && table?.cell) table.cell.text += step.text
      continue
    }
    const { name } = step
    if (name === 'w:tbl') {
      depth += step.kind === 'open' ? 1 : -1
      if (depth === 1 && step.kind === 'open') table = { rows: [], row: [], cell: undefined }
      else if (depth === 0 && table) {
        sheets.push({ name: `Таблица ${sheets.length + 1}`, rows: table.rows })
        table = undefined
      }
    } else if (name === 'w:t') inText = step.kind === 'open'
    else if (table && depth === 1) {
      structure(table, step)
      if (step.kind === 'close' && name === 'w:tr') cells += table.row.length
      if (cells + table.row.length > cellLimit) throw new XmlError('too many cells')
    }
    if (table?.cell && step.kind === 'open' && (name === 'w:br' || name === 'w:tab')) table.cell.text += ' '
    if (table?.cell && step.kind === 'close' && name === 'w:p') table.cell.text += '\n'
  }
  return sheets
}

function structure(
  table: OpenTable,
  step:
    | { kind: 'open'; name: string; attributes: Readonly<Record<string, string>> }
    | { kind: 'close'; name: string },
): void {
  if (step.kind === 'open') {
    const value = step.attributes['w:val']
    if (step.name === 'w:tr') table.row = []
    else if (step.name === 'w:tc') table.cell = { text: '', span: 1, continues: false }
    else if (step.name === 'w:gridSpan' && table.cell) table.cell.span = spanOf(value)
    else if (step.name === 'w:gridBefore') table.row.push(...Array<null>(spanOf(value)).fill(null))
    else if (step.name === 'w:vMerge' && table.cell) table.cell.continues = value !== 'restart'
  } else if (step.name === 'w:tr') table.rows.push(table.row)
  else if (step.name === 'w:tc' && table.cell) {
    const { text, span, continues } = table.cell
    const trimmed = text.trim()
    table.row.push(continues || trimmed === '' ? null : trimmed, ...Array<null>(span - 1).fill(null))
    table.cell = undefined
  }
}

/** Word allows 63 columns; a file that claims more is not believed. */
function spanOf(value: string | undefined): number {
  return Math.min(63, Math.max(1, Number(value) || 1))
}
