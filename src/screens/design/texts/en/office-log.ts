import type { Texts } from '../ru.ts'
import { count } from './words.ts'

export const hours: Texts['hours'] = {
  title: "Teachers' hours",
  fileName: 'Hours',
  month: 'Month',
  empty: 'No lessons were held in this month',
  teacher: 'Teacher',
  own: 'Held',
  substituted: 'Substituted',
  total: 'Total',
  unattributed: (n) => `${count(n, { one: 'lesson has', other: 'lessons have' })} no teacher: left out.`,
  substitutions: 'Substituted lessons',
  noSubstitutions: 'No substituted lessons.',
  lessonAt: (day, bell) => `${day}, lesson ${bell}`,
  instead: (whom) => `instead of ${whom}`,
  notArranged: 'not arranged by the office',
}

export const log: Texts['log'] = {
  title: 'Who did what',
  fileName: 'Log',
  words: 'Find',
  wordsHint: 'A name, a class, a date or a word',
  kind: 'Where',
  allKinds: 'everywhere',
  kinds: { school: 'school settings', journal: 'journals', account: 'sign-ins and accounts' },
  from: 'From',
  to: 'To',
  find: 'Find',
  noLine: "No line: this page is read from the school's server. Try again once there is one.",
  coming: "Loading from the school's server.",
  nothing: 'Nothing was found',
  more: 'Show earlier ones',
  columns: ['When', 'Who', 'Where', 'What'],
}
