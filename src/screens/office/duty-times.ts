import { yearOn } from '../../domain/policy/access.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { type ReportPeriod, reportPeriod, yearTitle } from '../../domain/reports/report-period.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { classTitle } from '../../domain/school/titles.ts'

/** A time whose duties the office looks at: those that fall due in it. */
export interface DutyTime {
  id: string
  /** "I четверть 2025/26 уч. г." */
  title: string
  from: string
  to: string
}

/** Papers of a year are asked for within so many days of its end. */
const afterYear = 60

/**
 * The periods of the year that have begun, then the year. A period lasts until the next of its kind begins: what is due
 * in the holidays is the duty of the period before.
 */
export function dutyTimes(school: SchoolView, today: string): DutyTime[] {
  const year = school.years.find(({ id }) => id === yearOn(school, today))
  if (!year) return []
  const titled = (period: ReportPeriod) =>
    `${period.kind === 'year' ? '' : `${period.title} `}${yearTitle(year.id)} уч. г.`
  const last = addDays(year.ends, afterYear)
  const periods = school.periods.filter((period) => period.year === year.id && period.starts <= today)
  return [...periods.map(({ id }) => id), `${year.id}/year`]
    .flatMap((id) => reportPeriod(school, id) ?? [])
    .map((period) => {
      const next = school.periods
        .filter(({ kind, starts }) => kind === period.kind && starts > period.ends)
        .map(({ starts }) => starts)
        .sort()[0]
      const to = next === undefined ? last : addDays(next, -1)
      return { id: period.id, title: titled(period), from: period.starts, to }
    })
}

/** The time shown until another is chosen: the period that began last, the shortest of those. */
export function usualDutyTime(times: readonly DutyTime[]): DutyTime | undefined {
  return [...times].sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? 1 : -1))[0]
}

/** Order of classes by grade and letter. */
export function byClass(school: SchoolView) {
  return (a: { class: string }, b: { class: string }) =>
    classTitle(school, a.class).localeCompare(classTitle(school, b.class), 'ru', { numeric: true })
}
