import type { PresenceCell } from '../journal/journal-view.ts'
import type { Reason } from '../ledger/attributes.ts'
import { type ClassView, spanOn } from '../school/class-view.ts'
import type { HeldLesson } from './held-lessons.ts'

/** Lessons of one day by code: missed ill, excused, unexcused; late. */
export interface DayCodes {
  Б: number
  У: number
  Н: number
  О: number
}

/** Missed lessons; being late is not missing. */
export interface LessonsMissed {
  total: number
  Б: number
  У: number
  Н: number
}

/** How a pupil attended the lessons that counted for him. */
export interface Attendance {
  /** Days on which he missed a lesson or was late. */
  days: Record<string, DayCodes>
  lessons: LessonsMissed
  late: number
  /** A day is missed if all its lessons were; it counts as ill only if all of them are Б. */
  daysMissed: { total: number; ill: number }
  /** Lessons held for him. */
  held: number
}

/** Reason of an absence: the explicit one on the lesson, else the span that covers it, else Н. */
export function reasonOf(cell: PresenceCell, view: Pick<ClassView, 'spans'>, date: string): Reason {
  return cell.reason ?? spanOn(view, cell.pupil, date)?.code ?? 'Н'
}

/**
 * Counts a pupil's attendance (rules.md, Attendance). A span never makes a present pupil absent: only what the
 * subject teacher recorded counts as missed.
 */
export function attendanceOf(
  lessons: readonly HeldLesson[],
  view: Pick<ClassView, 'spans'>,
  pupil: string,
): Attendance {
  const heldByDay = new Map<string, number>()
  const days: Record<string, DayCodes> = {}
  for (const { lesson, expected, cells } of lessons) {
    if (!expected.has(pupil)) continue
    heldByDay.set(lesson.date, (heldByDay.get(lesson.date) ?? 0) + 1)
    const cell = cells.get(pupil)
    const code = cell && codeOf(cell, view, lesson.date)
    if (!code) continue
    days[lesson.date] ??= { Б: 0, У: 0, Н: 0, О: 0 }
    days[lesson.date]![code]++
  }
  const count: Attendance = {
    days,
    lessons: { total: 0, Б: 0, У: 0, Н: 0 },
    late: 0,
    daysMissed: { total: 0, ill: 0 },
    held: [...heldByDay.values()].reduce((sum, held) => sum + held, 0),
  }
  for (const [date, codes] of Object.entries(days)) {
    const missed = codes.Б + codes.У + codes.Н
    addTo(count.lessons, { total: missed, Б: codes.Б, У: codes.У, Н: codes.Н })
    count.late += codes.О
    if (missed !== heldByDay.get(date)) continue
    count.daysMissed.total++
    if (codes.Б === missed) count.daysMissed.ill++
  }
  return count
}

/** The code that a day's cell shows for a lesson; undefined where the pupil was there in time. */
export function codeOf(
  cell: PresenceCell,
  view: Pick<ClassView, 'spans'>,
  date: string,
): keyof DayCodes | undefined {
  if (cell.presence === 'absent') return reasonOf(cell, view, date)
  return typeof cell.presence === 'object' ? 'О' : undefined
}

/** Adds each count of `more` to `sum`. */
export function addTo<K extends string>(sum: Record<K, number>, more: Readonly<Record<K, number>>): void {
  for (const key of Object.keys(sum) as K[]) sum[key] += more[key]
}
