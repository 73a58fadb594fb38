import { isHolidayFor } from './grades.ts'
import { type Bell, type BellPlanEntry, covers, type SchoolClass, type SchoolView } from './school-view.ts'

type Bells = Pick<SchoolView, 'bells' | 'bellPlans' | 'shortDays'>

/**
 * The bells of a class on a date: of the plans in force for its shift, grade and kind of day the most particular one
 * (short day before grade, grade before shift), else everybody's.
 */
export function bellsOf(
  { bells, bellPlans, shortDays }: Bells,
  { grade, shift = 1 }: Pick<SchoolClass, 'grade' | 'shift'>,
  date: string,
): readonly Bell[] {
  const short = shortDays.has(date)
  let best: BellPlanEntry | undefined
  for (const plan of bellPlans) {
    const fits =
      (plan.shift ?? shift) === shift &&
      (!plan.shortDay || short) &&
      isHolidayFor(plan, grade) &&
      covers(plan, date)
    if (fits && (!best || particularity(plan) > particularity(best))) best = plan
  }
  return best?.bells ?? bells
}

function particularity({ shortDay, grades, shift, from, to }: BellPlanEntry): number {
  return (
    Number(shortDay) * 8 +
    Number(grades !== undefined) * 4 +
    Number(shift !== undefined) * 2 +
    Number(from !== undefined || to !== undefined)
  )
}
