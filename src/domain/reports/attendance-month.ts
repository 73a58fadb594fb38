import { readJournalName } from '../ledger/documents.ts'
import { belongs, wasIn } from '../school/class-view.ts'
import { withFollowing } from '../school/following.ts'
import { lastFirst } from '../school/names.ts'
import type { SchoolClass } from '../school/school-view.ts'
import { type Attendance, addTo, attendanceOf } from './attendance-counts.ts'
import { type HeldLesson, heldLessons } from './held-lessons.ts'
import { percent } from './ratio.ts'
import { type ReportHead, type ReportSource, reportHead } from './report-source.ts'

/** A month (`2025-09`) or the dates from `from` to `to`, both inclusive. */
export type AttendanceRange = { month: string } | { from: string; to: string }

export interface AttendanceRow extends Attendance {
  pupil: string
  name: string
  /** Days with lessons on which the pupil did not belong to the class. */
  outside: string[]
}

/** `attendance-month` of the command line's contract; `from`, `to`, `dates`, `outside` and the notes stand beside. */
export interface AttendanceReport extends ReportHead {
  report: 'attendance-month'
  month?: string
  from: string
  to: string
  /** Days on which the class or a group of it had a lesson. */
  dates: string[]
  rows: AttendanceRow[]
  totals: Omit<Attendance, 'days'> & { attendancePercent: number | null }
  /** Lessons held without a roll: they count as held. */
  withoutRoll: number
  /** Cells in the report that different people filled differently. */
  unsettled: number
}

/**
 * Attendance of a class (5.2.8; over the dates of a week 5.2.1): pupils by days, with the counts of rules.md. Pupils
 * are those who belonged to the class on some day of the range. Attendance % = (pupil-lessons - missed)/pupil-lessons.
 */
export function attendanceMonth(
  source: ReportSource,
  schoolClass: SchoolClass,
  range: AttendanceRange,
): AttendanceReport {
  const { from, to } = datesOf(range)
  const view = withFollowing(source.classes, schoolClass.id)
  const lessons = view ? heldLessons(source, schoolClass.id, view, from, to) : []
  const dates = [...new Set(lessons.map(({ lesson }) => lesson.date))]
  const rows = (view?.pupils ?? [])
    .filter(({ id }) => wasIn(view!, id, from, to))
    .map((pupil) => ({
      pupil: pupil.id,
      name: lastFirst(pupil),
      ...attendanceOf(lessons, view!, pupil.id),
      outside: dates.filter((date) => !belongs(view!, pupil.id, date)),
    }))
  return {
    report: 'attendance-month',
    ...reportHead(source, schoolClass),
    ...('month' in range ? { month: range.month } : {}),
    from,
    to,
    dates,
    rows,
    totals: totalsOf(rows),
    withoutRoll: lessons.filter(({ lesson }) => !lesson.roll).length,
    unsettled: unsettledIn(source, schoolClass.id, lessons, new Set(rows.map((row) => row.pupil)), from, to),
  }
}

function datesOf(range: AttendanceRange): { from: string; to: string } {
  if (!('month' in range)) return range
  const [year, month] = range.month.split('-').map(Number)
  const last = new Date(Date.UTC(year!, month!, 0)).getUTCDate()
  return { from: `${range.month}-01`, to: `${range.month}-${last}` }
}

function totalsOf(rows: readonly AttendanceRow[]): AttendanceReport['totals'] {
  const lessons = { total: 0, Б: 0, У: 0, Н: 0 }
  const daysMissed = { total: 0, ill: 0 }
  let late = 0
  let held = 0
  for (const row of rows) {
    addTo(lessons, row.lessons)
    addTo(daysMissed, row.daysMissed)
    late += row.late
    held += row.held
  }
  return { lessons, late, daysMissed, held, attendancePercent: percent(held - lessons.total, held) }
}

/** Conflicts that the numbers may hang on: of lessons, presence and reasons, and of the pupils' own records. */
function unsettledIn(
  source: ReportSource,
  classId: string,
  lessons: readonly HeldLesson[],
  pupils: ReadonlySet<string>,
  from: string,
  to: string,
): number {
  const counted = new Map(lessons.map((held) => [`${held.journal} ${held.lesson.key}`, held]))
  let count = 0
  for (const [name, journal] of source.journals) {
    if (readJournalName(name)?.class !== classId) continue
    const inRange = new Set<string>(
      journal.lessons.filter(({ date }) => date >= from && date <= to).map(({ key }) => key),
    )
    for (const { entity, attribute } of journal.unsettled) {
      const parts = entity.split(',')
      const key = parts.slice(1, 4).join(',')
      if (parts[0] === 'lesson' && ['lesson.held', 'lesson.moved', 'lesson.roll'].includes(attribute)) {
        if (inRange.has(key)) count++
      } else if (parts[0] === 'cell' && counted.get(`${name} ${key}`)?.expected.has(parts[4] ?? '')) count++
    }
  }
  return count + unsettledRecords(source, classId, pupils)
}

const recordOf: Readonly<Record<string, number>> = { movement: 1, member: 2, span: 1, mode: 1 }

function unsettledRecords(source: ReportSource, classId: string, pupils: ReadonlySet<string>): number {
  return (source.classes.get(classId)?.unsettled ?? []).filter(({ entity }) => {
    const parts = entity.split(',')
    const place = recordOf[parts[0] ?? '']
    return place !== undefined && pupils.has(parts[place] ?? '')
  }).length
}
