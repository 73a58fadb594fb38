import type { DiaryHead } from '../domain/diary/diary.ts'
import type { FamilyTexts } from './texts/ru.ts'

/** «2 четверть»; the year, its examination and final mark by their words. */
export function periodName({ periods }: DiaryHead, id: string, { marks }: FamilyTexts): string {
  const period = periods.find((own) => own.id === id)
  if (period) return marks.periods[period.kind](period.number)
  return id.endsWith('/exam') ? marks.exam : id.endsWith('/final') ? marks.final : marks.year
}
