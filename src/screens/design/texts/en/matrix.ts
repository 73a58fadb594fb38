import type { Texts } from '../ru.ts'
import { count } from './words.ts'

export const matrix: Texts['matrix'] = {
  columns: 'What stands where',
  teacher: 'Column of teachers',
  subject: 'Column of subjects',
  day: 'Column of weekdays',
  lesson: 'Column of lesson numbers',
  noColumn: 'not found',
  classes: (names) => (names === '' ? 'No classes were found in the table.' : `Classes: ${names}`),
  unknownTitle: 'Who and what is meant',
  unknownLead: 'The school has no such names. Choose what they mean, or pass them over.',
  unknown: {
    teacher: (text) => `Teacher “${text}”`,
    subject: (text) => `Subject “${text}”`,
    class: (text) => `Class “${text}”`,
  },
  times: (n) => `occurs ${count(n, { one: 'time', other: 'times' })}`,
  choose: 'Choose',
  nearest: 'Similar',
  others: 'Others',
  skip: 'Pass over',
  remembered: 'Abbreviations of subjects are remembered and not asked again.',
  faultsTitle: 'Mend or pass over',
  skipCell: (cell) => `Pass over cell ${cell}`,
  skipped: (n) => `${count(n, { one: 'cell', other: 'cells' })} passed over`,
  unskip: 'Bring back',
  notes: (n) => `Please look: ${count(n, { one: 'note', other: 'notes' })}`,
  preview: 'What it becomes',
  waiting: 'Answer the questions above first: nothing is written before.',
  same: 'All of this stands already: there is nothing to write.',
  back: 'Back',
  again: 'Another table',
  from: 'In force from',
  timetable: {
    title: 'Timetable from a file',
    lead: 'The grid that schools keep: rows are days and lessons, columns classes.',
    summary: (put, ended) =>
      [put > 0 && `New lessons a week: ${put}`, ended > 0 && `old ones that end: ${ended}`]
        .filter(Boolean)
        .join(', '),
    clashes: (n) =>
      n === 0
        ? 'no clashes'
        : `${count(n, { one: 'clash', other: 'clashes' })}, which can be mended afterwards`,
    take: 'Take the timetable',
  },
  workload: {
    title: 'Workload from a file',
    lead: 'The matrix that schools keep: rows are teachers and subjects, columns classes, cells hours.',
    summary: (put, changed, ended) =>
      [
        put > 0 && `New assignments: ${put}`,
        changed > 0 && `with other hours: ${changed}`,
        ended > 0 && `ending: ${ended}`,
      ]
        .filter(Boolean)
        .join(', '),
    put: 'New',
    changed: 'With other hours',
    ended: 'Ending',
    groups: (n) => `New groups: ${n}. Put pupils into them.`,
    take: 'Take the workload',
  },
}
