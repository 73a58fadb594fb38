import type { ownClass as russian } from '../ru/own-class.ts'
import { count } from './words.ts'

const pupils = (n: number) => count(n, { one: 'pupil', other: 'pupils' })
const days = (n: number) => count(n, { one: 'day', other: 'days' })

export const ownClass: typeof russian = {
  parts: 'Parts of the class',
  pupils,
  classTeacher: (name) => `class teacher ${name}`,
  duties: 'Duties',
  part: {
    week: 'Week',
    reasons: 'Reasons',
    control: 'Class journals',
    list: 'List',
    groups: 'Groups',
    families: 'Families',
    reports: 'Reports',
    paper: 'Paper copy',
    instruction: 'Instruction',
  },
  allDone: 'All done. What is new will appear here by itself.',
  inTime: (k, n) => `Done in time: ${k} of ${n}.`,
  history: (n) => `Done: ${n}`,
  weekOf: (from, to) => `${from} – ${to}`,
  openDuty: 'Open',
  due: (day) => `by ${day}`,
  overdue: (day) => `was due ${day}`,
  done: 'done',
  doneOn: (day) => `done ${day}`,
  duty: {
    reconcile: (term) => `Reconcile attendance, week ${term}`,
    control: (term) => `Look through the class’s journals, ${term}`,
    inform: () => 'Tell the families how their children are doing',
    check: (term) => `Check pupils’ data, ${term}`,
    groups: () => 'Put pupils into groups',
    consent: () => 'Collect consents to data processing',
    report: (term) => term,
    paper: (term) => `Paper copy of the journal, ${term}`,
    acquaint: () => 'Read the instruction',
  },
  left: {
    reconcile: (n) => (n === 0 ? 'Nothing to look at, only to sign' : `Left to look at: ${n}`),
    control: (n, of) => (n === 0 ? 'No gaps in the journals' : `Journals with gaps: ${n} of ${of}`),
    inform: (n, of) =>
      n === 0 ? 'All were told within two weeks' : `Waiting for over two weeks: ${n} of ${of} families`,
    check: (n, of) => `Checked ${of - n} of ${of}`,
    groups: (n) => `Not in exactly one group: ${pupils(n)}`,
    consent: (n, of) => `No consent: ${n} of ${of}`,
    report: () => 'Make it and hand it in',
    paper: () => 'Print, sign and hand in to the deputy head',
    acquaint: () => 'Read and confirm',
  },
  report: {
    'attendance-month': 'Attendance report',
    'class-teacher-preliminary': 'Class teacher’s preliminary report',
    'class-teacher': 'Class teacher’s report',
    results: 'Results of the period',
    'summary-marks': 'Summary of marks',
    'summary-attendance': 'Summary of attendance',
    movement: 'Summary of movement',
  },
  missedByWeek: 'Lessons missed by week',
  missedThisWeek: ({ total, Б, У, Н, late }) =>
    `This week ${total}: ill ${Б}, excused ${У}, unexcused ${Н}. Late ${late}.`,
  unexplained: 'Away for days without a reason',
  unexplainedDays: (name, n, since) => `${name}: ${days(n)}, since ${since}`,
  awayToday: 'Away today by a note',
  nobodyAway: 'Nobody.',
  awaySince: (day) => `since ${day}, return unknown`,
  awayUntil: (day) => `until ${day}`,
  noPaperYet: 'no paper yet',
}
