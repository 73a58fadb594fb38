import type { Texts } from '../ru.ts'
import { count } from './words.ts'

export const journalMarks: Texts['journalMarks'] = {
  name: { period: 'Mark for the period', year: 'Year', exam: 'Exam', final: 'Final mark' },
  short: { period: 'Period', year: 'Year', exam: 'Exam', final: 'Final' },
  title: (name) => `Give: ${name}`,
  elsewhere: (marks) => `brought along: ${marks}`,
  carried: 'given in the former journal',
  carriedHelp: 'This mark was given in the journal that the pupil came from.',
  mean: (mean, n) => `Mean of ${count(n, { one: 'mark', other: 'marks' })}: ${mean}.`,
  asYear: 'The subject has no exam: the final mark is that of the year.',
  missing: (n) =>
    `No suggestion: ${count(n, { one: 'mark', other: 'marks' })} that it is made of not given yet.`,
  notAttested: 'No suggestion: н/а is among the marks. The teacher and the council decide.',
  noNumbers: 'No suggestion: none of the marks is a number.',
  reason: 'Why not attested',
  reasons: ['many absences', 'few marks'],
  otherReason: 'Another reason',
  reasonIs: (reason) => `Reason: ${reason}`,
  giveAll: (name) => `Give suggested marks: ${name}`,
  lists: 'Whom to think of',
  listsOf: (name) => `Whom to think of: ${name}`,
  oneShort: 'One mark short',
  tooFew: 'Too few marks',
  open: 'No mark for the period',
  nobody: 'nobody',
}

export const journalColumn: Texts['journalColumn'] = {
  open: (day, bell) => `${day}, lesson ${bell}. What can be done with this column`,
  bell: (day, bell) => `${day}, lesson ${bell}`,
  hasNote: 'has a note',
  note: 'Note on the lesson',
  noteHelp: 'Seen in the journal, not shown to families.',
  moved: (day) => `moved from ${day}`,
  cancelled: (reason) => `lesson cancelled: ${reason}`,
  toLesson: 'Open the lesson',
  copy: 'Copy the column',
  copyHelp: 'Names and marks in lines, to paste into another system.',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying. Select and copy it yourself:',
}

export const journalView: Texts['journalView'] = {
  periods: 'Periods',
  months: 'Months',
  endMarks: 'Period and year marks',
  worksOnly: 'Works only',
  today: 'Today',
  print: 'Print',
  nothingHere: 'No lessons here',
  nothingHereHelp: 'Choose another period or show all lessons.',
  teacher: (name) => `Teacher: ${name}`,
  sheet: (part, of) => `sheet ${part} of ${of}`,
}
