import { isPeriodFor } from '../policy/judge.ts'
import { by, type Period, type SchoolView } from '../school/school-view.ts'
import { russianDate } from './table.ts'

/** A time that marks are given for: a period of the school, or its year. */
export interface ReportPeriod {
  /** `2025-26/1`, `2025-26/h1`, `2025-26/year` */
  id: string
  kind: Period['kind'] | 'year'
  year: string
  starts: string
  ends: string
  /** "I четверть", "1 полугодие", "учебный год" */
  title: string
}

type Times = Pick<SchoolView, 'periods' | 'years'>

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** The period of this id; undefined when the school has none. */
export function reportPeriod({ periods, years }: Times, id: string): ReportPeriod | undefined {
  const period = periods.find((known) => known.id === id)
  if (period) return ofSchool(period)
  const year = years.find((known) => `${known.id}/year` === id)
  return (
    year && { id, kind: 'year', year: year.id, starts: year.starts, ends: year.ends, title: 'учебный год' }
  )
}

/** The periods of one kind in a school year, the first one first. */
export function periodsOf(
  { periods }: Pick<Times, 'periods'>,
  year: string,
  kind: Period['kind'],
): ReportPeriod[] {
  return periods
    .filter((period) => period.year === year && period.kind === kind)
    .map(ofSchool)
    .sort(by(({ starts }) => starts))
}

/** The periods that a grade lives by in a school year, the first one first. */
export function periodsOfGrade(
  { periods }: Pick<Times, 'periods'>,
  year: string,
  grade: number,
): ReportPeriod[] {
  return periods
    .filter((period) => period.year === year && isPeriodFor(grade, period.kind))
    .map(ofSchool)
    .sort(by(({ starts }) => starts))
}

/** The period before this one of the same kind in the same year; undefined for the first one and for the year. */
export function previousPeriod(
  times: Pick<Times, 'periods'>,
  period: ReportPeriod,
): ReportPeriod | undefined {
  if (period.kind === 'year') return undefined
  return periodsOf(times, period.year, period.kind)
    .filter(({ starts }) => starts < period.starts)
    .at(-1)
}

function ofSchool({ id, kind, year, starts, ends, number }: Period): ReportPeriod {
  const title = {
    quarter: `${roman[number]} четверть`,
    trimester: `${roman[number]} триместр`,
    half: `${number} полугодие`,
  }[kind]
  return { id, kind, year, starts, ends, title }
}

/** "7А класс · I четверть 2025/26 уч. г. (01.09.2025 – 24.10.2025)" */
export function periodLine(schoolClass: string, { kind, title, year, starts, ends }: ReportPeriod): string {
  const time = kind === 'year' ? '' : `${title} `
  return `${schoolClass} класс · ${time}${yearTitle(year)} уч. г. (${russianDate(starts)} – ${russianDate(ends)})`
}

/** "7А класс · 2025/26 уч. г.", and " по 24.10.2025" where it ends before the year does */
export function yearLine(report: { class: string; year: string; until?: string }): string {
  const to = report.until === undefined ? '' : ` по ${russianDate(report.until)}`
  return `${report.class} класс · ${yearTitle(report.year)} уч. г.${to}`
}

/** "2025-26" -> "2025/26" */
export function yearTitle(year: string): string {
  return year.replace('-', '/')
}
