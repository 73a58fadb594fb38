import { entity } from '../ledger/documents.ts'
import { withFollowing } from '../school/following.ts'
import type { SchoolClass } from '../school/school-view.ts'
import { codeOf } from './attendance-counts.ts'
import type { AttendanceReport } from './attendance-month.ts'
import { attendanceCounts } from './attendance-month-table.ts'
import type { CellBehind, CellsBehind } from './cells-behind.ts'
import { type HeldLesson, heldLessons } from './held-lessons.ts'
import { reportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'
import type { SummaryAttendanceReport } from './summary-attendance.ts'
import { summaryCounts } from './summary-attendance-table.ts'

/** What is counted of attendance: missed in all and by reason, late, days missed and ill, lessons held. */
export type AttendanceCount = (typeof attendanceCounts)[number]

/** Which lessons: from and to inclusive; of one pupil, else of the class. */
export interface AttendanceQuestion {
  from: string
  to: string
  count: AttendanceCount
  pupil?: string | undefined
}

/**
 * The lessons that a count of attendance is made of, by pupil, date and bell: as many as the count says, except that
 * days missed lead to all their lessons, and lessons held for a class stand once each with the number of pupils.
 */
export function attendanceCells(
  source: ReportSource,
  { id: classId }: Pick<SchoolClass, 'id'>,
  { from, to, count, pupil }: AttendanceQuestion,
): CellBehind[] {
  const view = withFollowing(source.classes, classId)
  if (!view) return []
  const held = heldLessons(source, classId, view, from, to)
  if (count === 'held' && pupil === undefined)
    return held.map((lesson) => ({ ...placeOf(lesson), says: String(lesson.expected.size) }))
  const pupils = pupil === undefined ? view.pupils.map(({ id }) => id) : [pupil]
  return pupils.flatMap((id) => {
    const lessons = held
      .filter(({ expected }) => expected.has(id))
      .map((lesson) => {
        const cell = lesson.cells.get(id)
        return { lesson, code: cell && codeOf(cell, view, lesson.lesson.date) }
      })
    return countedLessons(lessons, count).map(
      ({ lesson, code }): CellBehind => ({
        ...placeOf(lesson),
        entity: entity.cell(lesson.lesson.key, id),
        pupil: id,
        ...(code === undefined ? {} : { says: code }),
      }),
    )
  })
}

type Attended = { lesson: HeldLesson; code: ReturnType<typeof codeOf> }

function countedLessons(lessons: readonly Attended[], count: AttendanceCount): readonly Attended[] {
  const missed = ({ code }: Attended) => code !== undefined && code !== 'О'
  switch (count) {
    case 'held':
      return lessons
    case 'late':
      return lessons.filter(({ code }) => code === 'О')
    case 'total':
      return lessons.filter(missed)
    case 'days':
    case 'ill':
      return lessons.filter(({ lesson: { lesson } }) =>
        lessons
          .filter((other) => other.lesson.lesson.date === lesson.date)
          .every((other) => (count === 'ill' ? other.code === 'Б' : missed(other))),
      )
    default:
      return lessons.filter(({ code }) => code === count)
  }
}

function placeOf({ journal, lesson: { key, date, bell } }: HeldLesson): CellBehind {
  return { journal, entity: entity.lesson(key), date, bell }
}

/** Behind the numbers of the attendance report: rows by days and counts, and the class's totals. */
export function attendanceMonthBehind(
  report: AttendanceReport,
  source: ReportSource,
  schoolClass: SchoolClass,
): CellsBehind {
  const { dates, from, to } = report
  return ({ part, row, column }) => {
    const pupil = part === 'rows' ? report.rows[row]?.pupil : undefined
    if (part === 'footnotes') return undefined
    const date = dates[column - 2]
    if (date !== undefined) {
      const ask = (count: AttendanceCount) =>
        attendanceCells(source, schoolClass, { from: date, to: date, count, pupil })
      // A day's cell shows who was late too; how many were away does not count them.
      return () => (part === 'rows' ? [...ask('total'), ...ask('late')] : ask('total'))
    }
    const count = attendanceCounts[column - 2 - dates.length]
    return count && (() => attendanceCells(source, schoolClass, { from, to, count, pupil }))
  }
}

/** Behind the numbers of the sheet of attendance: blocks of the periods and of the year. */
export function summaryAttendanceBehind(
  report: SummaryAttendanceReport,
  source: ReportSource,
  schoolClass: SchoolClass,
): CellsBehind {
  const times = [...Object.keys(report.totals.periods), `${report.year}/year`]
  return ({ part, row, column }) => {
    if (part === 'footnotes' || column < 2) return undefined
    const time = times[Math.floor((column - 2) / summaryCounts.length)]
    const period = time === undefined ? undefined : reportPeriod(source.school, time)
    const count = summaryCounts[(column - 2) % summaryCounts.length]
    if (!period || !count) return undefined
    const pupil = part === 'rows' ? report.rows[row]?.pupil : undefined
    const { starts: from, ends } = period
    const to = report.until !== undefined && report.until < ends ? report.until : ends
    return () => attendanceCells(source, schoolClass, { from, to, count, pupil })
  }
}
