import { addDays } from '../../domain/policy/policy.ts'
import type { Period, SchoolYear } from '../../domain/school/school-view.ts'
import type { EndTime } from './period-column.ts'

/**
 * What of the year the page shows: a period by its id, a month as `2026-11`, the whole year as '', or the marks the
 * year ends in without the lessons.
 */
export type ViewChoice = string
export const wholeYear: ViewChoice = ''
export const endMarksAlone: ViewChoice = 'marks'

/** What a choice comes to. Dates inclusive. */
export interface ChosenView {
  id: string
  starts: string
  ends: string
  /** No column of a lesson. */
  lessons: boolean
  /** The marks at the right. */
  marks: readonly EndTime[]
}

/** Months of a school year as `2026-09`, the first one first. */
export function monthsOfYear({ starts, ends }: Pick<SchoolYear, 'starts' | 'ends'>): string[] {
  const months: string[] = []
  for (let month = starts.slice(0, 7); month <= ends.slice(0, 7); month = monthAfter(month))
    months.push(month)
  return months
}

function monthAfter(month: string): string {
  return addDays(`${month}-01`, 31).slice(0, 7)
}

/** Reads a choice; one that names nothing is the whole year. */
export function chosenView(
  choice: ViewChoice,
  periods: readonly Period[],
  year: Pick<SchoolYear, 'starts' | 'ends'> | undefined,
  marks: readonly EndTime[],
): ChosenView {
  const whole = {
    id: wholeYear,
    starts: year?.starts ?? '0000-01-01',
    ends: year?.ends ?? '9999-12-31',
    marks,
  }
  if (choice === endMarksAlone) return { ...whole, id: endMarksAlone, lessons: false }
  const period = periods.find(({ id }) => id === choice)
  if (period) {
    const { id, starts, ends } = period
    return { id, starts, ends, lessons: true, marks: marksOf(period, marks) }
  }
  if (/^\d{4}-\d{2}$/.test(choice)) {
    const starts = `${choice}-01`
    return { id: choice, starts, ends: addDays(`${monthAfter(choice)}-01`, -1), lessons: true, marks: [] }
  }
  return { ...whole, lessons: true }
}

/** The period's own mark, else the one of a longer period that ends within it. */
function marksOf({ id, starts, ends }: Period, marks: readonly EndTime[]): EndTime[] {
  const own = marks.filter((mark) => mark.id === id)
  if (own.length > 0) return own
  return marks.filter((mark) => mark.kind === 'period' && starts <= mark.ends && mark.ends <= ends)
}
