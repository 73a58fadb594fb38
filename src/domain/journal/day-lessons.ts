import {
  type JournalKey,
  journalName,
  type LessonKey,
  lessonKey,
  readJournalName,
  readLessonKey,
} from '../ledger/documents.ts'
import { sameJournal } from '../policy/policy.ts'
import { lessonAt, lessonsOn, type PlannedLesson } from '../school/calendar.ts'
import { by, covers, type SchoolView } from '../school/school-view.ts'
import { type Lesson, unopenedLesson } from './journal-view.ts'

/** Where a lesson stands: its date and its bell. */
export interface Hour {
  date: string
  bell: number
}

/** A lesson of a person's day: what timetable, substitutions and the journal itself say of it together. */
export interface DayLesson extends PlannedLesson {
  key: LessonKey
  lesson: Lesson
  /**
   * `here` to be held or held at this hour; `cancelled` called off here; `away` moved from this hour to another, which
   * `lesson` tells.
   */
  standing: 'here' | 'cancelled' | 'away'
  /** Where a lesson that stands here was moved from. */
  movedFrom?: Hour
}

/** Lessons of journals by the journals' names; of a journal that is absent nothing is known but the timetable. */
export type KnownLessons = ReadonlyMap<string, readonly Lesson[]>

/**
 * A person's lessons of a date by bell and journal: the timetable's and substitutions', as far as no journal moved
 * them away or called them off, and what journals put there besides. Lessons that somebody else holds instead of the
 * person are listed too.
 */
export function dayLessons(
  school: SchoolView,
  date: string,
  person: string,
  known: KnownLessons,
): DayLesson[] {
  const lessons: DayLesson[] = []
  const planned = new Set<string>()
  const put = (place: PlannedLesson, lesson: Lesson) => {
    const birth = readLessonKey(lesson.key)
    const moved = !sameHour(lesson, birth)
    const away = moved && !sameHour(lesson, place)
    const teachers = moved ? keepersOf(school, place, birth) : place.teachers
    const mine = teachers.includes(person) || (place.substituted && assignedOn(school, place, person))
    if (!mine) return
    lessons.push({
      ...place,
      teachers,
      key: lesson.key,
      lesson,
      standing: away ? 'away' : lesson.cancelled !== undefined ? 'cancelled' : 'here',
      ...(moved && !away ? { movedFrom: { date: birth.date, bell: birth.bell } } : {}),
    })
  }
  for (const place of lessonsOn(school, date)) {
    const key = lessonKey(date, place.bell)
    planned.add(`${journalName(place)} ${key}`)
    put(place, known.get(journalName(place))?.find((it) => it.key === key) ?? unopenedLesson(key))
  }
  for (const [name, own] of known) {
    const journal = readJournalName(name)
    if (!journal) continue
    for (const lesson of own) {
      const birth = readLessonKey(lesson.key)
      const isPlanned = planned.has(`${name} ${lesson.key}`)
      if (birth.date === date && !sameHour(lesson, birth) && !isPlanned)
        put(lessonAt(school, journal, date, birth.bell), lesson)
      if (lesson.date === date && (!isPlanned || !sameHour(lesson, birth)))
        put(lessonAt(school, journal, date, lesson.bell), lesson)
    }
  }
  return lessons.sort(by((it) => `${String(it.bell).padStart(2, '0')},${journalName(it)},${it.key}`))
}

/** Who holds a moved lesson: the substitute of the hour it stands at or was born at, else the assigned teachers. */
function keepersOf(school: SchoolView, place: PlannedLesson, birth: Hour): string[] {
  if (place.substituted) return place.teachers
  const born = lessonAt(school, place, birth.date, birth.bell)
  return born.substituted ? born.teachers : place.teachers
}

function assignedOn(school: SchoolView, place: PlannedLesson, person: string): boolean {
  return school.assignments.some(
    (a) => a.teacher === person && sameJournal(a, place) && covers(a, place.date),
  )
}

