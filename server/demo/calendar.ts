import { addDays } from '../../src/domain/policy/policy.ts'
import { weekdayOf } from '../../src/domain/school/calendar.ts'
import { isHolidayFor } from '../../src/domain/school/grades.ts'
import type { HolidayRow, PeriodRow, YearRow } from '../../src/exchange/tables.ts'

/** A school year with its periods and days off. */
export interface SchoolYear {
  row: YearRow
  /** The calendar year of its September. */
  startYear: number
  periods: PeriodRow[]
  holidays: HolidayRow[]
}

const MONDAY = 1
const SATURDAY = 6
const SUNDAY = 7
/** Has no holidays of its own, as all but the first. */
const ANY_GRADE = 11

/** Days off that the government moved to a working day; for years not listed none are known. */
const movedDaysOff = new Map([['2025-11-03', 'Перенесённый выходной']])

/** The first `weekday` on or after a date. */
function onOrAfter(date: string, weekday: number): string {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7)
}

/** A public holiday, and the Monday after it when it falls on a weekend (Labour Code, art. 112). */
function publicHoliday(name: string, date: string): HolidayRow {
  const ends = weekdayOf(date) >= SATURDAY ? onOrAfter(date, MONDAY) : date
  return { name, starts: date, ends }
}

/**
 * The school year that starts in September of `startYear`: quarters and half-years, holidays of about the dates that
 * regional orders name (nine days around 25 October, 31 December to the Sunday after 7 January, the last full week of
 * March, a week of February for grade 1), and public holidays. For 2025/26 it gives the dates of the real order.
 */
export function schoolYear(startYear: number): SchoolYear {
  const spring = startYear + 1
  const id = `${startYear}-${String(spring).slice(2)}`
  const autumnBreak = onOrAfter(`${startYear}-10-22`, SATURDAY)
  const winterEnds = onOrAfter(`${spring}-01-08`, SUNDAY)
  const springBreak = onOrAfter(`${spring}-03-22`, SATURDAY)
  const firstGradeBreak = onOrAfter(`${spring}-02-10`, MONDAY)
  const holidays: HolidayRow[] = [
    { name: 'Осенние каникулы', starts: autumnBreak, ends: addDays(autumnBreak, 8) },
    publicHoliday('День народного единства', `${startYear}-11-04`),
    { name: 'Зимние каникулы', starts: `${startYear}-12-31`, ends: winterEnds },
    {
      name: 'Дополнительные каникулы',
      starts: firstGradeBreak,
      ends: addDays(firstGradeBreak, 6),
      grades: '1',
    },
    publicHoliday('День защитника Отечества', `${spring}-02-23`),
    publicHoliday('Международный женский день', `${spring}-03-08`),
    { name: 'Весенние каникулы', starts: springBreak, ends: addDays(springBreak, 8) },
    publicHoliday('Праздник Весны и Труда', `${spring}-05-01`),
    publicHoliday('День Победы', `${spring}-05-09`),
  ]
  for (const [date, name] of movedDaysOff) {
    if (date > `${startYear}-09-01` && date < `${spring}-05-26`) {
      holidays.push({ name, starts: date, ends: date })
    }
  }
  holidays.sort((a, b) => (a.starts < b.starts ? -1 : 1))

  const toSchoolDay = (from: string, step: 1 | -1) => {
    let date = from
    while (!isWorkingDay(date, holidays, ANY_GRADE)) date = addDays(date, step)
    return date
  }
  const period = (kind: 'quarter' | 'half', number: number, from: string, to: string): PeriodRow => ({
    id: kind === 'quarter' ? `${id}/${number}` : `${id}/h${number}`,
    year: id,
    kind,
    number,
    starts: toSchoolDay(from, 1),
    ends: toSchoolDay(to, -1),
  })
  const first = `${startYear}-09-01`
  const last = `${spring}-05-26`
  const periods = [
    period('quarter', 1, first, addDays(autumnBreak, -1)),
    period('quarter', 2, addDays(autumnBreak, 9), `${startYear}-12-30`),
    period('quarter', 3, addDays(winterEnds, 1), addDays(springBreak, -1)),
    period('quarter', 4, addDays(springBreak, 9), last),
    period('half', 1, first, `${startYear}-12-30`),
    period('half', 2, addDays(winterEnds, 1), last),
  ]
  const row = { id, starts: periods[0]!.starts, ends: periods[3]!.ends }
  return { row, startYear, periods, holidays }
}

/** Whether a grade may have lessons on a date: Monday to Friday, no holiday of its own. */
function isWorkingDay(date: string, holidays: readonly HolidayRow[], grade: number): boolean {
  return (
    weekdayOf(date) < SATURDAY &&
    !holidays.some((h) => h.starts <= date && date <= h.ends && isHolidayFor(h, grade))
  )
}

/** The days of the year with lessons of a grade, in order. */
export function schoolDays({ row, holidays }: SchoolYear, grade: number): string[] {
  const days: string[] = []
  for (let date = row.starts; date <= row.ends; date = addDays(date, 1)) {
    if (isWorkingDay(date, holidays, grade)) days.push(date)
  }
  return days
}
