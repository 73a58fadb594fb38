import type { ValueOf } from '../../domain/ledger/attributes.ts'
import type { Grading } from '../lesson/roll.ts'
import type { GridEntry, GridRow, PeriodCell } from './grid.ts'
import { suggestedOf } from './period-cell.ts'

/** A mark for a period: no «.», nothing can be owed in it. */
export type PeriodMarkValue = ValueOf<'periodmark'>

/** Whether this person may give the period's marks; a substitute may not. */
export type PeriodRight = 'granted' | 'locked' | 'notYours'

/** A period mark in its place; null takes it back. */
export interface GivenPeriodMark {
  pupil: string
  mark: PeriodMarkValue | null
}

/** A mark at the right of the page: what it is for, and what its suggestion is made of. */
export interface EndTime {
  /** `2025-26/2`, `2025-26/year`, `2025-26/exam`, `2025-26/final` */
  id: string
  /** Stands for the lesson in the address of its cells. */
  place: string
  kind: 'period' | 'year' | 'exam' | 'final'
  starts: string
  ends: string
  /** Suggested from the marks of its time; others from the marks of `basis`, or not at all. */
  fromMarks: boolean
  /** Ids of the marks it is made of. */
  basis: readonly string[]
}

/** A column of period marks at the right of the page. */
export interface PeriodColumn {
  /** Stands for the lesson in the address of its cells. */
  place: string
  kind: EndTime['kind']
  /** «II четверть» */
  name: string
  /** «II ч.» */
  short: string
  right: PeriodRight
  grading: Exclude<Grading, 'none'>
  /** Writes marks as one step. */
  onMarks: (marks: readonly GivenPeriodMark[]) => void
  /** Says why a pupil is not attested; null takes it back. */
  onReason: (pupil: string, reason: string | null) => void
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

const periodMarkValues: readonly PeriodMarkValue[] = ['5', '4', '3', '2', 'н/а', 'осв', 'зач', 'незач']

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

/** The mark that is suggested for a cell, whatever it rests on. */
export function suggestionFor(cell: PeriodCell | undefined): PeriodMarkValue | undefined {
  const suggested = cell?.advice?.suggested ?? suggestedOf(cell?.yearAdvice)
  return periodMarkValues.find((value) => value === suggested)
}

/** Suggestions that can be given at once: to whom nothing is decided yet, is still here, and has marks enough. */
export function suggestionsOf(rows: readonly GridRow[], place: string): GivenPeriodMark[] {
  return rows.flatMap(({ pupil, left, ends }) => {
    const cell = ends.get(place)
    const mark = suggestionFor(cell)
    const open = cell?.suggested && cell.conflict === undefined && left === undefined
    return open && mark && mark !== 'н/а' ? [{ pupil, mark }] : []
  })
}

/** Whose mark in a column the teacher has to think of, in the order of the rows; who left is not among them. */
export interface PeriodLists {
  /** One mark short of the number needed, or of a better mark. */
  oneShort: GridRow[]
  /** Too few marks for any. */
  tooFew: GridRow[]
  /** Nothing is decided yet. */
  open: GridRow[]
}

/** Sorts the rows of a page by what their mark in a column lacks. */
export function periodLists(rows: readonly GridRow[], place: string): PeriodLists {
  const lists: PeriodLists = { oneShort: [], tooFew: [], open: [] }
  for (const row of rows) {
    const cell = row.ends.get(place)
    if (!cell || row.left !== undefined || (cell.mark !== '' && !cell.suggested)) continue
    lists.open.push(row)
    if (cell.advice?.oneShort) lists.oneShort.push(row)
    if (cell.advice?.suggested === 'н/а') lists.tooFew.push(row)
  }
  return lists
}
