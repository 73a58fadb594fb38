import { addDays } from '../policy/policy.ts'
import { weekdayOf } from './calendar.ts'

/** Days off of a year's template; grades as a school's holidays list them, absent: all. */
export interface TemplateHoliday {
  name: string
  starts: string
  ends: string
  grades?: string
}

/** A weekend day that the government made a working one, and the day off for it. */
export interface WeekendMove {
  works: string
  off: string
}

/**
 * Days off that the government moved inside the school year, by its yearly orders; for years not listed none are known
 * and the office adds them. Moves inside the New Year holidays change nothing for a school.
 */
export const weekendMoves: readonly WeekendMove[] = [{ works: '2025-11-01', off: '2025-11-03' }]

/** Days off that the government moved beside the New Year holidays: they lie in the winter break of every school. */
export const movedNearNewYear: readonly string[] = ['2025-12-31', '2026-01-09', '2026-12-31']

const days: readonly [name: string, monthAndDay: string][] = [
  ['День защитника Отечества', '02-23'],
  ['Международный женский день', '03-08'],
  ['Праздник Весны и Труда', '05-01'],
  ['День Победы', '05-09'],
  ['День России', '06-12'],
  ['День народного единства', '11-04'],
]

/**
 * Public holidays of a calendar year outside the New Year holidays, each with the Monday after it when it falls on a
 * weekend (Labour Code, art. 112).
 */
export function publicHolidays(year: number): TemplateHoliday[] {
  const saturday = 6
  return days.map(([name, day]) => {
    const starts = `${year}-${day}`
    const weekday = weekdayOf(starts)
    return { name, starts, ends: weekday < saturday ? starts : addDays(starts, 8 - weekday) }
  })
}
