import { readJournalName } from '../ledger/documents.ts'
import type { SchoolClass, SchoolYear } from '../school/school-view.ts'
import { type CellBehind, type CellsBehind, markCellBehind } from './cells-behind.ts'
import { placedMarks } from './period-marks.ts'
import { pupilResults } from './pupil-results.ts'
import type { ReportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'
import type { ResultsReport } from './results.ts'
import { resultsTotals } from './results-table.ts'
import type { SubjectTotals } from './subject-totals.ts'
import { subjectsByName } from './subjects-by-name.ts'
import { type SummaryMarksReport, summaryMarksOf, timesOf } from './summary-marks.ts'
import { summarySubjects, summaryTimes } from './summary-marks-table.ts'

/** A period mark that counts, or the place where it is missing. */
export interface CountedMark {
  pupil: string
  subject: string
  mark: string | undefined
  cell: CellBehind
}

/** All period marks that count for the pupils of a class in a period, and those that are missing. */
export function countedMarks(
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
): CountedMark[] {
  const view = source.classes.get(schoolClass.id)
  if (!view) return []
  const placed = placedMarks(source, schoolClass.id, view, period)
  return pupilResults(source, schoolClass, period).flatMap(({ pupil: { id: pupil }, subjects }) =>
    subjectsByName(subjects.keys(), source.school.subjects).map(({ id: subject }) => {
      const given = placed.get(pupil)?.get(subject)
      const of = { pupil, subject, time: period.id, date: period.ends }
      return {
        pupil,
        subject,
        mark: given?.mark,
        cell: markCellBehind(source, { id: schoolClass.id, view }, of, given),
      }
    }),
  )
}

/** Behind the results: the marks of rows and of each count under a subject. */
export function resultsBehind(
  report: ResultsReport,
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
): CellsBehind {
  const subjects = subjectsByName(Object.keys(report.totals.subjects), source.school.subjects)
  const marks = once(() => countedMarks(source, schoolClass, period))
  const cells = (counts: (mark: CountedMark) => boolean) => () =>
    marks()
      .filter(counts)
      .map(({ cell }) => cell)
  return ({ part, row, column }) => {
    const subject = subjects[column - 2]?.id
    if (part === 'rows') {
      const pupil = report.rows[row]?.pupil
      if (subject !== undefined) return cells((one) => one.pupil === pupil && one.subject === subject)
      return column === subjects.length + 2
        ? cells((one) => one.pupil === pupil && isMark(one.mark))
        : undefined
    }
    const key = resultsTotals[row]?.[1]
    if (part === 'totals')
      return subject !== undefined && key !== undefined
        ? cells((one) => one.subject === subject && counted[key](one.mark))
        : undefined
    if (row === 2) return () => unsettledMarkCells(source, period)
    return row === 1 ? cells(() => true) : undefined
  }
}

const isMark = (mark: string | undefined) => /^[1-5]$/.test(mark ?? '')
const inN = (mark: string | undefined) => isMark(mark) || mark === 'н/а'
const exactly = (given: string) => (mark: string | undefined) => mark === given

/** Which marks each number under a subject is made of. */
const counted: Readonly<Record<keyof SubjectTotals, (mark: string | undefined) => boolean>> = {
  '5': exactly('5'),
  '4': exactly('4'),
  '3': exactly('3'),
  '2': (mark) => mark === '2' || mark === '1',
  'н/а': exactly('н/а'),
  осв: exactly('осв'),
  зач: exactly('зач'),
  незач: exactly('незач'),
  none: (mark) => mark === undefined,
  n: inN,
  average: isMark,
  passPercent: inN,
  qualityPercent: inN,
  sou: inN,
}

/** Behind the sheet of all marks: each mark's cell. */
export function summaryMarksBehind(
  report: SummaryMarksReport,
  source: ReportSource,
  schoolClass: SchoolClass,
  year: SchoolYear,
): CellsBehind {
  const subjects = summarySubjects(report, schoolClass, source.school)
  const times = summaryTimes(report, schoolClass, source.school)
  return ({ part, row, column }) => {
    const subject = subjects[column - 3]?.id
    const pupil = report.rows[Math.floor(row / times.length)]?.pupil
    const time = timesOf(source, year).find(({ id }) => id === times[row % times.length]?.id)
    const view = source.classes.get(schoolClass.id)
    if (part !== 'rows' || subject === undefined || pupil === undefined || !time || !view) return undefined
    return () => {
      const given = summaryMarksOf(source, schoolClass.id, view, time).get(pupil)?.get(subject)
      const of = { pupil, subject, time: time.id, date: time.ends }
      return [markCellBehind(source, { id: schoolClass.id, view }, of, given)]
    }
  }
}

/** Marks of a period that different people gave differently, wherever they stand. */
export function unsettledMarkCells({ journals }: ReportSource, { id }: ReportPeriod): CellBehind[] {
  return [...journals].flatMap(([journal, { unsettled, periodMarks }]) =>
    readJournalName(journal) === null
      ? []
      : unsettled.flatMap(({ entity }): CellBehind[] => {
          const [kind, period, pupil = ''] = entity.split(',')
          if (kind !== 'periodmark' || period !== id) return []
          const mark = periodMarks.find((one) => one.period === id && one.pupil === pupil)?.mark
          return [{ pupil, journal, entity, ...(mark === undefined ? {} : { says: mark }) }]
        }),
  )
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
