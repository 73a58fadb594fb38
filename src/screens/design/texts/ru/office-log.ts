import { count } from './words.ts'

/** «Часы учителей». */
export const hours = {
  title: 'Часы учителей',
  fileName: 'Табель',
  month: 'Месяц',
  empty: 'В этом месяце проведённых уроков нет',
  teacher: 'Учитель',
  own: 'Проведено',
  substituted: 'Замещено',
  total: 'Всего',
  unattributed: (n: number) =>
    `У ${count(n, { one: 'урока', few: 'уроков', other: 'уроков' })} не указан учитель: в табель они не вошли.`,
  substitutions: 'Замещённые уроки',
  noSubstitutions: 'Замещённых уроков нет.',
  lessonAt: (day: string, bell: number) => `${day}, ${bell}-й урок`,
  instead: (whom: string) => `вместо: ${whom}`,
  notArranged: 'замена не оформлена',
}

/** «Кто что сделал». */
export const log = {
  title: 'Кто что сделал',
  fileName: 'Журнал действий',
  words: 'Найти',
  wordsHint: 'Фамилия, класс, дата или слово: замена, закрыт, вход',
  kind: 'Что искать',
  allKinds: 'всё',
  kinds: { school: 'настройка школы', journal: 'журналы', account: 'вход и учётные записи' },
  from: 'С какого дня',
  to: 'По какой день',
  find: 'Найти',
  noLine: 'Связи нет: эта страница читается с сервера школы. Попробуйте ещё раз, когда связь появится.',
  coming: 'Загружаем с сервера школы.',
  nothing: 'Ничего не нашлось',
  more: 'Показать более ранние',
  columns: ['Когда', 'Кто', 'Где', 'Что сделано'],
}
