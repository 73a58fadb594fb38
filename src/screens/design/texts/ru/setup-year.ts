import type { YearFault } from '../../../../domain/school/check-year.ts'
import { count } from './words.ts'

/** What tells a plan of bells from others. */
interface BellWords {
  shift: number | undefined
  grades: string
  shortDay: boolean
  to: string
}

/** The year: its periods, days off and bells. */
export const setupYear = {
  lead: 'Начните с готового года и поправьте даты по приказу своего региона.',
  title: (id: string) => `Учебный год ${id.replace('-', '/')}`,
  open: (id: string) => `Открыть ${id.replace('-', '/')}`,
  another: 'Новый учебный год',
  again: 'Другой образец',
  template: 'Образец года',
  templateLead: 'Каникулы, праздники и звонки будут рассчитаны. Каждую дату потом можно изменить.',
  which: 'Учебный год',
  years: (start: number) => `${start}/${String(start + 1).slice(2)}`,
  division: 'Как делится год',
  quarters: 'Четверти',
  trimesters: 'Триместры',
  week: 'Учебная неделя',
  fiveDays: 'Пять дней',
  sixDays: 'Шесть дней',
  shifts: 'Смены',
  oneShift: 'Одна',
  twoShifts: 'Две',
  take: 'Показать год',
  starts: 'Первый учебный день',
  ends: 'Последний учебный день',
  from: 'С',
  fromOf: (what: string) => `${what}, с`,
  to: 'По',
  date: 'Дата',
  periods: 'Четверти, триместры, полугодия',
  holidays: 'Каникулы и выходные',
  holiday: 'Название',
  grades: 'Для каких классов',
  allGrades: 'для всех',
  addHoliday: 'Добавить каникулы или выходной',
  shortDays: 'Сокращённые дни',
  addShortDay: 'Добавить сокращённый день',
  workdays: 'Учебные выходные',
  workdaysLead: 'Суббота или воскресенье, когда учатся по расписанию другого дня.',
  addWorkday: 'Добавить учебный выходной',
  asWeekday: 'По расписанию',
  weekday: (n: number) =>
    ['понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья'][n - 1] ?? '',
  bells: 'Звонки',
  everybodysBells: 'Звонки для всех',
  bellPlan: ({ shift, grades, shortDay, to }: BellWords) =>
    [
      shift === undefined ? 'Для всех смен' : `${shift}-я смена`,
      grades === '' ? '' : `классы ${grades}`,
      shortDay ? 'сокращённые дни' : '',
      to === '' ? '' : `до ${to.split('-').reverse().join('.')}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  addBells: 'Добавить особые звонки',
  removeBells: 'Удалить эти звонки',
  bellsTwice: 'Такие звонки уже есть.',
  days: 'В какие дни',
  ordinary: 'обычные',
  short: 'сокращённые',
  addBell: 'Добавить урок',
  bellStarts: (lesson: string) => `${lesson}, начало`,
  bellEnds: 'Конец',
  fault: (kind: YearFault['kind'], other: string) =>
    ({
      backwards: 'Конец раньше начала.',
      outside: 'Выходит за учебный год.',
      overlap: `Пересекается: ${other}.`,
      twice: `Повторяется: ${other}.`,
    })[kind],
  bellFault: (kind: YearFault['kind']) =>
    ({
      backwards: 'Урок кончается раньше, чем начался.',
      outside: 'Выходит за день.',
      overlap: 'Пересекается с другим уроком.',
      twice: 'Такой номер урока уже есть.',
    })[kind],
  faults: (n: number) =>
    `Чтобы сохранить, исправьте ${count(n, { one: 'место', few: 'места', other: 'мест' })}: даты пустые или противоречат друг другу.`,
  confirm: 'Сверьте даты с приказом.',
  save: 'Сохранить год',
}
