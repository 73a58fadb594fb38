import { journalName } from '../domain/ledger/documents.ts'
import type { RowOf, TableName } from './layout.ts'

const lines = (...parts: (string | number | undefined)[]) => parts.map((part) => part ?? '').join(',')

/**
 * What makes a row the same row in the next folder: rows of one key tell of one thing, the later replaces the earlier.
 * Spans may begin on one day with one code and differ in the rest, so all of a span is its key.
 */
export const rowKey: { readonly [T in TableName]: (row: RowOf<T>) => string } = {
  school: () => '',
  years: ({ id }) => id,
  periods: ({ id }) => id,
  holidays: ({ starts, ends, grades }) => lines(starts, ends, grades),
  bells: ({ number }) => String(number),
  subjects: ({ id }) => id,
  staff: ({ id }) => id,
  classes: ({ id }) => id,
  pupils: ({ id }) => id,
  movements: (row) => lines(row.class, row.pupil, row.date, row.kind),
  guardians: ({ id }) => id,
  groups: ({ id }) => id,
  group_members: ({ group, pupil, from }) => lines(group, pupil, from),
  assignments: (row) => lines(journalName(row), ';', row.teacher, row.from),
  timetable: (row) => lines(journalName(row), ';', row.weekday, row.bell, row.from, row.week),
  plan: (row) => lines(journalName(row), ';', row.number),
  lessons: ({ id }) => id,
  works: ({ id }) => id,
  marks: ({ lesson, work, pupil }) => lines(lesson, work, pupil),
  attendance: ({ lesson, pupil }) => lines(lesson, pupil),
  absence_spans: (row) => lines(row.pupil, row.from, row.to, row.code, row.document),
  pupil_modes: ({ pupil, from }) => lines(pupil, from),
  period_marks: ({ pupil, subject, period }) => lines(pupil, subject, period),
}
