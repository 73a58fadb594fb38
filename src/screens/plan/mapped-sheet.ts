import { cellText } from '../../exchange/sheets/cell-text.ts'
import { type Columns, findHeader, type Header } from '../../exchange/sheets/header.ts'
import type { Sheet, SheetReading } from '../../exchange/sheets/sheet.ts'
import { type PlanField, planTarget } from '../../exchange/sheets/targets.ts'

/** A sheet and how its columns are understood. */
export interface MappedSheet {
  sheet: Sheet
  header: Header<PlanField>
}

/** The sheet of a file that looks most like a plan, with its columns guessed; the first of equals. */
export function likeliestSheet(sheets: readonly [Sheet, ...Sheet[]]): MappedSheet {
  const mapped = sheets.map((sheet) => ({ sheet, header: findHeader(sheet, planTarget) }))
  const fields = ({ header }: MappedSheet) => Object.keys(header.columns).length
  return mapped.reduce((best, one) => (fields(one) > fields(best) ? one : best))
}

/** The header with a field in another column, or in none; a column holds one field only. */
export function mapColumn(
  header: Header<PlanField>,
  field: PlanField,
  column: number | undefined,
): Header<PlanField> {
  const others = (Object.entries(header.columns) as [PlanField, number][]).filter(
    ([other, at]) => other !== field && at !== column,
  )
  const columns: Columns<PlanField> = Object.fromEntries([
    ...others,
    ...(column === undefined ? [] : [[field, column]]),
  ])
  return { ...header, columns }
}

/** The header with the list beginning at another row, counted from 1; titles are those of the row above it. */
export function startAt({ rows }: Sheet, header: Header<PlanField>, row: number): Header<PlanField> {
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
export function columnChoices({ sheet: { rows }, header }: MappedSheet): ColumnChoice[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.slice(header.skip).map((row) => cellText(row[column]))
    const sample = header.titles[column] || (texts.find((text) => text !== '') ?? '')
    return { column, letters: lettersOf(column), sample: sample.slice(0, longestSample) }
  }).filter(({ sample }) => sample !== '')
}

const longestSample = 40

/** A, B, ... Z, AA, AB: a column counted from 0. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}

/** A row of the table in the preview: what was read of it, what is wrong with it, what was passed over. */
export interface PreviewRow {
  row: number
  entry: { number: number; hours: string; topic: string; homework: string } | undefined
  faults: string[]
  notes: string[]
}

/** The rows of a reading with the remarks on each; what concerns no single row apart. */
export function previewRows({
  preview,
  faults,
  notes,
}: Pick<SheetReading<'plan'>, 'preview' | 'faults' | 'notes'>): {
  rows: PreviewRow[]
  general: string[]
} {
  const rows = new Map<number, PreviewRow>()
  const at = (row: number) => {
    const known = rows.get(row) ?? { row, entry: undefined, faults: [], notes: [] }
    rows.set(row, known)
    return known
  }
  for (const { row, fields } of preview)
    at(row).entry = {
      number: Number(fields.number),
      hours: fields.hours ?? '',
      topic: fields.topic ?? '',
      homework: fields.homework ?? '',
    }
  for (const { row, why } of faults) if (row > 0) at(row).faults.push(why)
  for (const { row, why } of notes) if (row > 0) at(row).notes.push(why)
  return {
    rows: [...rows.values()].sort((a, b) => a.row - b.row),
    general: faults.filter(({ row }) => row === 0).map(({ why }) => why),
  }
}
