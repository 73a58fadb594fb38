import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const pupils = (n: number) => count(n, { one: 'pupil', other: 'pupils' })

export const movement: Texts['movement'] = {
  title: 'Movement of pupils',
  lead: 'Enrolment, transfer, leaving: one record changes lists, groups and reports.',
  add: 'New order',
  kind: 'What happened',
  kinds: {
    enrolled: 'Enrolled',
    arrived: 'Arrived from another school',
    moved: 'Moved to another class',
    left: 'Left',
    expelled: 'Expelled',
  },
  lineKinds: {
    enrolled: 'enrolled',
    arrived: 'arrived',
    moved: 'moved',
    moved_in: 'moved in',
    moved_out: 'moved out',
    left: 'left',
    expelled: 'expelled',
  },
  firstDayIn: 'First day in the class',
  firstDayOut: 'First day outside the class',
  from: 'From class',
  to: 'To class',
  who: 'Who',
  newPupil: 'A new pupil',
  orderNo: 'Number of the order',
  orderDate: 'Date of the order',
  placeFrom: 'Where from',
  placeTo: 'Where to',
  placeWhy: 'Grounds',
  pupils: 'Pupils',
  chosen: (n) => (n === 0 ? 'Tick whom the order is about' : `Chosen: ${pupils(n)}`),
  groups: 'Groups of the new class',
  groupsHelp: 'The class is divided for these lessons. Choose a group for each.',
  noGroup: 'no group',
  groupOf: (pupil, subject) => `${pupil}: ${subject}`,
  marks:
    'Marks, absences and period marks go over to the journals of the new class by themselves once the record reaches the server. They stay in the former journals; reports never count them twice.',
  marksLeft: 'Marks stay in the journals of the class; from that day the pupil is on no list.',
  faults: {
    outside: (name) => `${name}: not in the chosen class on the day before.`,
    inside: (name) => `${name}: is in a class of the school on that day. Record a transfer first.`,
    later: (name) => `${name}: there is a later movement. Cancel it or change the date.`,
  },
  register: 'Orders of this year',
  filter: 'Show',
  filterAll: 'Movement during the year',
  empty: 'No orders yet.',
  order: (no, date) => [no && `order no. ${no}`, date && `of ${date}`].filter(Boolean).join(' '),
  between: (from, to) => `${from} → ${to}`,
  amend: 'Correct',
  amendOf: (name) => `Correct the order: ${name}`,
  cancel: 'Cancel',
  cancelOf: (name) => `Cancel: ${name}`,
  cancelSure: (name) =>
    `The record is taken back: ${name} will be where they were before it, in the former groups. No mark is lost.`,
  said: {
    written: (n) => `Recorded: ${pupils(n)}.`,
    amended: (name) => `${name}: the order is corrected.`,
    cancelled: (name) => `${name}: the record is taken back.`,
  },
}
