import type { Mark } from '../ledger/attributes.ts'

/** Thresholds and minimum of the school (rules.md, Marks); these are the defaults. */
export interface MarkSettings {
  /** The least average, in hundredths, for 5, 4 and 3. */
  five: number
  four: number
  three: number
  /** Fewer marks that count than this suggest н/а. */
  minimum: number
  /** A retake stands in place of the first mark, or counts beside it. */
  retake: 'replaces' | 'both'
}

export const defaultMarkSettings: MarkSettings = {
  five: 450,
  four: 350,
  three: 250,
  minimum: 3,
  retake: 'replaces',
}

/** A weighted average kept as a fraction, so that rounding is exact: sum of mark*weight over sum of weights. */
export interface Average {
  /** In half-units, since weights go in steps of 0.5. */
  sum: number
  weight: number
  /** Marks that count: 1-5 with a weight above 0. */
  count: number
}

/** A mark with the work it was given for; '' is the default column. */
export interface WorkMark {
  work: string
  mark: Mark
}

/**
 * Weighted average of a pupil's marks: sum(mark*weight)/sum(weight) over 1-5 only. A retake has the first work's
 * weight and replaces its mark, unless both count. The caller passes only marks of lessons held (rules.md, Marks); `works` by id.
 */
export function averageOf(
  marks: readonly WorkMark[],
  works: ReadonlyMap<string, { weight?: number | undefined; retakeOf?: string | undefined }>,
  retake: MarkSettings['retake'] = 'replaces',
): Average {
  const total: Average = { sum: 0, weight: 0, count: 0 }
  const retaken = new Set<string>()
  for (const { work, mark } of marks) {
    const first = works.get(work)?.retakeOf
    if (retake === 'replaces' && first !== undefined && digitOf(mark) !== undefined) retaken.add(first)
  }
  for (const { work, mark } of marks) {
    const digit = digitOf(mark)
    if (digit === undefined || retaken.has(work)) continue
    const weight = Math.round((firstWork(work, works)?.weight ?? 1) * 2)
    if (weight === 0) continue
    total.sum += digit * weight
    total.weight += weight
    total.count++
  }
  return total
}

/** The very first work of retakes of retakes; one whose first work is unknown stands for itself. */
function firstWork<W extends { retakeOf?: string | undefined }>(
  id: string,
  works: ReadonlyMap<string, W>,
): W | undefined {
  const seen = new Set<W>()
  let work = works.get(id)
  while (work?.retakeOf !== undefined && !seen.has(work)) {
    seen.add(work)
    work = works.get(work.retakeOf) ?? work
  }
  return work
}

function digitOf(mark: Mark): number | undefined {
  return mark >= '1' && mark <= '5' ? Number(mark) : undefined
}

/** The average in hundredths, half up; undefined without marks. */
export function hundredths({ sum, weight }: Average): number | undefined {
  return weight === 0 ? undefined : Math.floor((sum * 200 + weight) / (weight * 2))
}

/** The suggested period mark; the teacher decides. */
export function suggestedMark(
  average: Average,
  settings = defaultMarkSettings,
): '5' | '4' | '3' | '2' | 'н/а' {
  const value = hundredths(average)
  if (value === undefined || average.count < settings.minimum) return 'н/а'
  if (value >= settings.five) return '5'
  if (value >= settings.four) return '4'
  return value >= settings.three ? '3' : '2'
}
