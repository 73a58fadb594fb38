import type { JournalView, MarkCell } from './journal-view.ts'

/** Thresholds and minimum of the school (rules.md, Marks); these are the defaults. */
export interface MarkSettings {
  /** The least average, in hundredths, for 5, 4 and 3. */
  five: number
  four: number
  three: number
  /** Fewer marks that count than this suggest н/а. */
  minimum: number
}

export const defaultMarkSettings: MarkSettings = { five: 450, four: 350, three: 250, minimum: 3 }

/** A weighted average kept as a fraction, so that rounding is exact: sum of mark*weight over sum of weights. */
export interface Average {
  /** In half-units, since weights go in steps of 0.5. */
  sum: number
  weight: number
  /** Marks that count: 1-5 with a weight above 0. */
  count: number
}

/**
 * Weighted average of a pupil's marks in the given lessons: sum(mark*weight)/sum(weight) over 1-5 only. A retake
 * replaces the first mark, with the first work's weight. Marks on lessons not held don't count.
 */
export function averageOf(view: JournalView, pupil: string, from: string, to: string): Average {
  const total: Average = { sum: 0, weight: 0, count: 0 }
  const lessons = new Map(
    view.lessons
      .filter(({ held, date }) => held && date >= from && date <= to)
      .map((lesson) => [lesson.key, lesson]),
  )
  const works = new Map(view.lessons.flatMap((lesson) => lesson.works).map((work) => [work.id, work]))
  const mine = view.marks.filter((mark) => mark.pupil === pupil && lessons.has(mark.lesson))
  const retaken = new Map<string, MarkCell>()
  for (const cell of mine) {
    const first = works.get(cell.work)?.retakeOf
    if (first !== undefined && digitOf(cell) !== undefined) retaken.set(first, cell)
  }
  for (const cell of mine) {
    const work = works.get(cell.work)
    const mark = digitOf(cell)
    if (mark === undefined || retaken.has(cell.work)) continue
    const weighed = work?.retakeOf === undefined ? work : (works.get(work.retakeOf) ?? work)
    const weight = Math.round((weighed?.weight ?? 1) * 2)
    if (weight === 0) continue
    total.sum += mark * weight
    total.weight += weight
    total.count++
  }
  return total
}

function digitOf({ mark }: MarkCell): number | undefined {
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
