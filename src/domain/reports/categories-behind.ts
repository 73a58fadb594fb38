import { addDays } from '../policy/policy.ts'
import { isEntry, type Movement } from '../school/class-view.ts'
import type { SchoolClass } from '../school/school-view.ts'
import { attendanceCells } from './attendance-behind.ts'
import type { CategoryList } from './category-list.ts'
import { categoryTitles } from './category-rows.ts'
import type { CellBehind, CellsBehind } from './cells-behind.ts'
import type { ClassTeacherReport } from './class-teacher.ts'
import type { Forecast, PreliminaryReport } from './class-teacher-preliminary.ts'
import { dayOfStart, movementsOf } from './headcount.ts'
import { countedMarks, unsettledMarkCells } from './marks-behind.ts'
import type { MovementReport } from './movement.ts'
import { kindWords, orderText } from './movement-table.ts'
import { type ReportPeriod, reportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'
import { russianDate } from './table.ts'

/** Behind the class teacher's report, final or preliminary: pupils of a category with the marks that put them there. */
export function classTeacherBehind(
  report: ClassTeacherReport | PreliminaryReport,
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
): CellsBehind {
  const forecasts = 'forecasts' in report ? report.forecasts : []
  const before = report.previous && reportPeriod(source.school, report.previous.period)
  return ({ part, row, column }) => {
    if (part === 'footnotes') return footnoteBehind(report, source, schoolClass, period, row)
    const past = column === 1 || column === 2
    const time = past ? before : period
    const lists = past ? report.previous?.categories : report.categories
    if (column === 0 || !time || !lists) return undefined
    if (part === 'totals') return () => lists.flatMap(pupilsOf)
    const list = lists.find(({ key }) => key === categoryTitles[row]?.[0])
    return (
      list &&
      (() => marksOf(list, countedMarks(source, schoolClass, time), past ? [] : forecasts, report.besides))
    )
  }
}

/** Each pupil with the category he is in. */
function pupilsOf({ key, pupils }: CategoryList): CellBehind[] {
  const says = categoryTitles.find(([known]) => known === key)![1]
  return pupils.map(({ pupil }) => ({ pupil, says }))
}

/** Marks of the subjects that the category names for a pupil; all of his where it names none. */
function marksOf(
  { pupils }: CategoryList,
  marks: ReturnType<typeof countedMarks>,
  forecasts: readonly Forecast[],
  besides: ClassTeacherReport['besides'],
): CellBehind[] {
  return pupils.flatMap(({ pupil, subjects }) => {
    const also = besides.find((one) => one.pupil === pupil)
    const named = [...subjects, ...(also ? [...also.notAttested, ...also.missing] : [])]
    return marks
      .filter((one) => one.pupil === pupil && (subjects.length === 0 || named.includes(one.subject)))
      .map(({ cell, subject }) => {
        const forecast = forecasts.find((one) => one.pupil === pupil && one.subject === subject)
        return forecast ? { ...cell, says: forecast.mark, forecast: true } : cell
      })
  })
}

/** The footnotes in the order of `classTeacherTable`. */
function footnoteBehind(
  report: ClassTeacherReport | PreliminaryReport,
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
  row: number,
): (() => CellBehind[]) | undefined {
  const { starts: from, ends: to } = period
  if (row === 0) return () => movementCells(source, schoolClass, period)
  if (row === 1) return () => attendanceCells(source, schoolClass, { from, to, count: 'total' })
  if (row === 2)
    return () =>
      report.absences.unexcused.flatMap(({ pupil }) =>
        attendanceCells(source, schoolClass, { from, to, count: 'Н', pupil }),
      )
  if (!('forecasts' in report)) return row === 3 ? () => unsettledMarkCells(source, period) : undefined
  const { forecasts, missing, oneMarkShort } = report
  const marks = (counts: (pupil: string, subject: string) => boolean) => () =>
    countedMarks(source, schoolClass, period).flatMap(({ pupil, subject, cell }): CellBehind[] => {
      if (!counts(pupil, subject)) return []
      const forecast = forecasts.find((one) => one.pupil === pupil && one.subject === subject)
      return [forecast ? { ...cell, says: forecast.mark, forecast: true } : cell]
    })
  const isIn = (list: readonly { pupil: string; subject: string }[]) => (pupil: string, subject: string) =>
    list.some((one) => one.pupil === pupil && one.subject === subject)
  switch (row) {
    case 4:
      return marks((pupil, subject) =>
        missing.some((one) => one.subject === subject && one.pupils.includes(pupil)),
      )
    case 5:
      return marks(isIn(forecasts.filter(({ mark }) => mark === 'н/а')))
    case 6:
      return marks(isIn(oneMarkShort.filter(({ toAttestation }) => !toAttestation)))
    case 7:
      return () => unsettledMarkCells(source, period)
    default:
      return undefined
  }
}

/** Behind the sheet of movement: the order of a row, the orders of a period. */
export function movementBehind(
  report: MovementReport,
  source: ReportSource,
  schoolClass: SchoolClass,
): CellsBehind {
  return ({ part, row, column }) => {
    if (part === 'rows') {
      const one = report.rows[row]
      return one && column > 2
        ? () =>
            movementCells(source, schoolClass, { starts: one.date, ends: one.date }).filter(
              ({ pupil }) => pupil === one.pupil,
            )
        : undefined
    }
    const time = report.periods[row] && reportPeriod(source.school, report.periods[row].period)
    return part === 'footnotes' && time ? () => movementCells(source, schoolClass, time) : undefined
  }
}

/** Orders by which pupils came and left within a period, or within dates. */
function movementCells(
  { classes, school }: ReportSource,
  { id }: SchoolClass,
  time: ReportPeriod | { starts: string; ends: string },
): CellBehind[] {
  const start = 'id' in time ? dayOfStart(school, time) : addDays(time.starts, -1)
  return movementsOf(classes.get(id), start, time).map((movement) => ({
    pupil: movement.pupil,
    date: movement.date,
    says: movementWords(movement),
  }))
}

function movementWords(movement: Movement): string {
  const { kind, date, orderNo = '', orderDate, place } = movement
  const order = orderText(orderNo, orderDate)
  return [
    `${kindWords[kind]} ${russianDate(date)}`,
    place && `${isEntry(movement) ? 'из' : 'в'}: ${place}`,
    order && `приказ ${order}`,
  ]
    .filter((part) => part)
    .join(', ')
}
