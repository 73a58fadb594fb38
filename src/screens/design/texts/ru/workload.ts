import { count } from './words.ts'

const number = new Intl.NumberFormat('ru')
const hours = (n: number) => `${number.format(n)}\u00a0ч`

export const workload = {
  title: 'Нагрузка',
  number: (n: number) => number.format(n),
  hours,
  from: 'Действует с',
  fromHint: (day: string) => `Правки действуют с ${day}: кто вёл раньше, остаётся в прошедших уроках.`,
  fromStart: 'Правки действуют с начала учебного года.',
  class: 'Класс',
  take: 'Взять из файла',
  addRow: 'Добавить строку',
  toTimetable: 'К расписанию',
  state: (all: number, placed: number) =>
    all === placed
      ? `Всего ${hours(all)} в неделю, все стоят в расписании`
      : `Всего ${hours(all)} в неделю, в расписании ${hours(placed)}`,
  grid: 'Нагрузка: учителя и классы',
  keys: 'Стрелки ведут по таблице, цифры вписывают часы (2, 0,5, для двух групп 2/2), Enter открывает клетку, Ctrl + Z отменяет.',
  row: 'Учитель и предмет',
  total: 'Всего',
  byWorkload: 'По нагрузке',
  byTimetable: 'В расписании',
  inTimetable: (n: number) => `в сетке ${number.format(n)}`,
  groupMark: 'гр.',
  hoursIn: 'Часов в неделю',
  badHours: (text: string) => `«${text}» — не часы. Впишите, например, 2, 0,5 или 2/2 для двух групп.`,
  undo: 'Отменить',
  undone: 'Отменено',
  emptyTitle: 'Нагрузки ещё нет',
  emptyHelp: 'Возьмите её из файла Excel или добавьте строку: учитель, предмет, часы по классам.',
  noClassesTitle: 'Сначала нужны классы',
  noClassesHelp: 'Внесите учебный год, классы, предметы и сотрудников, потом нагрузку.',
  noYearTitle: 'Учебного года ещё нет',
  panel: {
    name: 'Нагрузка в клетке',
    allClasses: 'все классы строки',
    whole: 'Весь класс',
    nothing: 'Часов нет. Впишите их, и учитель получит журнал этого класса.',
    hoursHint: 'Для двух групп 2/2',
    grading: 'Как оценивать',
    gradings: { marks: 'отметками', credit: 'зачётом', none: 'без отметок' },
    attested: 'Итог выставляется',
    attestations: { quarter: 'каждую четверть', half: 'каждое полугодие', year: 'за год' },
    byRule: 'по правилам школы',
    mixed: 'по-разному',
    changeTeacher: 'Сменить учителя',
    newTeacher: 'Новый учитель',
    choose: 'Выберите',
    changeFrom: (day: string) => `Сменить с ${day}`,
    since: (day: string) => `с ${day}`,
  },
  add: {
    title: 'Новая строка',
    teacher: 'Учитель',
    subject: 'Предмет',
    choose: 'Выберите',
    save: 'Добавить',
    cancel: 'Не надо',
  },
  said: {
    hours: (where: string, text: string) => (text === '' ? `${where}: часов нет` : `${where}: ${text}`),
    divided: (where: string, n: number) =>
      `${where}: класс делится, ${count(n, { one: 'новая группа', few: 'новые группы', other: 'новых групп' })}`,
    teacher: (where: string, who: string) => `${where}: теперь ведёт ${who}`,
    marking: 'Изменено',
    taken: (n: number) =>
      `Нагрузка взята: ${count(n, { one: 'изменение', few: 'изменения', other: 'изменений' })}`,
  },
}
