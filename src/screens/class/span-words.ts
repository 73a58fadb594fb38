import type { AbsenceSpan } from '../../domain/school/class-view.ts'
import type { Format } from '../design/texts/format.ts'
import type { Texts } from '../design/texts/ru.ts'

/** «Б с 12 ноября по 14 ноября» */
export function spanInWords(
  { code, from, to }: Pick<AbsenceSpan, 'code' | 'from' | 'to'>,
  texts: Texts['classReasons'],
  format: Format,
): string {
  if (to === undefined) return texts.spanOpen(code, format.day(from))
  if (to === from) return texts.oneDay(code, format.day(from))
  return texts.span(code, format.day(from), format.day(to))
}
