import type { Cell, Table } from './table.ts'

/** Excel takes a file for UTF-8 by this mark. */
const byteOrderMark = '\uFEFF'

/** One line of RFC 4180, with its line break. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\r\n`
}

function csvField(text: string): string {
  return /[",\r\n]|^\s|\s$|^\uFEFF/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A report's table as CSV for spreadsheets: column titles, rows, totals, then footnotes, each alone in its line's first
 * field. A text that a spreadsheet would run as a formula gets a ' before it; the files of the exchange folder, which
 * programs read back, never do.
 */
export function tableCsv({ columns, rows, totals, footnotes }: Table): string {
  const header = columns.map(({ group, title }) => (group ? `${group}: ${title}` : title))
  const notes = footnotes.map((note) => columns.map((_, index) => (index === 0 ? note : null)))
  return (
    byteOrderMark + [header, ...rows, ...totals, ...notes].map((line) => csvLine(line.map(cellText))).join('')
  )
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return String(cell.value)
  return /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell) ? `'${cell}` : cell
}
