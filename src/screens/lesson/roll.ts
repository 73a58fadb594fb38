import type { Mark, Presence, Reason } from '../../domain/ledger/attributes.ts'

/** What is known ahead about an absence. `until`: last day away, ISO; undefined while the end is open. */
export interface AwayNote {
  kind: 'ill' | 'excused'
  until?: string | undefined
  /** Whether its document is there. */
  paper: boolean
}

/** A mark of the lesson; `work` is '' for the default column. */
export interface LessonMark {
  work: string
  mark: Mark
}

/** A row of the roll. */
export interface RollPupil {
  id: string
  name: string
  /** undefined: nothing recorded; once the roll is taken that means present. */
  presence: Presence | undefined
  reason: Reason | undefined
  away?: AwayNote | undefined
  /** Exempt from physical education. `until`: its last day, ISO; `group`: a medical group, who takes part in his way. */
  exempt?: { until?: string | undefined; group?: string | undefined } | undefined
  /** In the order of the lesson's columns. */
  marks: readonly LessonMark[]
  /** Presence or a mark was written differently by others. */
  conflict: boolean
  /** Something in this row waits for the server. */
  waiting: boolean
  /** There is a remark on his behaviour. */
  behaviour: boolean
  /** The class teacher waits for an answer about him. */
  asked: boolean
}

/** A column of marks of the lesson; '' is the default one. */
export interface WorkColumn {
  id: string
  /** «Контрольная работа»; undefined for the default column. */
  kind: string | undefined
  title?: string | undefined
  weight?: number | undefined
  /** Id of the work that is retaken here. */
  retakeOf?: string | undefined
}

export type Grading = 'marks' | 'credit' | 'none'

/** Marks by how the journal is graded: what is tapped most comes first. */
export const padMarks: Record<Grading, readonly (readonly Mark[])[]> = {
  marks: [
    ['5', '4', '3', '2'],
    ['.', 'н/а', 'осв', 'зач', 'незач'],
  ],
  credit: [
    ['зач', 'незач'],
    ['.', 'н/а', 'осв'],
  ],
  none: [],
}

/** What the toggle shows for a pupil. */
export type Shown = 'present' | 'absent' | 'late' | undefined

/** The toggle of a row: once the roll is taken, whoever was not named is present. */
export function shownPresence(presence: Presence | undefined, roll: boolean): Shown {
  if (presence === undefined) return roll ? 'present' : undefined
  return typeof presence === 'string' ? presence : 'late'
}

/** Why the lesson can't be changed here. */
export type ReadOnly =
  | { kind: 'locked'; period: string }
  | { kind: 'notYours'; teacher: string }
  /** A substitute has the hours he substitutes, and no other of this journal. */
  | { kind: 'otherLesson'; hours: readonly { date: string; bell: number }[] }
  | { kind: 'future' }
