import { readJournalName } from '../ledger/documents.ts'
import { belongs } from '../school/class-view.ts'
import { lastFirst } from '../school/names.ts'
import type { SchoolClass } from '../school/school-view.ts'
import { categoryOf, classRates } from './categories.ts'
import { countedSubjects } from './counted-subjects.ts'
import { periodMarks, valueOfMark } from './period-marks.ts'
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
  const view = source.classes.get(schoolClass.id)
  const present = (view?.pupils ?? []).filter(({ id }) => belongs(view!, id, period.ends))
  const given = view
    ? periodMarks(source, schoolClass.id, view, period)
    : new Map<string, Map<string, string>>()
  const bySubject = new Map<string, (string | undefined)[]>()
  const counted = new Map<string, Set<string>>()
  const rows = present.map((pupil): ResultsRow => {
    const subjects = countedSubjects(source.school, schoolClass, view!, pupil.id, period)
    counted.set(pupil.id, subjects)
    const marks: [subject: string, mark: string][] = []
    for (const subject of [...subjects].sort()) {
      const mark = given.get(pupil.id)?.get(subject)
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
  const categories = rows.map(({ pupil }) => categoryOf(counted.get(pupil)!, given.get(pupil)))
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
    unsettled: unsettledIn(source, period, counted),
  }
}

function unsettledIn(
  { journals }: ReportSource,
  period: ReportPeriod,
  counted: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  let count = 0
  for (const [name, journal] of journals) {
    const subject = readJournalName(name)?.subject ?? ''
    count += journal.unsettled.filter(({ entity }) => {
      const [kind, of, pupil] = entity.split(',')
      return kind === 'periodmark' && of === period.id && counted.get(pupil ?? '')?.has(subject)
    }).length
  }
  return count
}
