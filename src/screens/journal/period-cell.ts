import type { Average, MarkSettings } from '../../domain/journal/average.ts'
import { periodMarkAdvice } from '../../domain/journal/period-mark-advice.ts'
import type { YearMarkAdvice } from '../../domain/journal/year-mark-advice.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { Grading } from '../lesson/roll.ts'
import { valueInWords } from './fact-words.ts'
import type { PeriodCell } from './grid.ts'

/** What is known of one mark at the right of a row. */
export interface PeriodCellSource {
  period: string
  pupil: string
  /** Of a mark that is made of the marks of its time. */
  average?: Average | undefined
  /** Of a mark that is made of others. */
  yearAdvice?: YearMarkAdvice | undefined
  /** The mark that was given in the journal the pupil came from. */
  carried?: string | undefined
}

/**
 * The mark of a pupil for a period, year or exam as the page shows it: the decided one, else the suggestion; undefined
 * where nothing is graded. `voided`: entities with an entry of this person that did not count.
 */
export function periodCellOf(
  {
    fold,
    grading,
    settings,
    voided,
  }: { fold: Fold; grading: Grading; settings: MarkSettings; voided: ReadonlySet<string> },
  { period, pupil, average, yearAdvice, carried }: PeriodCellSource,
): PeriodCell | undefined {
  if (grading === 'none') return undefined
  const name = entity.periodMark(period, pupil)
  const state = fold.state(name, 'periodmark')
  const shown = state?.shown?.value ?? null
  const advice = grading === 'marks' && average ? periodMarkAdvice(average, settings) : undefined
  const suggested = advice?.suggested ?? suggestedOf(yearAdvice)
  const other = state?.conflict ? state.heads.find(({ value }) => value !== shown) : undefined
  const fromElsewhere = shown === null && carried !== undefined
  return {
    mark: shown === null ? (carried ?? suggested ?? '') : valueInWords('periodmark', shown),
    suggested: shown === null && !fromElsewhere && suggested !== undefined,
    advice,
    ...(yearAdvice ? { yearAdvice } : {}),
    ...(fromElsewhere ? { carried: true } : {}),
    reason: shown === 'н/а' ? fold.value(name, 'periodmark.reason') : undefined,
    waiting: state?.shown !== undefined && !state.shown.receipt,
    conflict: state?.conflict ? valueInWords('periodmark', other?.value ?? null) : undefined,
    voided: voided.has(name),
  }
}

/** The mark that a year's or final advice comes to. */
export function suggestedOf(advice: YearMarkAdvice | undefined): string | undefined {
  return advice && 'suggested' in advice ? advice.suggested : undefined
}
