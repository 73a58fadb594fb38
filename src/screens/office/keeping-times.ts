import { yearOn } from '../../domain/policy/access.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { weekdayOf } from '../../domain/school/calendar.ts'
import type { Period, SchoolView } from '../../domain/school/school-view.ts'

/** A time that the office looks at. */
export interface KeepingTimeChoice {
  /** `week`, `lastWeek`, `year`, or the id of a period. */
  id: string
  from: string
  to: string
  period?: Period
}

/** This week and the last one, the year's periods, the year; the current quarter is what is asked for first. */
export function keepingTimes(school: SchoolView, today: string): KeepingTimeChoice[] {
  const monday = addDays(today, 1 - weekdayOf(today))
  const year = school.years.find(({ id }) => id === yearOn(school, today))
  return [
    { id: 'week', from: monday, to: addDays(monday, 6) },
    { id: 'lastWeek', from: addDays(monday, -7), to: addDays(monday, -1) },
    ...school.periods
      .filter((period) => period.year === year?.id)
      .map((period) => ({ id: period.id, from: period.starts, to: period.ends, period })),
    ...(year ? [{ id: 'year', from: year.starts, to: year.ends }] : []),
  ]
}

/** The time shown until another is chosen: the shortest period that runs, else this week. */
export function usualTime(times: readonly KeepingTimeChoice[], today: string): KeepingTimeChoice {
  // Periods stand by their start: of a half-year and its quarter the quarter begins later.
  const current = times.findLast(({ period, from, to }) => period && from <= today && today <= to)
  return current ?? times[0]!
}
