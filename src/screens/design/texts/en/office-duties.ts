import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const days = (n: number) => count(n, { one: 'day', other: 'days' })

/** Duties of class teachers: the office's page. */
export const officeDuties: Texts['officeDuties'] = {
  title: 'Class teachers’ duties',
  time: 'Time',
  duty: 'Duty',
  all: 'All',
  class: 'Class',
  noTeacher: 'no class teacher named',
  noYear: 'There is no school year yet',
  noClasses: 'No classes this year',
  noClass: 'There is no such class this year',
  kinds: {
    reconcile: 'Week reconciled',
    control: 'Journals checked',
    inform: 'Families told',
    monitor: 'Diary use looked at',
    check: 'Data checked',
    report: 'Reports',
    paper: 'Paper copy',
    groups: 'Groups',
    consent: 'Consents',
    acquaint: 'Acquaintance',
  },
  overdue: (n: number, late: number) =>
    n === 1 ? `overdue by ${days(late)}` : `${n} overdue, by up to ${days(late)}`,
  changed: (n: number) => `to hand in again: ${n}`,
  open: (n: number, day: string) => (n === 1 ? `by ${day}` : `${n}, by ${day}`),
  done: 'done',
  ahead: 'not yet due',
  nothingWaits: 'All done in time',
  parts: {
    overdue: (n: number) => `Overdue: ${n}`,
    changed: (n: number) => `Changed since handed in: ${n}`,
    open: (n: number) => `Open: ${n}`,
    done: (n: number) => `Done: ${n}`,
  },
  look: 'Look',
  summary: 'Summary of the period',
  fileName: 'Class teachers’ duties',
}
