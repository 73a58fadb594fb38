import { addDays } from '../policy/policy.ts'
import type { ReportKey } from '../reports/report-keys.ts'

/** Duties of the class teacher whose state the app knows, by what is done (rules.md, the table of duties). */
export type DutyKind =
  | 'reconcile'
  | 'control'
  | 'inform'
  | 'monitor'
  | 'check'
  | 'groups'
  | 'consent'
  | 'report'
  | 'paper'
  | 'acquaint'

/** A duty of one term, with what is left of it. */
export interface Duty {
  kind: DutyKind
  /** Clause of the instruction. */
  clause: string
  /** A Monday, a month, a period id, or a year. */
  term: string
  /** Which report, for `report`. */
  report?: ReportKey
  /** The last day on which it is in time. */
  due: string
  /** `done` in time or late; `ahead`: nothing is asked of it yet. */
  state: 'ahead' | 'open' | 'overdue' | 'done'
  /** When it was done; absent while it is not. */
  doneOn?: string
  /** What is left of how much: flags, pupils, journals; both 0 where there is nothing to count. */
  left: number
  of: number
}

/** `doneOn` decides; a duty is open from `from` on and overdue after `due`. */
export function stateOf(
  doneOn: string | undefined,
  due: string,
  today: string,
  from = '',
): Pick<Duty, 'state' | 'doneOn'> {
  if (doneOn !== undefined) return { state: 'done', doneOn }
  if (today < from) return { state: 'ahead' }
  return { state: today > due ? 'overdue' : 'open' }
}

/** How many of a period's duties were done in time: grounds for pay (clause 5.1.3). */
export function inTime(duties: readonly Duty[]): { inTime: number; of: number } {
  const asked = duties.filter(({ state }) => state === 'done' || state === 'overdue')
  return {
    inTime: asked.filter(({ doneOn, due }) => doneOn !== undefined && doneOn <= addDays(due, 2)).length,
    of: asked.length,
  }
}
