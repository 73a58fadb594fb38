import { count } from './words.ts'

/** Marks at the right of the journal's page. */
export const journalMarks = {
  name: { period: 'Отметка за период', year: 'Год', exam: 'Экзамен', final: 'Итоговая отметка' },
  short: { period: 'Период', year: 'Год', exam: 'Экз.', final: 'Итог' },
  title: (name: string) => `Поставить: ${name}`,
  elsewhere: (marks: string) => `перенесено: ${marks}`,
  carried: 'выставлена в прежнем журнале',
  carriedHelp: 'Эта отметка выставлена в журнале, из которого пришёл ученик.',
  mean: (mean: string, n: number) =>
    `Среднее ${count(n, { one: 'отметки', few: 'отметок', other: 'отметок' })}: ${mean}.`,
  asYear: 'Экзамена по предмету нет: итоговая равна годовой.',
  missing: (n: number) =>
    `Предложения нет: ещё не ${n === 1 ? 'выставлена' : 'выставлены'} ${count(n, { one: 'отметка', few: 'отметки', other: 'отметок' })}, из которых она складывается.`,
  notAttested: 'Предложения нет: среди отметок есть н/а. Решает учитель и педсовет.',
  noNumbers: 'Предложения нет: среди отметок нет ни одной цифры.',
  reason: 'Почему не аттестован',
  reasons: ['много пропусков', 'мало отметок'],
  otherReason: 'Другая причина',
  reasonIs: (reason: string) => `Причина: ${reason}`,
  giveAll: (name: string) => `Поставить предложенные: ${name}`,
  lists: 'Кого не забыть',
  listsOf: (name: string) => `Кого не забыть: ${name}`,
  oneShort: 'Не хватает одной отметки',
  tooFew: 'Мало отметок',
  open: 'Нет отметки за период',
  nobody: 'никого',
}

/** The panel of a lesson's column. */
export const journalColumn = {
  open: (day: string, bell: number) => `${day}, ${bell}-й урок. Что можно сделать с этим столбцом`,
  bell: (day: string, bell: number) => `${day}, ${bell}-й урок`,
  hasNote: 'есть заметка',
  note: 'Заметка к уроку',
  noteHelp: 'Видна в журнале, семьям не показывается.',
  moved: (day: string) => `перенесён с ${day}`,
  cancelled: (reason: string) => `урок отменён: ${reason}`,
  toLesson: 'Открыть урок',
  copy: 'Скопировать столбец',
  copyHelp: 'Фамилии и отметки строками, чтобы вставить в другую систему.',
  copied: 'Скопировано',
  notCopied: 'Браузер не дал скопировать. Выделите и скопируйте сами:',
}

/** What of the year the page shows. */
export const journalView = {
  periods: 'Периоды',
  months: 'Месяцы',
  endMarks: 'Итоговые отметки',
  worksOnly: 'Только работы',
  today: 'Сегодня',
  print: 'Печать',
  nothingHere: 'Здесь уроков нет',
  nothingHereHelp: 'Выберите другой период или покажите все уроки.',
  teacher: (name: string) => `Учитель: ${name}`,
  sheet: (part: number, of: number) => `лист ${part} из ${of}`,
}
