import { cellText, plainText } from './cell-text.ts'
import type { Columns, Header } from './header.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** A row of a list, by its fields. */
export interface ListRow<F extends string> {
  /** Counted from 1. */
  row: number
  /** The cell of a field; null where it has no column. */
  cell(field: F): SheetCell
  /** Its text; '' where there is none. */
  text(field: F): string
  /** Where the field's column is; undefined without one. */
  column(field: F): number | undefined
  /** The only text of a row that has one: a heading inside the list. */
  heading: string | undefined
}

/** The rows of a list that hold something: no empty ones, repeated headers, column numbers («1 2 3») or totals. */
export function listRows<F extends string>(
  { rows }: Sheet,
  { skip, titles, columns }: Header<F>,
): ListRow<F>[] {
  const found: ListRow<F>[] = []
  rows.slice(skip).forEach((cells, index) => {
    const texts = Array.from(cells, (cell) => cellText(cell))
    const filled = texts.filter((text) => text !== '')
    if (filled.length === 0 || isRepeatedHeader(texts, titles) || isNumbering(filled) || isTotal(filled))
      return
    found.push(listRow(skip + index + 1, cells, filled, columns))
  })
  return found
}

function listRow<F extends string>(
  row: number,
  cells: readonly SheetCell[],
  filled: readonly string[],
  columns: Columns<F>,
): ListRow<F> {
  const column = (field: F): number | undefined => columns[field]
  const cell = (field: F) => cells[column(field) ?? -1] ?? null
  return {
    row,
    column,
    cell,
    text: (field) => cellText(cell(field)),
    heading: filled.length === 1 ? filled[0] : undefined,
  }
}

function isRepeatedHeader(texts: readonly string[], titles: readonly string[]): boolean {
  const own = texts.filter((text) => text !== '')
  return (
    own.length > 1 && own.every((text) => titles.some((title) => plainText(title).endsWith(plainText(text))))
  )
}

/** Whether the texts of a row are the numbers of its columns («1 2 3»), as official forms have them. */
export function isNumbering(filled: readonly string[]): boolean {
  return filled.length > 2 && filled.every((text, index) => text === String(index + 1))
}

/** Whether a row adds up those above it. */
export function isTotal(filled: readonly string[]): boolean {
  return /^(итого|всего)(?![а-яё])/i.test(filled[0] ?? '')
}
