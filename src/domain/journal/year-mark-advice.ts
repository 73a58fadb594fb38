import type { SuggestedMark } from './period-mark-advice.ts'

/** A suggested year or final mark with its grounds, or why there is none. */
export type YearMarkAdvice =
  /** The mean of `count` marks, in hundredths, half up to a whole mark. */
  | { kind: 'mean'; suggested: SuggestedMark; mean: number; count: number }
  /** Stands as the year mark: the subject has no exam. */
  | { kind: 'asYear'; suggested: string }
  /** `missing` marks are not given yet. */
  | { kind: 'missing'; missing: number }
  /** `count` of the marks are н/а. */
  | { kind: 'notAttested'; count: number }
  /** No mark is a number: exempt or credit all along. */
  | { kind: 'noNumbers' }

/** A mark that was given, or undefined where none is. */
type Given = string | undefined

/**
 * Advice on the year mark from the marks of the year's periods, one for each period of the pupil's kind, in any
 * order: the mean of the numeric ones, half up; any н/а or missing: no suggestion (rules.md, Marks). `осв` and `зач`
 * stand outside the mean.
 */
export function yearMarkAdvice(periodMarks: readonly Given[]): YearMarkAdvice {
  return meanAdvice(periodMarks)
}

/** What a final mark rests on. */
export type FinalMarkBasis =
  /** Grade 9, a subject with an exam: mean of year and exam. */
  | { kind: 'exam'; year: Given; exam: Given }
  /** Grade 9, a subject without one: the year mark. */
  | { kind: 'year'; year: Given }
  /** Grade 11: the half-year and year marks of grades 10 and 11. */
  | { kind: 'secondary'; marks: readonly Given[] }

/** Advice on the final mark (rules.md, Marks). */
export function finalMarkAdvice(basis: FinalMarkBasis): YearMarkAdvice {
  if (basis.kind === 'secondary') return meanAdvice(basis.marks)
  if (basis.kind === 'exam') return meanAdvice([basis.year, basis.exam])
  if (basis.year === undefined) return { kind: 'missing', missing: 1 }
  if (basis.year === 'н/а') return { kind: 'notAttested', count: 1 }
  return { kind: 'asYear', suggested: basis.year }
}

function meanAdvice(marks: readonly Given[]): YearMarkAdvice {
  const missing = marks.filter((mark) => mark === undefined).length
  if (missing > 0) return { kind: 'missing', missing }
  const notAttested = marks.filter((mark) => mark === 'н/а').length
  if (notAttested > 0) return { kind: 'notAttested', count: notAttested }
  const values = marks.filter((mark) => mark !== undefined && /^[1-5]$/.test(mark)).map(Number)
  const count = values.length
  if (count === 0) return { kind: 'noNumbers' }
  const sum = values.reduce((total, value) => total + value, 0)
  // Half up on whole numbers: a mean of 4.5 is never 4.4999...
  const whole = Math.max(2, Math.floor((2 * sum + count) / (2 * count)))
  const mean = Math.floor((200 * sum + count) / (2 * count))
  return { kind: 'mean', suggested: String(whole) as SuggestedMark, mean, count }
}
