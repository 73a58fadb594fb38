import type { PeriodMarkAdvice } from '../../domain/journal/period-mark-advice.ts'
import type { YearMarkAdvice } from '../../domain/journal/year-mark-advice.ts'
import type { Mark } from '../../domain/ledger/attributes.ts'

/** A lesson as a column of the page. */
export interface GridColumn {
  lesson: string
  href: string
  /** ISO date. */
  date: string
  bell: number
  today: boolean
  held: boolean
  roll: boolean
  /** Its period is locked: nothing can be written here. */
  locked: boolean
  /** The teacher's note over the column. */
  note?: string | undefined
  /** ISO date where the timetable had it, when it was moved from there. */
  movedFrom?: string | undefined
  /** Why it was called off; such a lesson is a column only where it has marks. */
  cancelled?: string | undefined
}

/** Letters of presence and reason as the page shows them. */
export type Letter = 'Н' | 'О' | 'Б' | 'У'

export interface GridCell {
  /** In the order of the lesson's columns: «5/4». */
  marks: readonly Mark[]
  letter?: Letter | undefined
  /** Something in the cell waits for the server. */
  waiting: boolean
  /** The value not shown, where people wrote different ones. */
  conflict?: string | undefined
  /** An entry of this person that did not count. */
  voided: boolean
  /** The class teacher asks or proposes something that waits for an answer. */
  asked?: boolean
}

/** A pupil's mark for the period. */
export interface PeriodCell {
  /** The decided mark, else the suggested one; empty where there is neither. */
  mark: string
  suggested: boolean
  /** Absent where the journal has no averages. */
  advice?: PeriodMarkAdvice | undefined
  /** Of a year's or final mark. */
  yearAdvice?: YearMarkAdvice | undefined
  /** Why the pupil is not attested. */
  reason?: string | undefined
  /** It was given in another journal of the school, from which the pupil came. */
  carried?: boolean
  waiting?: boolean
  /** The value not shown, where people wrote different ones. */
  conflict?: string | undefined
  /** An entry of this person that did not count. */
  voided?: boolean
}

export interface GridRow {
  pupil: string
  name: string
  /** Beside the columns, one each; what is not looked at need not be made. */
  readonly cells: { at(column: number): GridCell | undefined }
  readonly average?: number | undefined
  /** Marks given elsewhere that count in the average: «5 4 (7Б)». */
  readonly elsewhere?: string | undefined
  /** By the place of the column at the right. */
  readonly ends: { get(place: string): PeriodCell | undefined }
  /** ISO date from which the pupil is not in the class any more. */
  left?: string | undefined
}

/** Which cell: a pupil at a lesson, or at the place of a period (`periodPlace`). */
export interface CellAt {
  pupil: string
  lesson: string
}

/** What was typed into a cell. `another`: a second mark beside the first. */
export type GridEntry =
  | { kind: 'mark'; mark: Mark; another: boolean }
  | { kind: 'letter'; letter: Letter }
  | { kind: 'clear' }

/** What this person may write in this journal. */
export interface Allowed {
  marks: boolean
  presence: boolean
  reasons: boolean
}

/** Whether the pupil is recorded absent; only that has a reason. */
export function isAbsent(cell: GridCell | undefined): boolean {
  return cell?.letter !== undefined && cell.letter !== 'О'
}

/** What a cell says: «5/4», «Н», «4 О». */
export function cellText({ marks, letter }: GridCell): string {
  const written = marks.map((mark) => (mark === '.' ? '•' : mark)).join('/')
  return [written, letter].filter(Boolean).join(' ')
}

/** Whether two cells look the same, so that a chunk of them need not be drawn anew. */
export function sameCell(a: GridCell | undefined, b: GridCell | undefined): boolean {
  if (a === b) return true
  if (!a || !b) return false
  return (
    a.letter === b.letter &&
    a.waiting === b.waiting &&
    a.conflict === b.conflict &&
    a.voided === b.voided &&
    a.asked === b.asked &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, index) => mark === b.marks[index])
  )
}
