import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const pupils = (n: number) => count(n, { one: 'pupil', other: 'pupils' })
const classes = (n: number) => count(n, { one: 'class', other: 'classes' })
const groups = (n: number) => count(n, { one: 'group', other: 'groups' })
const journals = (n: number) => count(n, { one: 'journal', other: 'journals' })

export const newYear: Texts['newYear'] = {
  title: 'New school year',
  lead: (from, to) =>
    `Classes of ${from} go a grade up into ${to}. The former journals stay as they are. The timetable of the new year is empty.`,
  noYear: 'A school year with classes is needed first.',
  template: (first, last) =>
    `Year and holidays are taken from the template: ${first} to ${last}. Check them under “School year and bells”. Bells stay as they are.`,
  dates: (first, last) => `The new year: ${first} to ${last}.`,
  toYear: 'School year and bells',
  order: 'Order of the transfer',
  leaving: 'Order of the leaving',
  leavingDay: 'First day outside the school',
  classes: 'What becomes of the classes',
  inClass: (n) => pupils(n),
  nextOf: (name) => `${name}: what next`,
  next: { up: 'Goes up', left: 'Leaves school', none: 'Write nothing' },
  into: (name) => `becomes ${name}`,
  classTeacher: (name) => `class teacher ${name}`,
  groups: 'with its groups',
  workload: 'with its teachers',
  option: (name, what) => `${name}: ${what}`,
  preview: 'To be written',
  nothing: 'All is written already: nothing to change.',
  counts: (n) =>
    [
      n.classes > 0 && `The new year: ${classes(n.classes)}`,
      n.firstGrades > 0 && `of them first grades without pupils: ${classes(n.firstGrades)}`,
      n.pupils > 0 && `Going up: ${pupils(n.pupils)}`,
      n.leavers > 0 && `Leaving: ${pupils(n.leavers)}`,
      n.groups > 0 && `Division: ${groups(n.groups)}`,
      n.workload > 0 && `Workload: ${journals(n.workload)}`,
    ].filter((line) => line !== false),
  make: 'Write the new year',
  again: 'If writing is broken off, press again: only what is missing is written.',
  writing: (n, all) => `Lists written: ${n} of ${all}`,
  done: 'The new year is written. Check class teachers and holidays.',
  failed: 'Writing was broken off. Press again: only what is missing is written.',
}
