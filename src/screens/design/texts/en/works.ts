import type { Texts } from '../ru.ts'
import { count } from './words.ts'

export const works: Texts['works'] = {
  editTitle: 'About the work',
  kind: 'Kind',
  noKind: 'no kind',
  title: 'Title',
  titleHint: 'Such as the topic of the test. May be left out.',
  weight: 'Weight in the average',
  weightOf: (weight) => String(weight),
  weightZero: '0, does not count',
  retakes: 'Retake',
  ofDay: (work, day) => `${work}, ${day}`,
  save: 'Save',
  cancel: 'Leave as it is',
  remove: 'Remove the column',
  removeSure: (n) =>
    `The column holds ${count(n, { one: 'mark', other: 'marks' })}. Remove it with them? All stays in the history.`,
  removeYes: 'Remove with the marks',
  removeNo: 'Keep',
  first: (mark) => `was ${mark}`,
}

export const debts: Texts['debts'] = {
  title: 'Owed works',
  lead: 'Who owes a work and since when. Give the mark and the debt is closed.',
  empty: 'Nothing is owed',
  emptyHelp: 'Those who were given a dot in place of a mark appear here.',
  since: (day) => `since ${day}`,
  give: (name) => `Give a mark: ${name}`,
  toJournal: 'Journal',
  left: 'not in the class',
}
