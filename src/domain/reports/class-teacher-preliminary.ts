import { type Average, hundredths, suggestedMark } from '../journal/average.ts'
import type { SchoolClass } from '../school/school-view.ts'
import { type ClassTeacherBody, classTeacherBody } from './class-teacher.ts'
import { type PeriodAverages, periodAverages } from './period-averages.ts'
import { type PupilResult, pupilResults } from './pupil-results.ts'
import type { ReportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'

/** A suggestion in the place of a period mark that is not given yet. */
export interface Forecast {
  pupil: string
  subject: string
  mark: string
  /** Weighted average of the marks in the period, two decimals. */
  average: number | null
}

/** Pupils without a period mark in a subject. */
export interface MissingMarks {
  subject: string
  /** In order of names. */
  pupils: string[]
}

/**
 * One mark more changes the forecast: by the number of marks (`toAttestation`), or a «5» of weight 1 raises it to
 * `mark`.
 */
export interface OneMarkShort {
  pupil: string
  subject: string
  toAttestation: boolean
  mark: string
}

/** `class-teacher-preliminary` of the command line's contract; who is one mark short stands beside. */
export interface PreliminaryReport extends ClassTeacherBody {
  report: 'class-teacher-preliminary'
  forecasts: Forecast[]
  missing: MissingMarks[]
  oneMarkShort: OneMarkShort[]
}

/**
 * The class teacher's report before the marks of a period are complete (5.2.8): each missing one is forecast by the
 * suggestion by the school's rules. Subjects with credits have no suggestion, so a missing credit stays missing.
 */
export function classTeacherPreliminary(
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
): PreliminaryReport {
  const settings = source.school.markSettings
  const given = pupilResults(source, schoolClass, period)
  const averages = periodAverages(source, period)
  const forecasts: Forecast[] = []
  const oneMarkShort: OneMarkShort[] = []
  const expected = given.map((result): PupilResult => {
    const marks = new Map(result.marks)
    for (const [subject, average] of openSubjects(result, averages)) {
      const pupil = result.pupil.id
      const mark = suggestedMark(average, settings)
      const value = hundredths(average)
      marks.set(subject, mark)
      forecasts.push({ pupil, subject, mark, average: value === undefined ? null : value / 100 })
      const next = suggestedMark(withFive(average), settings)
      if (next === mark) continue
      const toAttestation = mark === 'н/а'
      if (!toAttestation || average.count === settings.minimum - 1)
        oneMarkShort.push({ pupil, subject, toAttestation, mark: next })
    }
    return { ...result, marks }
  })
  return {
    report: 'class-teacher-preliminary',
    ...classTeacherBody(source, schoolClass, period, expected),
    forecasts,
    missing: missingMarks(given),
    oneMarkShort,
  }
}

/** Subjects with marks in which the pupil has none for the period, by id. */
function openSubjects(
  { pupil, subjects, marks }: PupilResult,
  averages: PeriodAverages,
): [subject: string, average: Average][] {
  return [...subjects]
    .filter(([subject, grading]) => grading === 'marks' && !marks.has(subject))
    .map(([subject]): [string, Average] => [subject, averages(pupil.id, subject)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function missingMarks(results: readonly PupilResult[]): MissingMarks[] {
  const missing = new Map<string, string[]>()
  for (const { pupil, subjects, marks } of results)
    for (const subject of subjects.keys())
      if (!marks.has(subject)) missing.set(subject, [...(missing.get(subject) ?? []), pupil.id])
  return [...missing]
    .map(([subject, pupils]) => ({ subject, pupils }))
    .sort((a, b) => (a.subject < b.subject ? -1 : 1))
}

/** The average with one more 5 of weight 1. */
function withFive({ sum, weight, count }: Average): Average {
  return { sum: sum + 5 * 2, weight: weight + 2, count: count + 1 }
}
