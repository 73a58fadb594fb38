import { journalName, readJournalName } from '../ledger/documents.ts'
import { addDays } from '../policy/policy.ts'
import { countedSubjects } from '../reports/counted-subjects.ts'
import { periodAverages } from '../reports/period-averages.ts'
import { periodsOfGrade, type ReportPeriod } from '../reports/report-period.ts'
import type { ReportSource } from '../reports/report-source.ts'
import { type ClassView, inGroup, rollOf } from '../school/class-view.ts'
import { type JournalKeeping, keepingOverview } from '../school/keeping-overview.ts'
import { lackPeriodMark, periodsDue } from '../school/missing-period-marks.ts'
import type { SchoolClass } from '../school/school-view.ts'

/** A journal of a class as its class teacher looks at it (clause 5.2.4). */
export interface ControlledJournal extends JournalKeeping {
  /** Pupils with fewer marks than by now there should be. */
  fewMarks: string[]
  /** Pupils without a mark for a period that ends. */
  noPeriodMark: string[]
}

/**
 * How the journals of a class were kept in a week, as of `today`. Few marks: fewer than the share of the school's
 * minimum that the part of the period up to then asks for, rounded down (minimum 3: one from its third part on, two
 * from the second third on, three at its end).
 */
export function classControl(
  source: ReportSource,
  schoolClass: SchoolClass,
  { monday, today }: { monday: string; today: string },
): ControlledJournal[] {
  const { school } = source
  const view = source.classes.get(schoolClass.id)
  if (!view) return []
  const sunday = addDays(monday, 6)
  const to = sunday < today ? sunday : today
  const own = new Map(
    [...source.journals].filter(([name]) => readJournalName(name)?.class === schoolClass.id),
  )
  const few = fewMarksBy(source, schoolClass, view, to)
  return keepingOverview(school, own, { from: monday, to, today }).map((journal) => {
    const given = new Set(
      own.get(journalName(journal))!.periodMarks.map(({ period, pupil }) => `${period} ${pupil}`),
    )
    const due = periodsDue(school, journal, { from: monday, to: addDays(sunday, 7), today: to })
    const lacking = due.flatMap((period) =>
      lackPeriodMark(school, journal, view, period, (pupil) => given.has(`${period.id} ${pupil}`)),
    )
    const fewMarks = few(journal.subject).filter(
      (pupil) => journal.group === undefined || inGroup(view, journal.group, pupil, to),
    )
    return { ...journal, fewMarks, noPeriodMark: [...new Set(lacking)] }
  })
}

/** Whether there is something to look into. */
export function needsControl({ gaps, fewMarks, noPeriodMark }: ControlledJournal): boolean {
  return gaps.length > 0 || fewMarks.length > 0 || noPeriodMark.length > 0
}

/** By subject, who has fewer marks on a day than the part of the period up to then asks for. */
function fewMarksBy(source: ReportSource, schoolClass: SchoolClass, view: ClassView, date: string) {
  const { school } = source
  const period = periodsOfGrade(school, schoolClass.year, schoolClass.grade).find(
    ({ starts, ends }) => starts <= date && date <= ends,
  )
  if (!period) return () => []
  const asked = Math.floor(school.markSettings.minimum * elapsed(period, date))
  const averages = periodAverages(source, { ...period, ends: date })
  const counted = rollOf(view, undefined, date).map(({ id }) => ({
    id,
    subjects: countedSubjects(school, schoolClass, view, id, period),
  }))
  return (subject: string) =>
    counted
      .filter(({ id, subjects }) => subjects.get(subject) === 'marks' && averages(id, subject).count < asked)
      .map(({ id }) => id)
}

/** The part of a period that is over at the end of a day. */
function elapsed({ starts, ends }: ReportPeriod, date: string): number {
  return (
    (Date.parse(addDays(date, 1)) - Date.parse(starts)) / (Date.parse(addDays(ends, 1)) - Date.parse(starts))
  )
}
