import type { Proposal, Question } from '../../domain/journal/questions.ts'
import type { Capacity, Mark, Presence, Reason } from '../../domain/ledger/attributes.ts'
import type { VoidReason } from '../../domain/ledger/receipt.ts'
import type { Grading } from '../lesson/roll.ts'
import type { Allowed, CellAt } from './grid.ts'

/** One fact of a cell's history. Times in ms since 1970; values as they are written («4», «Н», «опоздание 7 мин»). */
export interface HistoryEntry {
  id: string
  /** What it says something of: «отметка», «явка». */
  what: string
  author: string
  as?: Capacity | undefined
  /** «этот планшет», when it was written here. */
  device?: string | undefined
  deviceTime: number
  serverTime?: number | undefined
  /** The value it replaced; undefined: there was none. */
  from?: string | undefined
  /** null: taken back. */
  to: string | null
  fate: 'waiting' | 'ok' | 'void'
  why?: VoidReason | undefined
}

/** Values that stand against each other, for a person to settle. */
export interface CellConflict {
  id: string
  what: string
  values: readonly {
    id: string
    /** null: taken back. */
    value: string | null
    author: string
    as?: Capacity | undefined
    deviceTime: number
    serverTime?: number | undefined
  }[]
}

/** A mark of the cell, with the work it is for; '' is the default column. */
export interface CellMark {
  work: string
  kind: string | undefined
  title?: string | undefined
  /** It is a retake of another work. */
  retake: boolean
  /** A later mark stands for it. */
  retaken: boolean
  mark: Mark
  comment: string | undefined
}

/** What this person may write in one cell. */
export interface CellAllowed extends Allowed {
  /** Questions and proposals, as the class teacher does. */
  asks: boolean
  answers: boolean
}

/** Everything about one cell of the page. */
export interface CellDetails {
  at: CellAt
  name: string
  /** ISO date. */
  date: string
  bell: number
  topic?: string | undefined
  held: boolean
  /** The roll was taken: whoever is not named was present. */
  roll: boolean
  lessonHref: string
  grading: Grading
  marks: readonly CellMark[]
  presence: Presence | undefined
  reason: Reason | undefined
  /** A remark on the pupil's behaviour at the lesson. */
  behaviour: string | undefined
  /** He is exempt from physical education that day; `to`: the first day after, ISO, absent while it is open. */
  exempt: { to?: string | undefined } | undefined
  /** What the class teacher asked and proposed. */
  questions: readonly Question[]
  proposal: Proposal | undefined
  allowed: CellAllowed
  /** «II четверть», when its period is locked. */
  lockedPeriod?: string | undefined
  conflicts: readonly CellConflict[]
  /** Newest first. */
  history: readonly HistoryEntry[]
}
