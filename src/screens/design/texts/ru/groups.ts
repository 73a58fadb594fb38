import { count } from './words.ts'

const pupils = (n: number) => count(n, { one: 'ученик', few: 'ученика', other: 'учеников' })

/** Groups of a class, and their teacher's acceptance. */
export const groups = {
  empty: 'Ни один предмет не делится на группы',
  emptyHelp: 'Группы заводит администрация в нагрузке. Здесь они появятся сами.',
  date: 'С какого дня менять',
  dateHint: 'До этого дня состав групп останется прежним.',
  undo: 'Отменить',
  nowhere: 'ни в одной группе',
  twice: 'в нескольких группах сразу',
  moveTo: (name: string, group: string) => `${name}: перевести в «${group}»`,
  pupils,
  noTeacher: 'учитель не назначен',
  accepted: (day: string) => `состав принят ${day}`,
  changed: 'новый состав ещё не принят',
  notSeen: 'состав ещё не принят',
  newGroup: 'Примите состав группы',
  groupChanged: 'Состав группы изменился',
  nowIn: (n: number) => `Сейчас в группе ${pupils(n)}.`,
  accept: 'Принять',
}
