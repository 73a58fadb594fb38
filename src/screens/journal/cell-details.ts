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

/** Everything about one cell of the page. */
export interface CellDetails {
  at: CellAt
  name: string
  /** ISO date. */
  date: string
  bell: number
  topic?: string | undefined
  lessonHref: string
  grading: Grading
  marks: readonly { work: string; kind: string | undefined; mark: Mark }[]
  presence: Presence | undefined
  reason: Reason | undefined
  allowed: Allowed
  /** «II четверть», when its period is locked. */
  lockedPeriod?: string | undefined
  conflicts: readonly CellConflict[]
  /** Newest first. */
  history: readonly HistoryEntry[]
}
