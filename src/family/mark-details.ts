import type { DiaryMark } from '../domain/diary/diary.ts'
import type { FamilyTexts } from './texts/ru.ts'

const weightFormat = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 })

/** What a mark was given for, in words; '' for a plain answer in class. */
export function markDetails(
  { mark, kind, title, weight, retake, comment }: DiaryMark,
  { mark: texts }: FamilyTexts,
): string {
  return [
    mark === '.' && texts.owed,
    kind,
    title,
    weight !== undefined && texts.weight(weightFormat.format(weight)),
    retake && texts.retake,
    comment,
  ]
    .filter(Boolean)
    .join(', ')
}
