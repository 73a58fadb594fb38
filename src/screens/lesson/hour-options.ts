import { dayLessons, type Hour, type KnownLessons, meetings } from '../../domain/journal/day-lessons.ts'
import type { JournalKey } from '../../domain/ledger/documents.ts'
import { bellsOf } from '../../domain/school/bells.ts'
import { isSchoolDay } from '../../domain/school/calendar.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'

/** An hour of a day that a lesson may be put at. */
export interface HourOption {
  bell: number
  starts: string
  ends: string
  /** What stands there as far as is known; `what` is «7А · Математика». `same`: a lesson of the journal itself. */
  meets: readonly { kind: 'same' | 'class' | 'teacher'; what: string }[]
}

/** The hours of a date for lessons of these journals, which go together. */
export function hourOptions(
  school: SchoolView,
  journals: readonly JournalKey[],
  date: string,
  person: string,
  known: KnownLessons,
): HourOption[] {
  const [first] = journals
  const own = first && school.classes.get(first.class)
  if (!own) return []
  const day = dayLessons(school, date, person, known)
  return bellsOf(school, own, date).map(({ number: bell, starts, ends }) => ({
    bell,
    starts,
    ends,
    meets: meetingsOf(school, journals, { date, bell }, day),
  }))
}

function meetingsOf(
  school: SchoolView,
  journals: readonly JournalKey[],
  hour: Hour,
  day: ReturnType<typeof dayLessons>,
): HourOption['meets'] {
  const found = new Map<string, HourOption['meets'][number]>()
  for (const journal of journals) {
    for (const { kind, lesson } of meetings(school, journal, hour, day)) {
      const what = `${classTitle(school, lesson.class)} · ${subjectTitle(school, lesson)}`
      if (kind === 'same' || found.get(what)?.kind !== 'same') found.set(what, { kind, what })
    }
  }
  return [...found.values()]
}

/** Whether one of the journals' classes has no school on a date. */
export function isDayOff(school: SchoolView, journals: readonly JournalKey[], date: string): boolean {
  return journals.some(({ class: id }) => {
    const grade = school.classes.get(id)?.grade
    return grade !== undefined && !isSchoolDay(school, date, grade)
  })
}
