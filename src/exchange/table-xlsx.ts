import writeXlsxFile, { type Cell as SheetCell } from 'write-excel-file/universal'
import type { Cell, Table } from '../domain/reports/table.ts'

/** Columns that stay in view: number and name. */
const stickyColumns = 2
/** Widths in characters: as wide as the longest text of the column, within these. */
const widths = { least: 6, most: 45 }
/** What Excel does not take in a sheet's name, and how long one may be. */
const unfitForName = /[\\/?*:[\]]/g
const nameLength = 31

/**
 * A report's table as a workbook of one sheet: column titles, rows, totals, then what it is and its footnotes.
 * Numbers are numbers; every text, whatever it begins with, is stored as a text, which a spreadsheet never runs.
 */
export async function tableXlsx({
  title,
  subtitle,
  columns,
  rows,
  totals,
  footnotes,
}: Table): Promise<Uint8Array> {
  const header = columns.map(({ group, title }) => (group ? `${group}: ${title}` : title))
  const data = [
    header.map(
      (text): SheetCell => ({
        value: text,
        type: String,
        fontWeight: 'bold',
        wrap: true,
        alignVertical: 'top',
      }),
    ),
    ...rows.map((row) => row.map((cell) => sheetCell(cell))),
    ...totals.map((row) => row.map((cell) => sheetCell(cell, 'bold'))),
    [],
    ...[title, subtitle, ...footnotes].map((text) => [sheetCell(text)]),
  ]
  const file = writeXlsxFile(data, {
    sheet: sheetName(subtitle),
    orientation: 'landscape',
    stickyRowsCount: 1,
    stickyColumnsCount: stickyColumns,
    columns: columns.map((_, index) => ({
      width: widthOf([...rows, ...totals].map((row) => row[index] ?? null)),
    })),
  })
  return new Uint8Array(await (await file.toBlob()).arrayBuffer())
}

/** As much of a text as fits a sheet's name, in whole words. */
function sheetName(text: string): string {
  const name = text.replace(unfitForName, '-').slice(0, nameLength + 1)
  return name.length > nameLength ? name.slice(0, name.lastIndexOf(' ')) : name
}

function sheetCell(cell: Cell, weight?: 'bold'): SheetCell {
  const style = weight === undefined ? {} : { fontWeight: weight }
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String, ...style }
  if (typeof cell === 'number') return { value: cell, type: Number, ...style }
  return { value: cell.value, type: Number, format: `0.${'0'.repeat(cell.decimals)}`, ...style }
}

function widthOf(cells: readonly Cell[]): number {
  const lengths = cells.map((cell) => (typeof cell === 'string' ? cell.length + 1 : widths.least))
  return Math.min(widths.most, Math.max(widths.least, ...lengths))
}