/**
 * The day in the pieces a person teaches it in: lessons of different journals that one person holds at one hour are
 * one lesson (класс-комплект, joined groups), and called off together are one too; every other is alone.
 */
export function jointLessons(day: readonly DayLesson[], person: string): DayLesson[][] {
  const pieces: DayLesson[][] = []
  for (const lesson of day) {
    const goesWith = (it: DayLesson) =>
      it.standing !== 'away' &&
      it.standing === lesson.standing &&
      it.bell === lesson.bell &&
      it.teachers.includes(person) &&
      !sameJournal(it, lesson)
    const joined = lesson.teachers.includes(person) && pieces.find((piece) => piece.every(goesWith))
    if (joined) joined.push(lesson)
    else pieces.push([lesson])
  }
  return pieces
}

/** Journals that a person keeps or substitutes in on a date or ever did, in order of their names. */
export function keptJournals(school: SchoolView, person: string): JournalKey[] {
  const keys = new Map<string, JournalKey>()
  for (const it of [...school.assignments, ...school.substitutions]) {
    if (it.teacher !== person) continue
    const key = { class: it.class, subject: it.subject, ...(it.group ? { group: it.group } : {}) }
    keys.set(journalName(key), key)
  }
  return [...keys.values()].sort(by(journalName))
}

/**
 * The key for a lesson that is put at an hour by hand: the first ordinal that no lesson of the journal was born with.
 * A lesson moved away keeps its key, so what comes to its hour takes the next one. Undefined where a lesson of this
 * journal stands already.
 */
export function freeLessonKey(
  school: SchoolView,
  journal: JournalKey,
  lessons: readonly Lesson[],
  { date, bell }: Hour,
): LessonKey | undefined {
  if (lessons.some((it) => sameHour(it, { date, bell }) && it.cancelled === undefined)) return undefined
  const born = new Set(lessons.map(({ key }) => key))
  let ordinal = 0
  while (born.has(lessonKey(date, bell, ordinal))) ordinal++
  // The timetable's own lesson, which nobody has opened yet, is the first of its hour.
  const timetabled = lessonsOn(school, date, { class: journal.class }).some(
    (it) => it.bell === bell && sameJournal(it, journal),
  )
  return ordinal === 0 && timetabled ? undefined : lessonKey(date, bell, ordinal)
}

/** What stands at an hour that a lesson is to come to. */
export interface Meeting {
  /**
   * `same`: the journal has a lesson there already; `class`: the same pupils are to be in both; `teacher`: the same
   * person holds both.
   */
  kind: 'same' | 'class' | 'teacher'
  lesson: PlannedLesson
}

/**
 * What a lesson of a journal would meet at an hour, as far as is known: lessons of its class (a parallel group is none)
 * and those of its teacher. `own` are the teacher's lessons of that date.
 */
export function meetings(
  school: SchoolView,
  journal: JournalKey,
  { date, bell }: Hour,
  own: readonly DayLesson[],
): Meeting[] {
  const found = new Map<string, Meeting>()
  const put = (lesson: PlannedLesson) => {
    const shares = lesson.class === journal.class && sharesPupils(lesson, journal)
    const kind = sameJournal(lesson, journal) ? 'same' : shares ? 'class' : 'teacher'
    found.set(journalName(lesson), { kind, lesson })
  }
  const here = own.filter((it) => it.bell === bell)
  for (const lesson of lessonsOn(school, date, { class: journal.class })) {
    // Of the person's own lessons his journals know better than the timetable.
    const known = here.some((it) => sameJournal(it, lesson))
    if (lesson.bell === bell && !known && sharesPupils(lesson, journal)) put(lesson)
  }
  for (const lesson of here) if (lesson.standing === 'here') put(lesson)
  return [...found.values()]
}

function sharesPupils(lesson: JournalKey, journal: JournalKey): boolean {
  return !lesson.group || !journal.group || lesson.group === journal.group
}

/** Whether two lessons are at one hour. */
export function sameHour(a: Hour, b: Hour): boolean {
  return a.date === b.date && a.bell === b.bell
}
