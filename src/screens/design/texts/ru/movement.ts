import { count } from './words.ts'

const pupils = (n: number) => count(n, { one: 'ученик', few: 'ученика', other: 'учеников' })

/** «Движение учеников»: orders and their register. */
export const movement = {
  title: 'Движение учеников',
  lead: 'Зачисление, перевод, выбытие: одна запись меняет списки, группы и отчёты.',
  add: 'Новый приказ',
  kind: 'Что произошло',
  kinds: {
    enrolled: 'Зачислен(а)',
    arrived: 'Прибыл(а) из другой школы',
    moved: 'Переведён(а) в другой класс',
    left: 'Выбыл(а)',
    expelled: 'Отчислен(а)',
  },
  lineKinds: {
    enrolled: 'зачислен(а)',
    arrived: 'прибыл(а)',
    moved: 'переведён(а)',
    moved_in: 'переведён(а) в класс',
    moved_out: 'переведён(а) из класса',
    left: 'выбыл(а)',
    expelled: 'отчислен(а)',
  },
  firstDayIn: 'Первый день в классе',
  firstDayOut: 'С какого дня не учится в классе',
  from: 'Из класса',
  to: 'В класс',
  who: 'Кто',
  newPupil: 'Новый ученик',
  orderNo: 'Номер приказа',
  orderDate: 'Дата приказа',
  placeFrom: 'Откуда',
  placeTo: 'Куда',
  placeWhy: 'Основание',
  pupils: 'Ученики',
  chosen: (n: number) => (n === 0 ? 'Отметьте, о ком приказ' : `Выбрано: ${pupils(n)}`),
  groups: 'Группы нового класса',
  groupsHelp: 'Класс делится на этих уроках. Выберите группу каждому.',
  noGroup: 'без группы',
  groupOf: (pupil: string, subject: string) => `${pupil}: ${subject}`,
  marks:
    'Отметки, пропуски и четвертные отметки перейдут в журналы нового класса сами, когда запись дойдёт до сервера. В прежних журналах они останутся, в отчётах дважды не посчитаются.',
  marksLeft: 'Отметки останутся в журналах класса, в списках с этого дня ученика не будет.',
  faults: {
    outside: (name: string) => `${name}: накануне этого дня не учится в выбранном классе.`,
    inside: (name: string) => `${name}: в этот день уже учится в классе школы. Сначала запишите перевод.`,
    later: (name: string) =>
      `${name}: есть запись о движении с более поздней датой. Отмените её или измените дату.`,
  },
  register: 'Приказы этого года',
  filter: 'Показать',
  filterAll: 'Движение в течение года',
  empty: 'Приказов пока нет.',
  order: (no: string, date: string) =>
    [no && `приказ № ${no}`, date && `от ${date}`].filter(Boolean).join(' '),
  between: (from: string, to: string) => `${from} → ${to}`,
  amend: 'Исправить',
  amendOf: (name: string) => `Исправить приказ: ${name}`,
  cancel: 'Отменить',
  cancelOf: (name: string) => `Отменить: ${name}`,
  cancelSure: (name: string) =>
    `Запись о движении будет снята: ${name} окажется там, где был(а) до неё, с прежними группами. Отметки никуда не денутся.`,
  said: {
    written: (n: number) => `Записано: ${pupils(n)}.`,
    amended: (name: string) => `${name}: приказ исправлен.`,
    cancelled: (name: string) => `${name}: запись снята.`,
  },
}
