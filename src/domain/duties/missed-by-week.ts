import { addDays } from '../policy/policy.ts'
import { attendanceOf } from '../reports/attendance-counts.ts'
import { heldLessons } from '../reports/held-lessons.ts'
import type { ReportSource } from '../reports/report-source.ts'
import { weekdayOf } from '../school/calendar.ts'
import { wasIn } from '../school/class-view.ts'
import { withFollowing } from '../school/following.ts'

/** Lessons that a class missed in a week. */
export interface MissedInWeek {
  monday: string
  total: number
  Б: number
  У: number
  Н: number
  late: number
}

/** What a class missed in each of the last `weeks` weeks with lessons up to today, the earliest first. */
export function missedByWeek(
  source: ReportSource,
  classId: string,
  today: string,
  weeks = 6,
): MissedInWeek[] {
  const view = withFollowing(source.classes, classId)
  if (!view) return []
  const found: MissedInWeek[] = []
  // Over the longest break of a school year.
  const lookBack = weeks + 4
  let monday = addDays(today, 1 - weekdayOf(today))
  for (let week = 0; week < lookBack && found.length < weeks; week++, monday = addDays(monday, -7)) {
    const sunday = addDays(monday, 6)
    const held = heldLessons(source, classId, view, monday, sunday < today ? sunday : today)
    if (held.length === 0) continue
    const sum: MissedInWeek = { monday, total: 0, Б: 0, У: 0, Н: 0, late: 0 }
    for (const { id } of view.pupils) {
      if (!wasIn(view, id, monday, sunday)) continue
      const { lessons, late } = attendanceOf(held, view, id)
      sum.total += lessons.total
      sum.Б += lessons.Б
      sum.У += lessons.У
      sum.Н += lessons.Н
      sum.late += late
    }
    found.push(sum)
  }
  return found.reverse()
}
