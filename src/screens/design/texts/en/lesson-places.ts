import type { Texts } from '../ru.ts'
import { count } from './words.ts'

export const places: Texts['places'] = {
  previousDay: 'Previous day',
  nextDay: 'Next day',
  otherDay: 'Another day',
  toToday: 'Today',
  noLessons: 'You have no lessons on this day',
  at: (day, bell) => `${day}, ${bell}`,
  movedTo: (hour) => `moved to ${hour}`,
  movedFrom: (hour) => `moved from ${hour}`,
  cancelledFor: (reason) => `cancelled: ${reason}`,
  added: 'added',

  menu: 'Lesson',
  move: 'Move',
  cancel: 'Cancel the lesson',
  another: 'Add another one',
  addLesson: 'Add a lesson',
  close: 'Close',

  journal: 'Journal',
  chooseJournal: 'Choose a journal',
  date: 'Date',
  chooseDate: 'Choose a date',
  bell: 'Which lesson',
  chooseBell: 'Choose a lesson',
  free: 'free',
  sameThere: 'this journal has a lesson here already',
  classThere: (what) => `the class has ${what}`,
  teacherThere: (what) => `you have ${what}`,
  noBells: 'The bell schedule is not set yet.',
  noSchool: 'This is a day off or a holiday. A lesson can be put here all the same.',
  onlyKnown: 'This is what the tablet knows. Moves by other teachers may not have arrived yet.',
  moveHere: 'Move here',
  addHere: 'Add here',
  lockedThere: (period) => `The period is locked (${period}); no lesson can be put here.`,
  notYoursThere: 'The journal is not yours on this day: no lesson can be put here.',
  noJournals: 'You have no journals yet. The deputy head assigns them.',

  reason: 'Reason',
  otherReason: 'Another reason',
  chooseReason: 'Say why',
  cancelNow: 'Cancel the lesson',
  cancelHeld: 'Roll, marks and topic are kept, but the lesson counts neither as an hour nor as missed.',

  movedNotice: (hour) => `The lesson was moved from ${hour}. All that was written stays with it.`,
  moveBack: 'Move back',
  cancelledTitle: 'The lesson is cancelled',
  cancelledHelp: 'It counts neither as an hour nor as missed.',
  restore: 'Restore the lesson',
  addedNotice: 'This lesson was added to the timetable.',
  takeAway: 'Remove the lesson',
  otherLesson: (hours) =>
    `You substitute in this journal on ${hours}. You see its other lessons but cannot change them.`,

  doubleOffer: (bell, absent) =>
    absent === 0
      ? `The roll of lesson ${bell} is taken: everybody was there.`
      : `The roll of lesson ${bell} is taken: ${count(absent, { one: 'pupil was', other: 'pupils were' })} absent.`,
  takeOver: 'Take the roll of the previous lesson',

  sameForAll: 'The same topic and homework for all',
  exempt: 'exempt',
  exemptUntil: (day) => `exempt until ${day}`,
  medicalGroup: (group) => `medical group: ${group}`,
}
