import type { Movement } from '../school/class-view.ts'
import { fullName } from '../school/names.ts'
import type { SchoolClass } from '../school/school-view.ts'
import { dayOfStart, type Headcount, headcount, movementsOf } from './headcount.ts'
import { periodsOfGrade, type ReportPeriod } from './report-period.ts'
import { type ReportHead, type ReportSource, reportHead } from './report-source.ts'

export interface MovementRow {
  pupil: string
  name: string
  kind: Movement['kind']
  date: string
  /** Number of the order; empty where none is recorded, as `place`. */
  orderNo: string
  /** Where from, or where to. */
  place: string
}

/** Headcount of a period, with how many of the arrivals and departures were from and to other classes of the school. */
export interface PeriodMovement extends Headcount {
  period: string
  movedIn: number
  movedOut: number
}

/** `movement` of the command line's contract; the same totals for each period of the report stand beside. */
export interface MovementReport extends ReportHead {
  report: 'movement'
  period: string
  rows: MovementRow[]
  totals: Headcount
  /** The period of the report; of a year its periods, then the year. */
  periods: PeriodMovement[]
}

/** Movement of pupils of a class (5.2.8): who came and left after the day of start, up to the period's last day. */
export function movement(
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
): MovementReport {
  const view = source.classes.get(schoolClass.id)
  const cards = new Map(view?.pupils.map((pupil) => [pupil.id, pupil]))
  const parts = period.kind === 'year' ? periodsOfGrade(source.school, period.year, schoolClass.grade) : []
  const all = [...parts, period].map((part): PeriodMovement => {
    const start = dayOfStart(source.school, part)
    const kinds = movementsOf(view, start, part).map(({ kind }) => kind)
    return {
      period: part.id,
      ...headcount(view, start, part),
      movedIn: kinds.filter((kind) => kind === 'moved_in').length,
      movedOut: kinds.filter((kind) => kind === 'moved_out').length,
    }
  })
  const { start, arrived, left, end } = all.at(-1)!
  return {
    report: 'movement',
    ...reportHead(source, schoolClass),
    period: period.id,
    rows: movementsOf(view, dayOfStart(source.school, period), period).map(
      ({ pupil, kind, date, orderNo = '', place = '' }) => {
        const card = cards.get(pupil)
        return { pupil, name: card ? fullName(card) : pupil, kind, date, orderNo, place }
      },
    ),
    totals: { start, arrived, left, end },
    periods: all,
  }
}
