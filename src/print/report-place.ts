import { isPeriodFor } from '../domain/policy/judge.ts'
import { type ReportKey, reportKeys } from '../domain/reports/report-keys.ts'
import { periodsOfGrade, type ReportPeriod, reportPeriod } from '../domain/reports/report-period.ts'
import type { SchoolClass, SchoolView } from '../domain/school/school-view.ts'
import type { ReportRequest } from './made-report.ts'

/** Which report, of what time: a period (`2025-26/1`, `2025-26/year`), a month (`2025-10`), dates (`2025-10-06..2025-10-11`). */
export interface ReportPlace {
  key: ReportKey
  term: string
  request: ReportRequest
}

type Times = Pick<SchoolView, 'periods' | 'years'>

/** Reads what an address names, `<key> <term>`; undefined where the school has no such report. */
export function readReportPlace(
  at: string,
  school: Times,
  { grade }: Pick<SchoolClass, 'grade'>,
): ReportPlace | undefined {
  const [word, term = ''] = at.split(' ')
  const key = reportKeys.find((known) => known === word)
  if (key === undefined) return undefined
  if (key === 'attendance-month') {
    const range = rangeOf(term)
    return range && { key, term, request: { key, range } }
  }
  const period = reportPeriod(school, term)
  if (!period || (period.kind !== 'year' && !isPeriodFor(grade, period.kind))) return undefined
  if (key === 'class-teacher-preliminary' && period.kind === 'year') return undefined
  if (key === 'summary-marks' || key === 'summary-attendance') {
    const year = school.years.find(({ id }) => id === period.year)
    const until = period.kind === 'year' ? {} : { until: period.ends }
    return year && { key, term, request: { key, year, ...until } }
  }
  return { key, term, request: { key, period } }
}

function rangeOf(term: string): { month: string } | { from: string; to: string } | undefined {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(term)) return { month: term }
  const [from = '', to = '', ...more] = term.split('..')
  return more.length === 0 && isDate(from) && isDate(to) && from <= to ? { from, to } : undefined
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** The periods that a class may report of, with the year at the end. */
export function reportPeriods(school: Times, { grade, year }: SchoolClass): ReportPeriod[] {
  const whole = reportPeriod(school, `${year}/year`)
  return [...periodsOfGrade(school, year, grade), ...(whole ? [whole] : [])]
}

/** The period that runs on a date, else the last that began, else the first. */
export function periodNow(school: Times, schoolClass: SchoolClass, today: string): ReportPeriod | undefined {
  const periods = periodsOfGrade(school, schoolClass.year, schoolClass.grade)
  return periods.filter(({ starts }) => starts <= today).at(-1) ?? periods[0]
}

/** Months of a class's school year, `2025-09` on. */
export function reportMonths({ years }: Times, { year: id }: Pick<SchoolClass, 'year'>): string[] {
  const year = years.find((known) => known.id === id)
  const months: string[] = []
  if (!year) return months
  const day = new Date(`${year.starts.slice(0, 7)}-01T00:00:00Z`)
  for (; day.toISOString().slice(0, 7) <= year.ends.slice(0, 7); day.setUTCMonth(day.getUTCMonth() + 1))
    months.push(day.toISOString().slice(0, 7))
  return months
}

/** What a term says of time: first and last day. */
export function datesOfPlace({ request }: ReportPlace): { from: string; to: string } {
  if ('year' in request) return { from: request.year.starts, to: request.until ?? request.year.ends }
  if ('period' in request) return { from: request.period.starts, to: request.period.ends }
  const { range } = request
  if (!('month' in range)) return range
  const [year, month] = range.month.split('-').map(Number)
  const last = new Date(Date.UTC(year!, month!, 0)).getUTCDate()
  return { from: `${range.month}-01`, to: `${range.month}-${last}` }
}
