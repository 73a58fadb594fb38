import { type Duty, type DutyKind, inTime } from './duty.ts'

/** A duty as the office sees it. */
export interface ListedDuty extends Duty {
  /** A report that says something else than when it was handed in. */
  changed?: true
}

/** The duties of a class and who has them. */
export interface ClassDuties {
  class: string
  /** Staff id of the class teacher; '' while there is none. */
  teacher: string
  duties: readonly ListedDuty[]
}

/** Duties in the order of the office's columns. */
export const dutyKinds: readonly DutyKind[] = [
  'reconcile',
  'control',
  'inform',
  'monitor',
  'check',
  'report',
  'paper',
  'groups',
  'consent',
  'acquaint',
]

/** How a class stands with the duties of one kind; the worst of them counts. */
export type Standing =
  /** `days` since the first of them was due. */
  | { state: 'overdue'; count: number; days: number }
  /** Reports to be handed in again. */
  | { state: 'changed'; count: number }
  | { state: 'open'; count: number; due: string }
  /** When the last of them was done; absent where no day is known. */
  | { state: 'done'; on: string | undefined }
  | { state: 'ahead' }

/** How a class stands with duties of one kind on a day. */
export function standingOf(duties: readonly ListedDuty[], today: string): Standing {
  const overdue = duties.filter(({ state }) => state === 'overdue')
  if (overdue.length > 0) {
    const first = overdue.map(({ due }) => due).sort()[0]!
    return { state: 'overdue', count: overdue.length, days: daysBetween(first, today) }
  }
  const changed = duties.filter((duty) => duty.changed).length
  if (changed > 0) return { state: 'changed', count: changed }
  const open = duties.filter(({ state }) => state === 'open')
  if (open.length > 0)
    return { state: 'open', count: open.length, due: open.map(({ due }) => due).sort()[0]! }
  const done = duties.filter(({ state }) => state === 'done')
  if (done.length === 0) return { state: 'ahead' }
  return {
    state: 'done',
    on: done
      .flatMap(({ doneOn }) => doneOn ?? [])
      .sort()
      .at(-1),
  }
}

/** Duties that fall due within dates, both included. */
export function dueWithin<D extends Duty>(duties: readonly D[], from: string, to: string): D[] {
  return duties.filter(({ due }) => from <= due && due <= to)
}

const ofYear: ReadonlySet<DutyKind> = new Set(['groups', 'consent', 'acquaint'])

/**
 * Duties to look at in a time: those that fall due in it, and of those before it the ones of the year and whatever is
 * left undone or has changed since.
 */
export function shownIn<D extends ListedDuty>(duties: readonly D[], from: string, to: string): D[] {
  return duties.filter(
    ({ kind, due, state, changed }) =>
      due <= to && (due >= from || ofYear.has(kind) || state === 'overdue' || state === 'open' || changed),
  )
}

/** How far behind a class is: days since its first overdue duty was due, then how many are; the worst first. */
export function furthestBehindFirst(
  classes: readonly ClassDuties[],
  today: string,
  kind?: DutyKind,
): ClassDuties[] {
  const behind = ({ duties }: ClassDuties) => {
    const asked = kind === undefined ? duties : duties.filter((duty) => duty.kind === kind)
    const standing = standingOf(asked, today)
    if (standing.state === 'overdue') return standing.days * 1000 + standing.count
    return standing.state === 'changed' ? standing.count / 1000 : 0
  }
  return [...classes].sort((a, b) => behind(b) - behind(a))
}

/** The duties of a class teacher over a time, counted for pay (clause 5.1.3). */
export interface DutySummary {
  class: string
  teacher: string
  /** Done, or to be done by now. */
  of: number
  inTime: number
  late: number
  undone: number
}

/** How many duties were done in time, late and not at all. */
export function dutySummary({ class: id, teacher, duties }: ClassDuties): DutySummary {
  const kept = inTime(duties)
  const undone = duties.filter(({ state }) => state === 'overdue').length
  return { class: id, teacher, ...kept, late: kept.of - kept.inTime - undone, undone }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
