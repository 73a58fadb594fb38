import type { ValueOf } from '../ledger/attributes.ts'
import { addDays } from '../policy/policy.ts'
import { type JournalCourse, type JournalPlace, journalPlaces } from './journal-places.ts'
import type { Lesson } from './journal-view.ts'

/** Days looked ahead for the lesson a homework is due at: over the longest holidays but summer. */
export const dueReach = 30

/** Where a lesson can be due: the journal's hours that take place, of those given. */
export function standingPlaces(places: readonly JournalPlace[]): JournalPlace[] {
  return places.filter(({ state }) => state !== 'cancelled' && state !== 'vacated')
}

/** The journal's next lessons behind a lesson, by date and bell. */
export function lessonsAfter(
  course: JournalCourse,
  { date, bell }: Pick<Lesson, 'date' | 'bell'>,
): JournalPlace[] {
  return after(standingPlaces(journalPlaces(course, date, addDays(date, dueReach))), { date, bell })
}

/** The lesson for which a lesson's homework is due: the one named, else the next one; undefined without any. */
export function dueOf(
  lesson: Pick<Lesson, 'date' | 'bell' | 'due'>,
  places: readonly JournalPlace[],
): ValueOf<'lesson.due'> | undefined {
  if (lesson.due) return lesson.due
  const next = after(places, lesson)[0]
  return next && { date: next.date, bell: next.bell }
}

function after(places: readonly JournalPlace[], { date, bell }: Pick<Lesson, 'date' | 'bell'>) {
  return places.filter((place) => place.date > date || (place.date === date && place.bell > bell))
}
