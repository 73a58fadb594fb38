import { type ClassView, wasIn } from '../school/class-view.ts'
import { withFollowing } from '../school/following.ts'
import { lastFirst } from '../school/names.ts'
import type { SchoolClass, SchoolYear } from '../school/school-view.ts'
import { addTo, attendanceOf, type LessonsMissed } from './attendance-counts.ts'
import { type HeldLesson, heldLessons } from './held-lessons.ts'
import { periodsOfGrade } from './report-period.ts'
import { type ReportHead, type ReportSource, reportHead } from './report-source.ts'

/** What was missed in a period: days, lessons; being late is not missing. */
export interface Missed {
  days: { total: number; ill: number }
  lessons: LessonsMissed
  late: number
}

/** Missed by period of the class's grade, and in the whole year. */
export interface MissedInYear {
  periods: Record<string, Missed>
  year: Missed
}

export interface SummaryAttendanceRow extends MissedInYear {
  pupil: string
  name: string
}

/** `summary-attendance` of the command line's contract; year and note of rolls stand beside. */
export interface SummaryAttendanceReport extends ReportHead {
  report: 'summary-attendance'
  year: string
  /** The last day that counts, where it is not the year's. */
  until?: string
  rows: SummaryAttendanceRow[]
  totals: MissedInYear
  /** Lessons held without a roll: they count as held. */
  withoutRoll: number
}

/**
 * Attendance of a class by quarters (grades 10-11: half-years) and in the year (5.2.8), of everybody who was in the
 * class, each over his time there. Periods to come are zero, as are those after `until`: a sheet handed in for a
 * quarter says the same whatever the next one brings.
 */
export function summaryAttendance(
  source: ReportSource,
  schoolClass: SchoolClass,
  year: SchoolYear,
  until = year.ends,
): SummaryAttendanceReport {
  const view = withFollowing(source.classes, schoolClass.id)
  const held = view ? heldLessons(source, schoolClass.id, view, year.starts, until) : []
  const periods = periodsOfGrade(source.school, year.id, schoolClass.grade).map(({ id, starts, ends }) => ({
    id,
    lessons: held.filter(({ lesson }) => lesson.date >= starts && lesson.date <= ends),
  }))
  const rows = (view?.pupils ?? [])
    .filter(({ id }) => wasIn(view!, id, year.starts, until))
    .map((pupil): SummaryAttendanceRow => {
      const missed = (lessons: readonly HeldLesson[]) => missedOf(lessons, view!, pupil.id)
      return {
        pupil: pupil.id,
        name: lastFirst(pupil),
        periods: Object.fromEntries(periods.map(({ id, lessons }) => [id, missed(lessons)])),
        year: missed(held),
      }
    })
  return {
    report: 'summary-attendance',
    ...reportHead(source, schoolClass),
    year: year.id,
    ...(until < year.ends ? { until } : {}),
    rows,
    totals: {
      periods: Object.fromEntries(periods.map(({ id }) => [id, sumOf(rows.map((row) => row.periods[id]!))])),
      year: sumOf(rows.map((row) => row.year)),
    },
    withoutRoll: held.filter(({ lesson }) => !lesson.roll).length,
  }
}

function missedOf(lessons: readonly HeldLesson[], view: ClassView, pupil: string): Missed {
  const { daysMissed: days, lessons: missed, late } = attendanceOf(lessons, view, pupil)
  return { days, lessons: missed, late }
}

function sumOf(parts: readonly Missed[]): Missed {
  const sum: Missed = { days: { total: 0, ill: 0 }, lessons: { total: 0, Б: 0, У: 0, Н: 0 }, late: 0 }
  for (const { days, lessons, late } of parts) {
    addTo(sum.days, days)
    addTo(sum.lessons, lessons)
    sum.late += late
  }
  return sum
}
