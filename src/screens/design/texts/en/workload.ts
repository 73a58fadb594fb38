import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const number = new Intl.NumberFormat('en')
const hours = (n: number) => `${number.format(n)}\u00a0h`

export const workload: Texts['workload'] = {
  title: 'Workload',
  number: (n) => number.format(n),
  hours,
  from: 'In force from',
  fromHint: (day) => `Changes hold from ${day}; past lessons stay with who taught them.`,
  fromStart: 'Changes hold from the first day of the school year.',
  class: 'Class',
  take: 'Take from a file',
  addRow: 'Add a row',
  toTimetable: 'To the timetable',
  state: (all, placed) =>
    all === placed
      ? `${hours(all)} a week, all in the timetable`
      : `${hours(all)} a week, ${hours(placed)} in the timetable`,
  grid: 'Workload: teachers and classes',
  keys: 'Arrows move, digits enter hours (2, 0.5, 2/2 for two groups), Enter opens a cell, Ctrl + Z undoes.',
  row: 'Teacher and subject',
  total: 'Total',
  byWorkload: 'By workload',
  byTimetable: 'In the timetable',
  inTimetable: (n) => `placed ${number.format(n)}`,
  groupMark: 'gr.',
  hoursIn: 'Hours a week',
  badHours: (text) => `“${text}” is no hours. Enter for example 2, 0.5, or 2/2 for two groups.`,
  undo: 'Undo',
  undone: 'Undone',
  emptyTitle: 'There is no workload yet',
  emptyHelp: 'Take it from an Excel file, or add a row: teacher, subject, hours by class.',
  noClassesTitle: 'Classes come first',
  noClassesHelp: 'Enter the school year, classes, subjects and staff, then the workload.',
  noYearTitle: 'There is no school year yet',
  panel: {
    name: 'The workload of this cell',
    allClasses: 'all classes of the row',
    whole: 'The whole class',
    nothing: 'No hours. Enter them, and the teacher gets the journal of this class.',
    hoursHint: 'For two groups 2/2',
    grading: 'How it is graded',
    gradings: { marks: 'by marks', credit: 'pass or fail', none: 'not graded' },
    attested: 'Final marks',
    attestations: { quarter: 'every quarter', half: 'every half-year', year: 'for the year' },
    byRule: "by the school's rules",
    mixed: 'differs',
    changeTeacher: 'Change the teacher',
    newTeacher: 'New teacher',
    choose: 'Choose',
    changeFrom: (day) => `Change from ${day}`,
    since: (day) => `from ${day}`,
  },
  add: {
    title: 'A new row',
    teacher: 'Teacher',
    subject: 'Subject',
    choose: 'Choose',
    save: 'Add',
    cancel: 'Never mind',
  },
  said: {
    hours: (where, text) => (text === '' ? `${where}: no hours` : `${where}: ${text}`),
    divided: (where, n) =>
      `${where}: the class divides, ${count(n, { one: 'new group', other: 'new groups' })}`,
    teacher: (where, who) => `${where}: now taught by ${who}`,
    marking: 'Changed',
    taken: (n) => `Workload taken: ${count(n, { one: 'change', other: 'changes' })}`,
  },
}
