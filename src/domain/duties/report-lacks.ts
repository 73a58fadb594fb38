import { classTeacherPreliminary } from '../reports/class-teacher-preliminary.ts'
import { heldLessons } from '../reports/held-lessons.ts'
import type { ReportKey } from '../reports/report-keys.ts'
import type { ReportPeriod } from '../reports/report-period.ts'
import type { ReportSource } from '../reports/report-source.ts'
import { results } from '../reports/results.ts'
import { withFollowing } from '../school/following.ts'
import type { SchoolClass } from '../school/school-view.ts'

/** What a report of a class has yet to get from others. */
export interface ReportLacks {
  /** Subjects in which period marks are not given, and to how many pupils, the most first. */
  marks: { subject: string; pupils: number }[]
  /** Of the preliminary report: subjects in which so many pupils have too few marks for a forecast, the most first. */
  few: { subject: string; pupils: number }[]
  /** Lessons held without a roll. */
  rolls: number
}

const ofMarks: ReadonlySet<ReportKey> = new Set(['class-teacher', 'results', 'summary-marks'])
const ofAttendance: ReadonlySet<ReportKey> = new Set([
  'attendance-month',
  'class-teacher',
  'summary-attendance',
])

/** What is missing in a report over dates; `period`: whose marks it shows, absent for a month. */
export function reportLacks(
  source: ReportSource,
  schoolClass: SchoolClass,
  { key, period, from, to }: { key: ReportKey; period?: ReportPeriod | undefined; from: string; to: string },
): ReportLacks {
  const view = withFollowing(source.classes, schoolClass.id)
  const forecasts =
    period && key === 'class-teacher-preliminary'
      ? classTeacherPreliminary(source, schoolClass, period).forecasts
      : []
  const few = new Map<string, number>()
  for (const { subject, mark } of forecasts) if (mark === 'н/а') few.set(subject, (few.get(subject) ?? 0) + 1)
  const totals = period && ofMarks.has(key) ? results(source, schoolClass, period).totals : undefined
  const held = view && ofAttendance.has(key) ? heldLessons(source, schoolClass.id, view, from, to) : []
  return {
    marks: mostFirst(Object.entries(totals?.subjects ?? {}).map(([subject, { none }]) => [subject, none])),
    few: mostFirst([...few]),
    rolls: held.filter(({ lesson }) => !lesson.roll).length,
  }
}

function mostFirst(counts: readonly (readonly [subject: string, pupils: number])[]): ReportLacks['marks'] {
  return counts
    .filter(([, pupils]) => pupils > 0)
    .map(([subject, pupils]) => ({ subject, pupils }))
    .sort((a, b) => b.pupils - a.pupils || (a.subject < b.subject ? -1 : 1))
}
