import { count } from './words.ts'

const lessons = (n: number) => count(n, { one: 'урок', few: 'урока', other: 'уроков' })

/** The page that a pupil is shown of himself. */
export const show = {
  /** The button. */
  toPupil: 'Показать ученику',
  hint: 'На экране будут только его отметки, пропуски и задания. Выйти можно по ПИН.',
  period: (from: string, to: string) => `Период с ${from} по ${to}.`,
  year: 'Учебный год.',
  here: 'Предметы, журналы которых есть на этом планшете.',
  marks: 'Отметки',
  noMarks: 'Отметок пока нет',
  average: 'Средний балл',
  given: 'за период',
  missed: 'Пропуски',
  missedCount: (absent: number, late: number) =>
    absent + late === 0 ? 'Пропусков и опозданий нет.' : `Пропущено: ${lessons(absent)}. Опозданий: ${late}.`,
  reasons: {
    Б: 'по болезни',
    У: 'по уважительной причине',
    Н: 'без уважительной причины',
    '': 'причина не указана',
  },
  homework: 'Домашние задания',
  noHomework: 'Заданий нет.',
  due: (day: string) => `к ${day}`,
}
