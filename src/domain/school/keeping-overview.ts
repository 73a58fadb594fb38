import { gapsOf } from '../journal/gaps.ts'
import { type JournalPlace, journalPlaces } from '../journal/journal-places.ts'
import type { JournalView, Lesson } from '../journal/journal-view.ts'
import { type JournalKey, type LessonKey, readJournalName } from '../ledger/documents.ts'
import { sameJournal } from '../policy/policy.ts'
import { compareNames } from './names.ts'
import { by, covers, type SchoolView } from './school-view.ts'

/** What a lesson lacks: `opened` where the timetable has one before today and nobody opened it. */
export type KeepingGap = 'opened' | 'roll' | 'topic' | 'homework'

/** A lesson with something missing: leads to its place in the journal. */
export interface LessonGaps {
  key: LessonKey
  date: string
  bell: number
  missing: KeepingGap[]
}

/** Sums of how journals are kept over a time. */
export interface KeepingCounts {
  /** Lessons held. */
  held: number
  /** Lessons of the timetable before today that nobody opened. */
  unopened: number
  noRoll: number
  noTopic: number
  noHomework: number
  /** Marks given at lessons held. */
  marks: number
  /** Lessons held at which no mark was given. */
  noMarks: number
}

/** How one journal is kept. */
export interface JournalKeeping extends JournalKey, KeepingCounts {
  /** Staff ids of who is assigned on the last day of the time. */
  teachers: string[]
  /** The date of the last lesson held; absent where there is none. */
  lastHeld?: string
  /** Lessons lacking something, by date and bell. A missing mark alone is no gap. */
  gaps: LessonGaps[]
}

/** Sums over the journals of a teacher or a class. */
export interface KeepingGroup extends KeepingCounts {
  /** Staff id or class id. */
  id: string
  journals: JournalKeeping[]
}

/** The time looked at, both days included, and the school's date. */
export interface KeepingTime {
  from: string
  to: string
  today: string
}

/** What a lesson holds, as far as its keeping goes. */
export interface KeptLesson extends Pick<Lesson, 'key' | 'date' | 'bell' | 'roll'> {
  held: boolean
  cancelled: boolean
  topic: boolean
  homework: boolean
  /** Marks given at it. */
  marks: number
}

/** How one journal is kept (rules.md, 5.2.4). */
export function keepingOf(
  school: SchoolView,
  key: JournalKey,
  view: JournalView,
  time: KeepingTime,
): JournalKeeping {
  const marks = new Map<LessonKey, number>()
  for (const { lesson } of view.marks) marks.set(lesson, (marks.get(lesson) ?? 0) + 1)
  const lessons = view.lessons.map((lesson): KeptLesson => {
    const { roll, topic, homework } = gapsOf({ ...view, marks: [] }, lesson)
    return {
      ...lesson,
      cancelled: lesson.cancelled !== undefined,
      roll: !roll,
      topic: !topic,
      homework: !homework,
      marks: marks.get(lesson.key) ?? 0,
    }
  })
  return keepingOfLessons(school, key, lessons, time)
}

/** The same of lessons that were counted before, by date and bell. */
export function keepingOfLessons(
  school: SchoolView,
  key: JournalKey,
  lessons: readonly KeptLesson[],
  { from, to, today }: KeepingTime,
): JournalKeeping {
  const counts = nothing()
  const gaps: LessonGaps[] = []
  const course = { school, key, lessons, today }
  const unopened = ({ state, timetabled }: JournalPlace) => state === 'unkept' && timetabled
  for (const { key: lesson, date, bell } of journalPlaces(course, from, to).filter(unopened)) {
    counts.unopened++
    gaps.push({ key: lesson, date, bell, missing: ['opened'] })
  }
  const held = lessons.filter((lesson) => lesson.held && lesson.date >= from && lesson.date <= to)
  for (const lesson of held) {
    const { roll, topic, marks } = lesson
    // The youngest are given none.
    const homework = lesson.homework || school.classes.get(key.class)?.grade === 1
    counts.held++
    counts.noRoll += Number(!roll)
    counts.noTopic += Number(!topic)
    counts.noHomework += Number(!homework)
    counts.marks += marks
    counts.noMarks += Number(marks === 0)
    const missing: KeepingGap[] = []
    if (!roll) missing.push('roll')
    if (!topic) missing.push('topic')
    if (!homework) missing.push('homework')
    if (missing.length > 0) gaps.push({ key: lesson.key, date: lesson.date, bell: lesson.bell, missing })
  }
  const assigned = school.assignments.filter((a) => sameJournal(a, key) && covers(a, to))
  const last = held.at(-1)?.date
  return {
    ...key,
    ...counts,
    teachers: [...new Set(assigned.map(({ teacher }) => teacher))],
    ...(last === undefined ? {} : { lastHeld: last }),
    gaps: gaps.sort(by(({ date, bell }) => `${date},${String(bell).padStart(2, '0')}`)),
  }
}

/** How the journals given (by name) are kept, in order of their names. */
export function keepingOverview(
  school: SchoolView,
  journals: ReadonlyMap<string, JournalView>,
  time: KeepingTime,
): JournalKeeping[] {
  return [...journals.entries()].sort(by(([name]) => name)).flatMap(([name, view]) => {
    const key = readJournalName(name)
    return key ? [keepingOf(school, key, view, time)] : []
  })
}

/** The overview by teacher, in order of names; a journal of two teachers stands with both. */
export function byTeacher(
  { staff }: Pick<SchoolView, 'staff'>,
  overview: readonly JournalKeeping[],
): KeepingGroup[] {
  const person = (id: string) => staff.get(id) ?? { id, last: id, first: '' }
  return grouped(overview, ({ teachers }) => teachers).sort((a, b) =>
    compareNames(person(a.id), person(b.id)),
  )
}

/** The overview by class, by grade and letter. */
export function byClass(
  { classes }: Pick<SchoolView, 'classes'>,
  overview: readonly JournalKeeping[],
): KeepingGroup[] {
  const order = (id: string) => {
    const found = classes.get(id)
    return found ? `${String(found.grade).padStart(2, '0')}${found.letter}` : id
  }
  return grouped(overview, (journal) => [journal.class]).sort(by(({ id }) => order(id)))
}

function grouped(
  overview: readonly JournalKeeping[],
  idsOf: (journal: JournalKeeping) => readonly string[],
): KeepingGroup[] {
  const groups = new Map<string, KeepingGroup>()
  for (const journal of overview) {
    for (const id of idsOf(journal)) {
      const group = groups.get(id) ?? { id, journals: [], ...nothing() }
      group.journals.push(journal)
      for (const count of countNames) group[count] += journal[count]
      groups.set(id, group)
    }
  }
  return [...groups.values()]
}

const countNames = ['held', 'unopened', 'noRoll', 'noTopic', 'noHomework', 'marks', 'noMarks'] as const

function nothing(): KeepingCounts {
  return { held: 0, unopened: 0, noRoll: 0, noTopic: 0, noHomework: 0, marks: 0, noMarks: 0 }
}
