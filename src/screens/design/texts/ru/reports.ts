import { count } from './words.ts'

/** Reports of the class (5.2.8) on the screen. */
export const reports = {
  all: 'Все отчёты',
  touch: 'Нажмите на число, чтобы увидеть, из чего оно получилось',
  noPeriods: 'Школа ещё не завела четверти этого года',
  monthOfAttendance: 'Месяц посещаемости',
  time: 'За какое время',
  spans: { month: 'Месяц', week: 'Неделя', range: 'С даты по дату' },
  month: 'Месяц',
  weekOf: 'Неделя с днём',
  from: 'С',
  to: 'По',
  empty: {
    'attendance-month': 'За это время учеников в классе не было',
    'class-teacher-preliminary': 'Отчитываться не о ком',
    'class-teacher': 'Отчитываться не о ком',
    results: 'К концу периода в классе нет учеников',
    'summary-marks': 'В классе нет учеников',
    'summary-attendance': 'В классе нет учеников',
    movement: 'За это время никто не прибыл и не выбыл',
  },
  cells: (n: number) =>
    n === 0 ? 'Записей нет' : count(n, { one: 'запись', few: 'записи', other: 'записей' }),
  lesson: (bell: number) => `${bell}-й урок`,
  forecast: 'прогноз',
  handIn: 'Сдать отчёт',
  handInAgain: 'Сдать снова',
  handedIn: (day: string, revision: string | undefined) =>
    revision === undefined ? `Сдан ${day}` : `Сдан ${day}, редакция ${revision}`,
  handedInShort: (day: string) => `сдан ${day}`,
  changedAfter: (day: string) => `Отчёт сдан ${day} и с тех пор изменился`,
  changes: (n: number) =>
    `После сдачи: ${count(n, { one: 'изменение', few: 'изменения', other: 'изменений' })}. `,
  otherwise: 'Изменились сведения об учениках: движение, записки об отсутствии или группы. ',
  accept: 'Принять отчёт',
  accepted: (day: string) => `Принят администрацией ${day}`,
  notYetAccepted: 'Администрация ещё не приняла.',
  undo: 'Отменить',
  package: (period: string) => `Пакет: ${period}`,
  packageHelp: 'Все отчёты периода одним PDF, у каждого свои номера страниц.',
  packageFile: 'Отчёты',
  categories: (n: number) => `Как учатся ${count(n, { one: 'ученик', few: 'ученика', other: 'учеников' })}`,
  rates: 'Успеваемость и качество по периодам',
  passRate: 'Успеваемость',
  qualityRate: 'Качество',
}
