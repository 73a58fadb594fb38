import { lastFirst } from '../school/names.ts'
import type { SchoolClass } from '../school/school-view.ts'
import { categoryOf, classRates } from './categories.ts'
import { valueOfMark } from './period-marks.ts'
import { pupilResults, unsettledMarks } from './pupil-results.ts'
import type { Rate } from './ratio.ts'
import type { ReportPeriod } from './report-period.ts'
import { type ReportHead, type ReportSource, reportHead } from './report-source.ts'
import { averageMark, type SubjectTotals, subjectTotals } from './subject-totals.ts'

export interface ResultsRow {
  pupil: string
  name: string
  /** Subject -> period mark, of the subjects that count for the pupil; a missing mark has no key. */
  marks: Record<string, string>
  average: number | null
}

/** `results` of the command line's contract; class totals and the note of conflicts stand beside. */
export interface ResultsReport extends ReportHead {
  report: 'results'
  period: string
  rows: ResultsRow[]
  totals: {
    subjects: Record<string, SubjectTotals>
    /** Pupils of the class at the end of the period. */
    pupils: number
    passRate: Rate
    qualityRate: Rate
  }
  /** Period marks in the report that different people gave differently. */
  unsettled: number
}

/**
 * Results of a class in a period (5.2.8): the pupils who belong to it on the period's last day by the subjects that
 * count for them. `notAttestedWeight`: what СОУ counts a н/а as (school setting).
 */
export function results(
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
  notAttestedWeight?: number,
): ResultsReport {
  const present = pupilResults(source, schoolClass, period)
  const bySubject = new Map<string, (string | undefined)[]>()
  const rows = present.map(({ pupil, subjects, marks: given }): ResultsRow => {
    const marks: [subject: string, mark: string][] = []
    for (const subject of [...subjects.keys()].sort()) {
      const mark = given.get(subject)
      if (mark !== undefined) marks.push([subject, mark])
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), mark])
    }
    return {
      pupil: pupil.id,
      name: lastFirst(pupil),
      marks: Object.fromEntries(marks),
      average: averageMark(marks.flatMap(([, mark]) => valueOfMark(mark) ?? [])),
    }
  })
  const categories = present.map(({ subjects, marks }) => categoryOf(subjects.keys(), marks))
  return {
    report: 'results',
    ...reportHead(source, schoolClass),
    period: period.id,
    rows,
    totals: {
      subjects: Object.fromEntries(
        [...bySubject]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([subject, marks]) => [subject, subjectTotals(marks, notAttestedWeight)]),
      ),
      pupils: rows.length,
      ...classRates(categories),
    },
    unsettled: unsettledMarks(source, period, present),
  }
}
