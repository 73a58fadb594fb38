import type { Texts } from '../ru.ts'

export const permissions: Texts['permissions'] = {
  requests: 'Requests of teachers',
  noRequests: 'No requests to open a period.',
  lessonOf: (day) => `lesson of ${day}`,
  until: 'Permit until',
  permit: 'Permit',
  refuse: 'Refuse',
  why: 'Why not',
  title: 'Permissions to edit',
  lead: 'The teacher may edit this journal in a locked period until the end of that day.',
  stands: (day) => `until ${day}`,
  withdraw: 'Withdraw',
  teacher: 'Teacher',
  journal: 'Journal',
  chooseJournal: 'Choose a journal',
}
