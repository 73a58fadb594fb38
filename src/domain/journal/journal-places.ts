import { type JournalKey, type LessonKey, lessonKey } from '../ledger/documents.ts'
import { addDays, sameJournal } from '../policy/policy.ts'
import { lessonsOn, timetableDay } from '../school/calendar.ts'
import { by, type SchoolView } from '../school/school-view.ts'
import type { Lesson } from './journal-view.ts'

/** An hour of a journal: where the timetable or the journal puts a lesson. */
export interface JournalPlace {
  date: string
  bell: number
  /** The key of the lesson that stands here, or that would be opened here. */
  key: LessonKey
  /**
   * `held`; `ahead` on today or later and yet to be held; `unkept` before today and not opened by anybody;
   * `cancelled`; `vacated`: its lesson was moved to another place, which is listed as well.
   */
  state: 'held' | 'ahead' | 'unkept' | 'cancelled' | 'vacated'
  /** The timetable or a substitution has a lesson here; false: the journal added it or moved it here. */
  timetabled: boolean
}

/** Of two lessons of a journal at one hour the hour is what the one further up here is. */
const outcome: readonly JournalPlace['state'][] = ['held', 'ahead', 'unkept', 'cancelled', 'vacated']

/** What is asked of a lesson to place it; `cancelled` is why it was called off, or whether. */
export type PlacedLesson = Pick<Lesson, 'key' | 'date' | 'bell' | 'held'> & {
  cancelled: string | boolean | undefined
}

/** A journal with what its hours are reckoned from. */
export interface JournalCourse<L extends PlacedLesson = Lesson> {
  school: SchoolView
  key: JournalKey
  lessons: readonly L[]
  /** The school's date, `YYYY-MM-DD`. */
  today: string
}

/**
 * All hours of a journal from `from` to `to` (both included), by date and bell: the timetable's on school days, and
 * the journal's own lessons where they stand now. One hour of a journal at one bell is one place, whoever put it there.
 */
export function journalPlaces(
  { school, key, lessons, today }: JournalCourse<PlacedLesson>,
  from: string,
  to: string,
): JournalPlace[] {
  const places = new Map<string, JournalPlace>()
  const stateOf = ({ held, cancelled, date }: PlacedLesson): JournalPlace['state'] => {
    if (held) return 'held'
    if (cancelled !== undefined && cancelled !== false) return 'cancelled'
    return date < today ? 'unkept' : 'ahead'
  }
  const moved = new Set<LessonKey>()
  for (const lesson of lessons) {
    const { date, bell, key: own } = lesson
    if (!own.startsWith(`${date},${bell},`)) moved.add(own)
    if (date < from || date > to) continue
    const place: JournalPlace = { date, bell, key: own, state: stateOf(lesson), timetabled: false }
    const earlier = places.get(placeName(date, bell))
    // One lesson called off and another opened at its hour: the hour is what became of it in the end.
    if (!earlier || outcome.indexOf(place.state) < outcome.indexOf(earlier.state))
      places.set(placeName(date, bell), place)
  }
  const narrowed = narrow(school, key)
  const weekdays = new Set(narrowed.slots.map(({ weekday }) => weekday))
  const besides = new Set(narrowed.substitutions.map(({ date }) => date))
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (!weekdays.has(timetableDay(school, date)) && !besides.has(date)) continue
    for (const { bell } of lessonsOn(narrowed, date)) {
      const name = placeName(date, bell)
      const taken = places.get(name)
      const own = lessonKey(date, bell)
      if (taken) taken.timetabled = true
      else if (moved.has(own)) places.set(name, { date, bell, key: own, state: 'vacated', timetabled: true })
      else {
        const state = date < today ? 'unkept' : 'ahead'
        places.set(name, { date, bell, key: own, state, timetabled: true })
      }
    }
  }
  return [...places.values()].sort(by(({ date, bell }) => placeName(date, bell)))
}

/** The school as one journal sees it, so that a year of days costs little. */
function narrow(school: SchoolView, key: JournalKey): SchoolView {
  const own = (other: JournalKey) => sameJournal(other, key)
  const schoolClass = school.classes.get(key.class)
  return {
    ...school,
    classes: new Map(schoolClass ? [[key.class, schoolClass]] : []),
    slots: school.slots.filter(own),
    substitutions: school.substitutions.filter(own),
    assignments: school.assignments.filter(own),
  }
}

const placeName = (date: string, bell: number) => `${date},${String(bell).padStart(2, '0')}`

/** The first and the last day of the journal's school year; undefined where the class or its year is unknown. */
export function courseYear(
  school: Pick<SchoolView, 'classes' | 'years'>,
  key: JournalKey,
): { starts: string; ends: string } | undefined {
  const year = school.classes.get(key.class)?.year
  return school.years.find(({ id }) => id === year)
}
