import { controlOf } from '../journal/class-load.ts'
import { journalPlaces } from '../journal/journal-places.ts'
import { emptyJournal } from '../journal/journal-view.ts'
import { type JournalKey, journalName } from '../ledger/documents.ts'
import { emptyClass, rollOf } from '../school/class-view.ts'
import type { ReportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'
import { type SubjectTotals, subjectTotals } from './subject-totals.ts'

/** What a teacher reports of one journal for a period (2.6). */
export interface TeacherPeriodRow extends JournalKey {
  /** Pupils on the period's last day, or today while it runs. */
  pupils: number
  totals: SubjectTotals
  /** Hours that the timetable has in the period. */
  planned: number
  held: number
  /** Hours of the timetable up to today that were not held, less those held beside it; never below zero. */
  lag: number
  /** Control works written at lessons that were held. */
  controls: number
  /** Why hours were not held, with how many: as was written of cancelled lessons; null: nobody opened the lesson. */
  reasons: { reason: string | null; hours: number }[]
}

export interface TeacherPeriodReport {
  report: 'teacher-period'
  period: string
  /** Staff id. */
  teacher: string
  rows: TeacherPeriodRow[]
}

/** The period report of a teacher's journals, in the order given. `today`: the school's date. */
export function teacherPeriod(
  source: ReportSource,
  teacher: string,
  keys: readonly JournalKey[],
  period: ReportPeriod,
  today: string,
): TeacherPeriodReport {
  return {
    report: 'teacher-period',
    period: period.id,
    teacher,
    rows: keys.map((key) => rowOf(source, key, period, today)),
  }
}

function rowOf(
  { school, classes, journals }: ReportSource,
  key: JournalKey,
  { id, starts, ends }: ReportPeriod,
  today: string,
): TeacherPeriodRow {
  const journal = journals.get(journalName(key)) ?? emptyJournal
  const pupils = rollOf(classes.get(key.class) ?? emptyClass, key.group, today < ends ? today : ends)
  const marks = new Map(
    journal.periodMarks.filter(({ period }) => period === id).map(({ pupil, mark }) => [pupil, mark]),
  )
  const places = journalPlaces({ school, key, lessons: journal.lessons, today }, starts, ends)
  const held = places.filter(({ state }) => state === 'held').length
  const passed = places.filter(
    ({ timetabled, date, state }) => timetabled && (date < today || state === 'held'),
  ).length
  const why = new Map(journal.lessons.map((lesson) => [lesson.key, lesson.cancelled]))
  const reasons = new Map<string | null, number>()
  for (const place of places) {
    if (place.date > today || !(place.state === 'cancelled' || place.state === 'unkept')) continue
    const reason = place.state === 'cancelled' ? (why.get(place.key) ?? null) : null
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  return {
    class: key.class,
    subject: key.subject,
    ...(key.group ? { group: key.group } : {}),
    pupils: pupils.length,
    totals: subjectTotals(pupils.map((pupil) => marks.get(pupil.id))),
    planned: places.filter(({ timetabled }) => timetabled).length,
    held,
    lag: Math.max(0, passed - held),
    controls: journal.lessons.filter(
      (lesson) => lesson.held && controlOf(lesson) && starts <= lesson.date && lesson.date <= ends,
    ).length,
    reasons: [...reasons].map(([reason, hours]) => ({ reason, hours })),
  }
}
