import { addDays } from '../policy/policy.ts'
import { weekdayOf } from '../school/calendar.ts'
import { movedNearNewYear, publicHolidays, weekendMoves } from '../school/public-holidays.ts'
import type { SchoolView } from '../school/school-view.ts'

const friday = 5
/** Days of the New Year holidays (Labour Code, art. 112): 1 to 8 January. */
const newYear = (date: string) => date.slice(5) >= '01-01' && date.slice(5) <= '01-08'

/** Whether the staff work on a date: no weekend, no public holiday, no day off moved there; breaks are working days. */
export function isWorkingDay({ workdays }: Pick<SchoolView, 'workdays'>, date: string): boolean {
  if (workdays.has(date) || weekendMoves.some(({ works }) => works === date)) return true
  const year = Number(date.slice(0, 4))
  return (
    weekdayOf(date) <= friday &&
    !newYear(date) &&
    !movedNearNewYear.includes(date) &&
    !publicHolidays(year).some(({ starts, ends }) => starts <= date && date <= ends) &&
    !weekendMoves.some(({ off }) => off === date)
  )
}

/**
 * The day on which the papers of a period are due (clause 4): the fourth day of the holidays after it, or the next
 * working day. Holidays begin with the first break of three days and more after the period; after the last one, the
 * day after it.
 */
export function papersDue(
  school: Pick<SchoolView, 'holidays' | 'workdays'>,
  { ends }: { ends: string },
): string {
  const week = addDays(ends, 7)
  const rest = school.holidays
    .filter((holiday) => holiday.starts > ends && holiday.starts <= week && holiday.grades === undefined)
    .find((holiday) => holiday.ends >= addDays(holiday.starts, 2))
  let date = addDays(rest?.starts ?? addDays(ends, 1), 3)
  while (!isWorkingDay(school, date)) date = addDays(date, 1)
  return date
}
