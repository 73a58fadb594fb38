import { count } from './words.ts'

const number = new Intl.NumberFormat('ru')
const hours = (n: number) => `${number.format(n)}\u00a0ч`
const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']
const shortDays = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']

export const timetable = {
  title: 'Расписание',
  hours,
  weekday: (day: number) => weekdays[day - 1] ?? '',
  shortDay: (day: number) => shortDays[day - 1] ?? '',
  lessonColumn: '№',
  day: 'День',
  show: 'Показать',
  views: { all: 'Вся школа', class: 'Класс', teacher: 'Учитель', room: 'Кабинет' },
  class: 'Класс',
  teacher: 'Учитель',
  room: 'Кабинет',
  noRoom: 'Кабинеты ещё не указаны.',
  from: 'Действует с',
  fromHint: (day: string) => `Правки действуют с ${day}, прошедшие уроки не меняются.`,
  fromStart: 'Правки действуют с начала учебного года.',
  changes: 'Расписание меняется:',
  noDate: 'Выберите день учебного года.',
  withSaturday: 'Добавить субботу',
  take: 'Взять из файла',
  print: 'Печать',
  printOn: (paper: string) => `Печать, ${paper}`,
  export: 'Скачать Excel',
  undo: 'Отменить',
  undone: 'Отменено',
  state: (left: number, clashes: number) =>
    [
      left > 0 ? `Осталось расставить ${hours(left)}` : 'Все часы расставлены',
      clashes > 0 ? count(clashes, { one: 'накладка', few: 'накладки', other: 'накладок' }) : 'накладок нет',
    ].join(', '),
  grid: 'Расписание всех классов',
  gridKeys: 'Стрелки ведут по сетке, Enter открывает урок, Delete убирает его, Ctrl + Z отменяет.',
  weekOf: (who: string) => `Неделя: ${who}`,
  hour: (bell: number) => `${bell}-й урок`,
  hourOf: (day: number, bell: number) => `${weekdays[day - 1]}, ${bell}-й урок`,
  cell: (schoolClass: string, day: number, bell: number) =>
    `${schoolClass}, ${weekdays[day - 1]}, ${bell}-й урок`,
  nothing: 'пусто',
  weeks: { odd: 'нечёт.', even: 'чёт.' },
  joint: 'общий',
  clashMark: 'накладка',
  emptyTitle: 'Расписания ещё нет',
  emptyHelp: 'Возьмите его из файла Excel или расставьте уроки по клеткам.',
  noClassesTitle: 'Сначала нужны классы',
  noClassesHelp: 'Внесите учебный год, классы и нагрузку, потом расписание.',
  noYearTitle: 'Учебного года ещё нет',
  panel: {
    name: 'Урок в клетке',
    placed: 'Стоит в расписании',
    room: 'Кабинет',
    week: 'По каким неделям',
    weeks: { every: 'каждую', odd: 'нечётные', even: 'чётные' },
    remove: (what: string) => `Убрать: ${what}`,
    removeShort: 'Убрать',
    separate: 'Не общий урок',
    choose: 'Поставить',
    left: (left: number, all: number) =>
      left > 0
        ? `осталось ${hours(left)} из ${number.format(all)}`
        : left < 0
          ? `лишних ${hours(-left)}`
          : 'все часы стоят',
    busy: (where: string) => `занят: ${where}`,
    free: 'свободен',
    noTeacher: 'учителя нет',
    allGroups: (n: number) => `${count(n, { one: 'группа', few: 'группы', other: 'групп' })} сразу`,
    noWorkload: 'У класса ещё нет нагрузки.',
    toWorkload: 'К нагрузке',
    longRoom: (most: number) => `Название длиннее ${most} знаков: сократите.`,
  },
  clashes: {
    title: 'Накладки',
    teacher: (who: string, what: string) => `${who} ведёт сразу: ${what}`,
    class: (who: string, what: string) => `У ${who} сразу: ${what}`,
    pupils: (who: string, what: string) => `У ${who} сразу, с общими учениками: ${what}`,
    room: (who: string, what: string) => `Кабинет ${who} занят дважды: ${what}`,
    lesson: (schoolClass: string, subject: string) => `${schoolClass} ${subject}`,
    from: (day: string) => `с ${day}`,
    makeJoint: 'Это общий урок',
    shareRoom: 'Кабинет на несколько классов',
    none: 'Накладок нет.',
  },
  left: {
    title: 'Что осталось',
    by: 'Считать',
    byClass: 'по классам',
    byTeacher: 'по учителям',
    none: 'Все часы нагрузки стоят в расписании.',
    of: (placed: number, all: number) => `${number.format(placed)} из ${number.format(all)}`,
    item: (what: string, left: number) => `${what} ${number.format(left)}`,
    tooMany: (what: string, n: number) => `${what}: лишних ${number.format(n)}`,
    noTeacher: 'Без учителя',
  },
  said: {
    put: (what: string) => `Поставлено: ${what}`,
    removed: (what: string) => `Убрано: ${what}`,
    changed: 'Изменено',
    joint: 'Уроки объединены',
    separated: 'Уроки разделены',
    shared: (room: string) => `Кабинет ${room}: можно нескольким классам сразу`,
    taken: (n: number) =>
      `Расписание взято: ${count(n, { one: 'изменение', few: 'изменения', other: 'изменений' })}`,
  },
  file: (date: string) => `Расписание ${date}.xlsx`,
  printed: (date: string) => `Расписание уроков с ${date}`,
}
