import type { OneMarkShort, PeriodMarkReason } from '../../domain/journal/period-mark-advice.ts'
import type { YearMarkAdvice } from '../../domain/journal/year-mark-advice.ts'
import type { Format } from '../design/texts/format.ts'
import type { Texts } from '../design/texts/ru.ts'

/** «4,48: до «5» не хватает 0,02.» */
export function reasonInWords(
  reason: PeriodMarkReason,
  { periodMark }: Texts['journal'],
  format: Format,
): string {
  if (reason.kind === 'noMarks') return periodMark.noMarks(reason.minimum)
  if (reason.kind === 'tooFew') return periodMark.tooFew(reason.count, reason.minimum)
  const written = (hundredths: number) => format.average(hundredths / 100)
  const { average, from, next } = reason
  if (next) return periodMark.missing(written(average), next.mark, written(next.missing))
  return from === undefined ? '' : periodMark.reached(written(average), written(from))
}

/** What one more mark would bring. */
export function oneShortInWords(oneShort: OneMarkShort, { periodMark }: Texts['journal']): string {
  return oneShort.kind === 'ofMinimum' ? periodMark.oneOfMinimum : periodMark.oneOfBetter(oneShort.mark)
}

/** Why a year's or final mark is suggested, or why none is. */
export function yearAdviceInWords(
  advice: YearMarkAdvice,
  texts: Texts['journalMarks'],
  format: Format,
): string {
  switch (advice.kind) {
    case 'mean':
      return texts.mean(format.average(advice.mean / 100), advice.count)
    case 'asYear':
      return texts.asYear
    case 'missing':
      return texts.missing(advice.missing)
    case 'notAttested':
      return texts.notAttested
    case 'noNumbers':
      return texts.noNumbers
  }
}
