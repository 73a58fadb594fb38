import type { ValueOf } from '../../domain/ledger/attributes.ts'
import type { Grading } from '../lesson/roll.ts'
import type { GridEntry, GridRow } from './grid.ts'

/** A mark for a period: no «.», nothing can be owed in it. */
export type PeriodMarkValue = ValueOf<'periodmark'>

/** Whether this person may give the period's marks; a substitute may not. */
export type PeriodRight = 'granted' | 'locked' | 'notYours'

/** A period mark in its place; null takes it back. */
export interface GivenPeriodMark {
  pupil: string
  mark: PeriodMarkValue | null
}

/** The column of period marks at the right of the page. */
export interface PeriodColumn {
  /** Stands for the lesson in the address of its cells. */
  place: string
  /** «II четверть» */
  name: string
  right: PeriodRight
  grading: Exclude<Grading, 'none'>
  /** Writes marks as one step. */
  onMarks: (marks: readonly GivenPeriodMark[]) => void
}

/** Period marks by how the journal is graded, in rows of buttons. */
export const periodMarkKeys = {
  marks: [
    ['5', '4', '3', '2'],
    ['н/а', 'осв'],
  ],
  credit: [
    ['зач', 'незач'],
    ['н/а', 'осв'],
  ],
} as const satisfies Record<PeriodColumn['grading'], readonly (readonly PeriodMarkValue[])[]>

const prefix = 'period,'

/** The address of a period's column among those of the lessons. */
export function periodPlace(period: string): string {
  return prefix + period
}

/** The period whose column an address names; undefined for a lesson's. */
export function periodOfPlace(place: string): string | undefined {
  return place.startsWith(prefix) ? place.slice(prefix.length) : undefined
}

/** Why something typed into the period's column is refused. */
export type PeriodDenied = 'locked' | 'periodMark' | 'notPeriodMark'

/** What was typed into a cell of the period's column: the mark to write, or why it is refused. */
export function readPeriodEntry(
  entry: GridEntry,
  { right, grading }: Pick<PeriodColumn, 'right' | 'grading'>,
): { mark: PeriodMarkValue | null } | { denied: PeriodDenied } {
  if (right !== 'granted') return { denied: right === 'locked' ? 'locked' : 'periodMark' }
  if (entry.kind === 'clear') return { mark: null }
  if (entry.kind === 'letter' || entry.mark === '.' || grading === 'credit')
    return { denied: 'notPeriodMark' }
  return { mark: entry.mark }
}

/** Suggestions that can be given at once: to whom nothing is decided yet, is still here, and has marks enough. */
export function suggestionsOf(rows: readonly GridRow[]): GivenPeriodMark[] {
  return rows.flatMap(({ pupil, left, periodMark }) => {
    const mark = periodMark?.advice?.suggested
    const open = periodMark?.suggested && periodMark.conflict === undefined && left === undefined
    return open && mark && mark !== 'н/а' ? [{ pupil, mark }] : []
  })
}
