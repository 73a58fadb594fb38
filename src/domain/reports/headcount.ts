import { belongs, type ClassView, type Movement, staysOf } from '../school/class-view.ts'
import { previousPeriod, type ReportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'

/** Pupils of a class over a period: start + arrived - left = end. */
export interface Headcount {
  start: number
  arrived: number
  left: number
  end: number
}

/**
 * The day whose evening is the start of a period: the last day of the previous period of the same kind; of a first
 * period and of the year their own first day. So movements in the holidays count in the period that follows.
 */
export function dayOfStart(school: ReportSource['school'], period: ReportPeriod): string {
  return previousPeriod(school, period)?.ends ?? period.starts
}

/** Headcount of a class (rules.md, Movement): arrivals and departures after the day of start, up to the last day. */
export function headcount(
  view: Pick<ClassView, 'pupils' | 'movements'> | undefined,
  start: string,
  { ends }: Pick<ReportPeriod, 'ends'>,
): Headcount {
  const count: Headcount = { start: 0, arrived: 0, left: 0, end: 0 }
  const inPeriod = (date: string | undefined) => date !== undefined && date > start && date <= ends
  for (const { id } of view?.pupils ?? []) {
    if (belongs(view!, id, start)) count.start++
    if (belongs(view!, id, ends)) count.end++
    for (const { from, to } of staysOf(view!, id)) {
      if (inPeriod(from)) count.arrived++
      if (inPeriod(to)) count.left++
    }
  }
  return count
}

/** The movements that a headcount is made of, by date; on one day exits come before entries. */
export function movementsOf(
  view: Pick<ClassView, 'movements'> | undefined,
  start: string,
  { ends }: Pick<ReportPeriod, 'ends'>,
): Movement[] {
  return (view?.movements ?? []).filter(({ date }) => date > start && date <= ends)
}
