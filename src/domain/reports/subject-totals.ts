import { halfUp, percent } from './ratio.ts'

/** What СОУ counts a н/а as; 7 by default, 0 in some schools. */
export const defaultNotAttestedWeight = 7

/** Marks of one subject over the pupils for whom it counts (reports.md, formulas). */
export interface SubjectTotals {
  '5': number
  '4': number
  '3': number
  /** With the `1`s. */
  '2': number
  'н/а': number
  осв: number
  зач: number
  незач: number
  /** Pupils without a mark. */
  none: number
  /** Pupils with 5-1 or н/а: the denominator. */
  n: number
  /** Over 5-1, two decimals. */
  average: number | null
  passPercent: number | null
  qualityPercent: number | null
  sou: number | null
}

/** Counts the marks of a subject; undefined stands for a missing one. */
export function subjectTotals(
  marks: readonly (string | undefined)[],
  notAttestedWeight = defaultNotAttestedWeight,
): SubjectTotals {
  const count = (mark: string | undefined) => marks.filter((given) => given === mark).length
  const ones = count('1')
  const [n5, n4, n3, n2, na] = [count('5'), count('4'), count('3'), count('2') + ones, count('н/а')]
  const rated = n5 + n4 + n3 + n2
  const n = rated + na
  return {
    '5': n5,
    '4': n4,
    '3': n3,
    '2': n2,
    'н/а': na,
    осв: count('осв'),
    зач: count('зач'),
    незач: count('незач'),
    none: count(undefined),
    n,
    average: rated === 0 ? null : halfUp(5 * n5 + 4 * n4 + 3 * n3 + 2 * n2 - ones, rated, 2),
    passPercent: percent(n5 + n4 + n3, n),
    qualityPercent: percent(n5 + n4, n),
    sou: n === 0 ? null : halfUp(100 * n5 + 64 * n4 + 36 * n3 + 16 * n2 + notAttestedWeight * na, n, 1),
  }
}

/** Average of marks over 5-1, two decimals half up; null without any. */
export function averageMark(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return halfUp(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
    2,
  )
}
