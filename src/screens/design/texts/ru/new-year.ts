import { count } from './words.ts'

const pupils = (n: number) => count(n, { one: 'ученик', few: 'ученика', other: 'учеников' })
const classes = (n: number) => count(n, { one: 'класс', few: 'класса', other: 'классов' })
const groups = (n: number) => count(n, { one: 'группа', few: 'группы', other: 'групп' })
const journals = (n: number) => count(n, { one: 'журнал', few: 'журнала', other: 'журналов' })

/** «Новый учебный год»: the roll-over. */
export const newYear = {
  title: 'Новый учебный год',
  lead: (from: string, to: string) =>
    `Классы ${from} года переходят на ступень выше в ${to} год. Прежние журналы остаются как есть. Расписание нового года пустое.`,
  noYear: 'Сначала нужен учебный год с классами.',
  template: (first: string, last: string) =>
    `Год и каникулы будут взяты по образцу: с ${first} по ${last}. Проверьте их потом в разделе «Учебный год и звонки». Звонки остаются прежними.`,
  dates: (first: string, last: string) => `Новый год: с ${first} по ${last}.`,
  toYear: 'Учебный год и звонки',
  order: 'Приказ о переводе',
  leaving: 'Приказ о выпуске',
  leavingDay: 'С какого дня не учатся в школе',
  classes: 'Что будет с классами',
  inClass: (n: number) => pupils(n),
  nextOf: (name: string) => `${name}: что дальше`,
  next: { up: 'Переходит дальше', left: 'Выпускается', none: 'Ничего не записывать' },
  into: (name: string) => `станет ${name}`,
  classTeacher: (name: string) => `классный руководитель ${name}`,
  groups: 'с делением на группы',
  workload: 'с нагрузкой учителей',
  option: (name: string, what: string) => `${name}: ${what}`,
  preview: 'Будет записано',
  nothing: 'Всё уже записано: менять нечего.',
  counts: (n: {
    classes: number
    firstGrades: number
    pupils: number
    leavers: number
    groups: number
    workload: number
  }) =>
    [
      n.classes > 0 && `Новый год: ${classes(n.classes)}`,
      n.firstGrades > 0 && `из них без учеников, первые: ${classes(n.firstGrades)}`,
      n.pupils > 0 && `Перейдёт дальше: ${pupils(n.pupils)}`,
      n.leavers > 0 && `Выпускается: ${pupils(n.leavers)}`,
      n.groups > 0 && `Деление: ${groups(n.groups)}`,
      n.workload > 0 && `Нагрузка: ${journals(n.workload)}`,
    ].filter((line) => line !== false),
  make: 'Записать новый год',
  again: 'Если запись прервётся, нажмите ещё раз: дозапишется только недостающее.',
  writing: (n: number, all: number) => `Записано списков: ${n} из ${all}`,
  done: 'Новый год записан. Проверьте классных руководителей и каникулы.',
  failed: 'Запись прервалась. Нажмите ещё раз: дозапишется только недостающее.',
}
