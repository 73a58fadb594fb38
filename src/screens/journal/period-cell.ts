import type { Average } from '../../domain/journal/average.ts'
import { periodMarkAdvice } from '../../domain/journal/period-mark-advice.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { Grading } from '../lesson/roll.ts'
import { valueInWords } from './fact-words.ts'
import type { PeriodCell } from './grid.ts'

/**
 * The mark of a pupil for a period as the page shows it: the decided one, else the suggestion where marks have an
 * average; undefined where nothing is graded. `voided`: entities with an entry of this person that did not count.
 */
export function periodCellOf(
  fold: Fold,
  period: string,
  pupil: string,
  average: Average,
  grading: Grading,
  voided: ReadonlySet<string>,
): PeriodCell | undefined {
  if (grading === 'none') return undefined
  const name = entity.periodMark(period, pupil)
  const state = fold.state(name, 'periodmark')
  const shown = state?.shown?.value ?? null
  const advice = grading === 'marks' ? periodMarkAdvice(average) : undefined
  const other = state?.conflict ? state.heads.find(({ value }) => value !== shown) : undefined
  return {
    mark: shown === null ? (advice?.suggested ?? '') : valueInWords('periodmark', shown),
    suggested: shown === null && advice !== undefined,
    advice,
    waiting: state?.shown !== undefined && !state.shown.receipt,
    conflict: state?.conflict ? valueInWords('periodmark', other?.value ?? null) : undefined,
    voided: voided.has(name),
  }
}
