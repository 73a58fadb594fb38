import { addDays } from '../policy/policy.ts'
import type { ReportKey } from '../reports/report-keys.ts'
import { reportPeriod } from '../reports/report-period.ts'
import type { SchoolView } from '../school/school-view.ts'
import { papersDue } from './working-day.ts'

/** Before a period ends the preliminary report is due so many days. */
const preliminaryBefore = 7
/** The preliminary report is made in the week before it is due. */
const preliminaryOpens = 7
/** The report of a month is due on this day of the next. */
const monthlyDay = '05'

/** The last day on which a report of a month or a period is in time; undefined where none is asked for (of a year). */
export function reportDue(
  school: Pick<SchoolView, 'periods' | 'years' | 'holidays' | 'workdays'>,
  key: ReportKey,
  term: string,
): string | undefined {
  if (/^\d{4}-\d{2}$/.test(term)) return `${nextMonth(term)}-${monthlyDay}`
  const period = reportPeriod(school, term)
  if (!period || period.kind === 'year') return undefined
  return key === 'class-teacher-preliminary'
    ? addDays(period.ends, -preliminaryBefore)
    : papersDue(school, period)
}

/** "2025-12" -> "2026-01" */
export function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return number === 12 ? `${year! + 1}-01` : `${year}-${String(number! + 1).padStart(2, '0')}`
}

/** The first day on which a report is complete enough to be handed in; `to`: the last day that it is about. */
export function reportOpens(
  school: Parameters<typeof reportDue>[0],
  key: ReportKey,
  term: string,
  to: string,
): string {
  const due = key === 'class-teacher-preliminary' ? reportDue(school, key, term) : undefined
  return due === undefined ? addDays(to, 1) : addDays(due, -preliminaryOpens)
}
