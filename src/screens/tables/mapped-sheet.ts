import { cellText } from '../../exchange/sheets/cell-text.ts'
import { type Columns, findHeader, type Header, type Target } from '../../exchange/sheets/header.ts'
import type { PreviewLine, Sheet, SheetRemark } from '../../exchange/sheets/sheet.ts'

/** A sheet and how its columns are understood. */
export interface MappedSheet<F extends string> {
  sheet: Sheet
  header: Header<F>
}

/** The sheet of a file that looks most like the list wanted, with its columns guessed; the first of equals. */
export function likeliestSheet<F extends string>(
  sheets: readonly [Sheet, ...Sheet[]],
  target: Target<F>,
): MappedSheet<F> {
  const mapped = sheets.map((sheet) => ({ sheet, header: findHeader(sheet, target) }))
  const fields = ({ header }: MappedSheet<F>) => Object.keys(header.columns).length
  return mapped.reduce((best, one) => (fields(one) > fields(best) ? one : best))
}

/** The header with a field in another column, or in none; a column holds one field only. */
export function mapColumn<F extends string>(
  header: Header<F>,
  field: F,
  column: number | undefined,
): Header<F> {
  const others = (Object.entries(header.columns) as [F, number][]).filter(
    ([other, at]) => other !== field && at !== column,
  )
  const columns = Object.fromEntries([
    ...others,
    ...(column === undefined ? [] : [[field, column]]),
  ]) as Columns<F>
  return { ...header, columns }
}

/** The header with the list beginning at another row, counted from 1; titles are those of the row above it. */
export function startAt<F extends string>({ rows }: Sheet, header: Header<F>, row: number): Header<F> {
  const skip = Math.min(Math.max(0, row - 1), rows.length)
  return { ...header, skip, titles: Array.from(rows[skip - 1] ?? [], (cell) => cellText(cell)) }
}

/** A column to choose: its letters, as spreadsheets name it, and its title or else what first stands in it. */
export interface ColumnChoice {
  column: number
  letters: string
  sample: string
}

/** The columns of a sheet that hold something. */
export function columnChoices<F extends string>({ sheet: { rows }, header }: MappedSheet<F>): ColumnChoice[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.slice(header.skip).map((row) => cellText(row[column]))
    const sample = header.titles[column] || (texts.find((text) => text !== '') ?? '')
    return { column, letters: lettersOf(column), sample: sample.slice(0, longestSample) }
  }).filter(({ sample }) => sample !== '')
}

const longestSample = 40

/** A, B, ... Z, AA, AB: a column counted from 0. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}

/** A row of the table in the preview: what was read of it, what is wrong with it, what was passed over. */
export interface PreviewRow {
  row: number
  /** What each field reads; undefined where the row is no entry. */
  fields: Readonly<Record<string, string>> | undefined
  faults: string[]
  notes: string[]
}

/** The rows of a reading with the remarks on each, named by column; what concerns no single row apart. */
export function previewRows({
  preview,
  faults,
  notes,
}: {
  preview: readonly PreviewLine[]
  faults: readonly SheetRemark[]
  notes: readonly SheetRemark[]
}): {
  rows: PreviewRow[]
  general: string[]
} {
  const rows = new Map<number, PreviewRow>()
  const at = (row: number) => {
    const known = rows.get(row) ?? { row, fields: undefined, faults: [], notes: [] }
    rows.set(row, known)
    return known
  }
  for (const { row, fields } of preview) at(row).fields = fields
  for (const { row, column, why } of faults)
    if (row > 0) at(row).faults.push(column < 0 ? why : `${lettersOf(column)}: ${why}`)
  for (const { row, why } of notes) if (row > 0) at(row).notes.push(why)
  return {
    rows: [...rows.values()].sort((a, b) => a.row - b.row),
    general: faults.filter(({ row }) => row === 0).map(({ why }) => why),
  }
}
