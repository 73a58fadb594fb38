import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const pupils = (n: number) => count(n, { one: 'pupil', other: 'pupils' })

export const groups: Texts['groups'] = {
  empty: 'No subject is taught in groups',
  emptyHelp: 'The office makes groups in the workload. They will appear here by themselves.',
  date: 'Change from',
  dateHint: 'Up to this day the groups stay as they were.',
  undo: 'Undo',
  nowhere: 'in no group',
  twice: 'in several groups at once',
  moveTo: (name, group) => `${name}: move to “${group}”`,
  pupils,
  noTeacher: 'no teacher assigned',
  accepted: (day) => `accepted ${day}`,
  changed: 'the change is not accepted yet',
  notSeen: 'not accepted yet',
  newGroup: 'Accept who is in the group',
  groupChanged: 'The group has changed',
  nowIn: (n) => `${pupils(n)} are in the group now.`,
  accept: 'Accept',
}
