import { valueOfMark } from './period-marks.ts'
import { type Rate, rate } from './ratio.ts'

/** In the order of matching: a pupil is in the first that fits (reports.md, formulas). */
export const categoryKeys = [
  'failing',
  'notAttested',
  'incomplete',
  'excellent',
  'oneFour',
  'good',
  'oneThree',
  'satisfactory',
] as const
export type CategoryKey = (typeof categoryKeys)[number]

/** A pupil's category with the subjects that make it, named where the paper names them. */
export interface Category {
  key: CategoryKey
  subjects: string[]
}

/**
 * The category of a pupil by his period marks over the subjects that count for him; undefined for one who is not
 * counted: nothing counts for him, or he is exempt from (or has only credits in) all that does.
 */
export function categoryOf(
  subjects: Iterable<string>,
  marks: ReadonlyMap<string, string> | undefined,
): Category | undefined {
  const all = [...subjects].sort()
  const having = (...values: (string | undefined)[]) =>
    all.filter((subject) => values.includes(marks?.get(subject)))
  const named = (key: CategoryKey, subjects: string[]) =>
    subjects.length > 0 ? { key, subjects } : undefined
  const first =
    named('failing', having('2', '1', 'незач')) ??
    named('notAttested', having('н/а')) ??
    named('incomplete', having(undefined))
  if (first) return first
  if (!all.some((subject) => valueOfMark(marks?.get(subject) ?? '') !== undefined)) return undefined
  const threes = having('3')
  if (threes.length > 1) return { key: 'satisfactory', subjects: [] }
  if (threes.length === 1) return { key: 'oneThree', subjects: threes }
  const fours = having('4')
  if (fours.length > 1) return { key: 'good', subjects: [] }
  return fours.length === 1 ? { key: 'oneFour', subjects: fours } : { key: 'excellent', subjects: [] }
}

/**
 * Class pass rate (N - failing - notAttested - incomplete)/N and quality (excellent + oneFour + good)/N, where N is
 * the pupils who have a category.
 */
export function classRates(categories: readonly (Category | undefined)[]): {
  passRate: Rate
  qualityRate: Rate
} {
  const counted = categories.filter((category) => category !== undefined)
  const count = (...keys: CategoryKey[]) => counted.filter(({ key }) => keys.includes(key)).length
  const n = counted.length
  return {
    passRate: rate(n - count('failing', 'notAttested', 'incomplete'), n),
    qualityRate: rate(count('excellent', 'oneFour', 'good'), n),
  }
}
