import { className, type SchoolClass, type SchoolView, type SchoolYear } from '../school/school-view.ts'

/** What names the time of a report; the first given counts, in this order. */
export interface ReportTime {
  /** `2025-26/1`, `2025-26/year` */
  period?: string | undefined
  /** `2025-09` */
  month?: string | undefined
  /** First day of a range of dates. */
  from?: string | undefined
  /** `2025-26` */
  year?: string | undefined
}

/**
 * The school year a report is about: that of its period, month, first date or year; else the one that holds `today`
 * (`YYYY-MM-DD`), else the last that began before, else the first. Undefined when the school has no such year.
 */
export function yearOfReport(
  { years, periods }: Pick<SchoolView, 'years' | 'periods'>,
  { period, month, from, year }: ReportTime,
  today: string,
): SchoolYear | undefined {
  if (period !== undefined) {
    const id = periods.find((known) => known.id === period)?.year ?? period.slice(0, period.lastIndexOf('/'))
    return years.find((known) => known.id === id)
  }
  if (month !== undefined)
    return years.find(({ starts, ends }) => starts.slice(0, 7) <= month && month <= ends.slice(0, 7))
  if (from !== undefined) return years.find(({ ends }) => from <= ends)
  if (year !== undefined) return years.find((known) => known.id === year)
  return years.filter(({ starts }) => starts <= today).at(-1) ?? years[0]
}

/** The class that "7А" (also 7-А, 7 «а», or its id) names in a school year. */
export function findClass(
  { classes }: Pick<SchoolView, 'classes'>,
  label: string,
  year: string,
): SchoolClass | undefined {
  const wanted = plain(label)
  return [...classes.values()].find(
    (known) => known.year === year && (known.id === label || plain(className(known)) === wanted),
  )
}

function plain(label: string): string {
  return label.toUpperCase().replace(/[\s«»"'-]/g, '')
}
