import { count } from './words.ts'

/** Works of a lesson, and what pupils owe. */
export const works = {
  editTitle: 'О работе',
  kind: 'Вид',
  noKind: 'без вида',
  title: 'Название',
  titleHint: 'Например, тема контрольной. Можно не писать.',
  weight: 'Вес в среднем балле',
  weightOf: (weight: number) => String(weight).replace('.', ','),
  weightZero: '0, не считается',
  retakes: 'Пересдача',
  ofDay: (work: string, day: string) => `${work}, ${day}`,
  save: 'Сохранить',
  cancel: 'Не менять',
  remove: 'Убрать колонку',
  removeSure: (n: number) =>
    `В колонке ${count(n, { one: 'отметка', few: 'отметки', other: 'отметок' })}. Убрать её вместе с ними? В истории всё останется.`,
  removeYes: 'Убрать с отметками',
  removeNo: 'Оставить',
  first: (mark: string) => `было ${mark}`,
}

export const debts = {
  title: 'Долги',
  lead: 'Кто и с какого дня должен работу. Поставьте отметку, и долг закроется.',
  empty: 'Долгов нет',
  emptyHelp: 'Здесь появляются те, кому вместо отметки поставили точку.',
  since: (day: string) => `с ${day}`,
  give: (name: string) => `Поставить отметку: ${name}`,
  toJournal: 'Журнал',
  left: 'не в классе',
}
