import { type Average, defaultMarkSettings, hundredths, type MarkSettings, suggestedMark } from './average.ts'

/** A mark that may be suggested: never 1 (rules.md, Marks). */
export type SuggestedMark = '5' | '4' | '3' | '2'

/** Why a period mark is suggested; the screens word it. All averages are in hundredths: 448 is «4,48». */
export type PeriodMarkReason =
  /** No mark counts at all. */
  | { kind: 'noMarks'; minimum: number }
  /** Fewer marks that count than the minimum: н/а. */
  | { kind: 'tooFew'; count: number; minimum: number }
  /** «4,48: до «5» не хватает 0,02»; `next` is absent at 5. */
  | {
      kind: 'average'
      average: number
      /** The least average for the suggested mark; absent at 2, which has none. */
      from?: number
      next?: { mark: SuggestedMark; from: number; missing: number }
    }

/** Who is one mark short: of the minimum number, or of the better mark, that one more 5 of weight 1 would bring. */
export type OneMarkShort = { kind: 'ofMinimum' } | { kind: 'ofBetterMark'; mark: SuggestedMark }

/** A suggested period mark with its grounds; the teacher decides. */
export interface PeriodMarkAdvice {
  /** In hundredths, half up; undefined without marks. */
  average: number | undefined
  /** Marks that count: 1-5 with a weight above 0. */
  count: number
  suggested: SuggestedMark | 'н/а'
  reason: PeriodMarkReason
  oneShort: OneMarkShort | undefined
}

/**
 * Advice on a pupil's mark for a period. `average` is over the pupil's marks of the period in this subject, wherever
 * they were given (`periodAverages`); a pupil's marks on lessons not held are not in it.
 */
export function periodMarkAdvice(
  average: Average,
  settings: MarkSettings = defaultMarkSettings,
): PeriodMarkAdvice {
  return {
    average: hundredths(average),
    count: average.count,
    suggested: suggestedMark(average, settings),
    reason: reasonOf(average, settings),
    oneShort: oneMarkShort(average, settings),
  }
}

function reasonOf(average: Average, settings: MarkSettings): PeriodMarkReason {
  const { minimum, five, four, three } = settings
  const value = hundredths(average)
  if (value === undefined) return { kind: 'noMarks', minimum }
  if (average.count < minimum) return { kind: 'tooFew', count: average.count, minimum }
  const steps = [
    { mark: '3', from: three },
    { mark: '4', from: four },
    { mark: '5', from: five },
  ] as const
  const reached = steps.findLast(({ from }) => value >= from)
  const next = steps.find(({ from }) => value < from)
  return {
    kind: 'average',
    average: value,
    ...(reached ? { from: reached.from } : {}),
    ...(next ? { next: { ...next, missing: next.from - value } } : {}),
  }
}

/** A 5 of weight 1, in the half-units of an average. */
const weightOfOne = 2

function oneMarkShort(average: Average, settings: MarkSettings): OneMarkShort | undefined {
  if (average.count < settings.minimum)
    return average.count === settings.minimum - 1 ? { kind: 'ofMinimum' } : undefined
  const now = suggestedMark(average, settings)
  const then = suggestedMark(
    {
      sum: average.sum + 5 * weightOfOne,
      weight: average.weight + weightOfOne,
      count: average.count + 1,
    },
    settings,
  )
  return now !== then && then !== 'н/а' ? { kind: 'ofBetterMark', mark: then } : undefined
}
