import { readJournalName } from '../ledger/documents.ts'
import { type ClassView, staysOf, wasIn } from '../school/class-view.ts'
import { lastFirst } from '../school/names.ts'
import type { SchoolClass, SchoolYear } from '../school/school-view.ts'
import { placedMarks } from './period-marks.ts'
import { type ReportHead, type ReportSource, reportHead } from './report-source.ts'

export interface SummaryMarksRow {
  pupil: string
  name: string
  /** Subject -> period, year, exam or final (`2025-26/1`, `2025-26/year` ...) -> mark. */
  marks: Record<string, Record<string, string>>
}

/** `summary-marks` of the command line's contract. */
export interface SummaryMarksReport extends ReportHead {
  report: 'summary-marks'
  year: string
  /** The last day of the last period that it shows, where it is not the year's. */
  until?: string
  rows: SummaryMarksRow[]
  /** Marks in the report that different people gave differently. */
  unsettled: number
}

/**
 * All marks of a class for the periods of a year, the year, exams and finally (5.2.8), of everybody who was in the
 * class. Marks follow the pupil: those of a class he came from stand here too; those that other classes gave him for
 * times after he left do not. Before the year's end (`until`) the sheet shows the periods that are over by then.
 */
export function summaryMarks(
  source: ReportSource,
  schoolClass: SchoolClass,
  year: SchoolYear,
  until = year.ends,
): SummaryMarksReport {
  const view = source.classes.get(schoolClass.id)
  const rows = (view?.pupils ?? [])
    .filter(({ id }) => wasIn(view!, id, year.starts, until))
    .map((pupil): SummaryMarksRow => ({ pupil: pupil.id, name: lastFirst(pupil), marks: {} }))
  for (const time of view ? timesOf(source, year).filter(({ ends }) => ends <= until) : []) {
    const given = summaryMarksOf(source, schoolClass.id, view!, time)
    for (const { pupil, marks } of rows)
      for (const [subject, { mark }] of given.get(pupil) ?? []) {
        marks[subject] ??= {}
        marks[subject][time.id] = mark
      }
  }
  return {
    report: 'summary-marks',
    ...reportHead(source, schoolClass),
    year: year.id,
    ...(until < year.ends ? { until } : {}),
    rows,
    unsettled: unsettledIn(source, rows),
  }
}

/** Marks of a time of the year as the sheet shows them, with their journals: pupil -> subject -> mark. */
export function summaryMarksOf(source: ReportSource, classId: string, view: ClassView, time: MarkedTime) {
  return placedMarks(
    source,
    classId,
    view,
    time,
    (pupil, from) => from === classId || staysPast(view, pupil, time.ends),
  )
}

/** A period, or the year, an exam, the end of a subject, by id; `ends`: its last day. */
export interface MarkedTime {
  id: string
  ends: string
}

/** What marks of a year are given for, in the order of the sheet. */
export function timesOf({ school }: ReportSource, { id, ends }: SchoolYear): MarkedTime[] {
  const periods = school.periods.filter(({ year }) => year === id)
  return [...periods, ...['year', 'exam', 'final'].map((name) => ({ id: `${id}/${name}`, ends }))]
}

/** Whether the pupil was in the class on the day or came later, so that marks given until then came with him. */
function staysPast(view: ClassView, pupil: string, date: string): boolean {
  return staysOf(view, pupil).some(({ to }) => to === undefined || to > date)
}

function unsettledIn({ journals }: ReportSource, rows: readonly SummaryMarksRow[]): number {
  const shown = new Map(rows.map(({ pupil, marks }) => [pupil, marks]))
  let count = 0
  for (const [name, { unsettled }] of journals) {
    const subject = readJournalName(name)?.subject ?? ''
    count += unsettled.filter(({ entity }) => {
      const [kind, period = '', pupil = ''] = entity.split(',')
      return kind === 'periodmark' && shown.get(pupil)?.[subject]?.[period] !== undefined
    }).length
  }
  return count
}
