import type { SchoolView } from '../school/school-view.ts'

/** A time that marks are given for: a period of the school, or its year. */
export interface ReportPeriod {
  /** `2025-26/1`, `2025-26/h1`, `2025-26/year` */
  id: string
  kind: 'quarter' | 'half' | 'year'
  year: string
  starts: string
  ends: string
  /** "I четверть", "1 полугодие", "учебный год" */
  title: string
}

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** The period of this id; undefined when the school has none. */
export function reportPeriod(
  { periods, years }: Pick<SchoolView, 'periods' | 'years'>,
  id: string,
): ReportPeriod | undefined {
  const period = periods.find((known) => known.id === id)
  if (period) {
    const { kind, year, starts, ends, number } = period
    const title = kind === 'quarter' ? `${roman[number]} четверть` : `${number} полугодие`
    return { id, kind, year, starts, ends, title }
  }
  const year = years.find((known) => `${known.id}/year` === id)
  return (
    year && { id, kind: 'year', year: year.id, starts: year.starts, ends: year.ends, title: 'учебный год' }
  )
}
