import {
  type Allowed,
  type CellAt,
  type GridCell,
  type GridColumn,
  type GridEntry,
  type GridRow,
  isAbsent,
} from './grid.ts'
import type { PeriodColumn } from './period-column.ts'

/** What of a page its places are counted in: columns of lessons first, then those at the right. */
export interface GridShape {
  columns: readonly GridColumn[]
  ends: readonly PeriodColumn[]
  rows: readonly GridRow[]
}

/** A cell by its numbers on the page, from 0; row -1 is the head. */
export interface GridPlace {
  row: number
  column: number
}

/** The address of a place; undefined where there is no cell. */
export function cellAt({ columns, ends, rows }: GridShape, { row, column }: GridPlace): CellAt | undefined {
  const pupil = rows[row]?.pupil
  const lesson = columns[column]?.lesson ?? ends[column - columns.length]?.place
  return pupil === undefined || lesson === undefined ? undefined : { pupil, lesson }
}

/** The place of an address; undefined where the page does not show it. */
export function placeOf({ columns, ends, rows }: GridShape, at: CellAt | undefined): GridPlace | undefined {
  if (!at) return undefined
  const row = rows.findIndex(({ pupil }) => pupil === at.pupil)
  const end = ends.findIndex(({ place }) => place === at.lesson)
  const column = end >= 0 ? columns.length + end : columns.findIndex(({ lesson }) => lesson === at.lesson)
  return row >= 0 && column >= 0 ? { row, column } : undefined
}

/** Where one writes: at today's lesson, else the last one held. */
export function currentColumn(columns: readonly GridColumn[]): number {
  const today = columns.findLastIndex((one) => one.today)
  if (today >= 0) return today
  return Math.max(
    0,
    columns.findLastIndex((one) => one.held),
  )
}

export type Denied = 'marks' | 'presence' | 'reasons' | 'notAbsent' | 'locked'

/** Why an entry in a cell of a lesson is refused; undefined where it is not. */
export function refusal(
  entry: GridEntry,
  allowed: Allowed,
  locked: boolean,
  cell: GridCell | undefined,
): Denied | undefined {
  if (locked) return 'locked'
  if (entry.kind === 'mark') return allowed.marks ? undefined : 'marks'
  if (entry.kind === 'clear')
    return allowed.marks || allowed.presence || allowed.reasons ? undefined : 'marks'
  if (entry.letter === 'О') return allowed.presence ? undefined : 'presence'
  if (entry.letter === 'Н' && allowed.presence) return undefined
  if (!allowed.reasons) return entry.letter === 'Н' ? 'presence' : 'reasons'
  return isAbsent(cell) ? undefined : 'notAbsent'
}
