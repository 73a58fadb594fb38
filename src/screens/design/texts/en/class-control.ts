import type { Texts } from '../ru.ts'

export const classControl: Texts['classControl'] = {
  done: (day) => `Checked ${day}`,
  clean: 'No gaps in the week’s journals',
  cleanHelp: 'It remains to confirm that the journals were checked.',
  inOrder: 'In order',
  remark: 'Remark to the deputy head',
  fewMarks: (names) => `Few marks: ${names}.`,
  noPeriodMark: (names) => `No mark for the period: ${names}.`,
  check: 'Checked',
  checkHelp:
    'Confirms that this week’s journals were checked. The deputy head and the teacher see the remarks.',
}
