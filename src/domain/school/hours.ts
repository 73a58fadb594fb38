import type { Lesson } from '../journal/journal-view.ts'
import { type JournalKey, journalName, readJournalName } from '../ledger/documents.ts'
import { sameJournal } from '../policy/policy.ts'
import { compareNames } from './names.ts'
import { by, covers, type SchoolView } from './school-view.ts'

/** Hours of a teacher in a month, for pay (rules.md, 1.1). An hour is a bell of a day, however many journals it fills. */
export interface TeacherHours {
  /** Staff id. */
  teacher: string
  /** `YYYY-MM` */
  month: string
  /** Hours held in the teacher's own journals. */
  own: number
  /** Hours held in place of a colleague, and in no own journal at the same time. */
  substituted: number
  /** Lessons written beside others of the same hour: joint lessons and класс-комплект. They are in no other figure. */
  joined: number
  journals: JournalHours[]
}

/** Lessons of one journal among a teacher's hours of a month. */
export interface JournalHours extends JournalKey {
  own: number
  substituted: number
}

/** A lesson held by somebody who is not assigned to its journal. */
export interface SubstitutedLesson extends JournalKey {
  date: string
  bell: number
  /** Who held it. */
  teacher: string
  /** Who is assigned to it on that date. */
  instead: string[]
  /** The office arranged it. */
  arranged: boolean
}

interface TaughtLesson extends SubstitutedLesson {
  own: boolean
}

/** What is asked of a lesson. */
type TimedLesson = Pick<Lesson, 'date' | 'bell' | 'teacher'> & { held: boolean | null }
type Journals = ReadonlyMap<string, { lessons: readonly TimedLesson[] }>
type People = Pick<SchoolView, 'assignments' | 'substitutions' | 'staff'>

/**
 * Hours held by each teacher in each month, from `from` to `to` (both included), by name and month. Who held a lesson
 * is who opened it, else the substitute the office named, else who is assigned on the date; of several assigned who
 * did not say, the first. Lessons nobody can be named for are left out: `unattributed` lists them.
 */
export function hoursByTeacher(school: People, journals: Journals, from: string, to: string): TeacherHours[] {
  const months = new Map<string, TaughtLesson[]>()
  for (const lesson of taught(school, journals, from, to)) {
    if (lesson.teacher === '') continue
    const place = `${lesson.teacher},${lesson.date.slice(0, 7)}`
    const month = months.get(place)
    if (month) month.push(lesson)
    else months.set(place, [lesson])
  }
  return [...months.values()].map(hoursOf).sort((a, b) => {
    const x = school.staff.get(a.teacher) ?? { id: a.teacher, last: a.teacher, first: '' }
    const y = school.staff.get(b.teacher) ?? { id: b.teacher, last: b.teacher, first: '' }
    return compareNames(x, y) || a.month.localeCompare(b.month)
  })
}

/** Lessons held by somebody else than the assigned teachers, by date and bell: the journal of substitutions. */
export function substitutedLessons(
  school: People,
  journals: Journals,
  from: string,
  to: string,
): SubstitutedLesson[] {
  return taught(school, journals, from, to)
    .filter(({ own, teacher }) => !own && teacher !== '')
    .map(({ own: _, ...lesson }) => lesson)
    .sort(inOrder)
}

/** Lessons held of which nobody can be named, by date and bell: neither opened by anybody known nor assigned. */
export function unattributed(
  school: People,
  journals: Journals,
  from: string,
  to: string,
): (JournalKey & { date: string; bell: number })[] {
  return taught(school, journals, from, to)
    .filter(({ teacher }) => teacher === '')
    .map(({ class: schoolClass, subject, group, date, bell }) => ({
      class: schoolClass,
      subject,
      ...(group ? { group } : {}),
      date,
      bell,
    }))
    .sort(inOrder)
}

function taught(school: People, journals: Journals, from: string, to: string): TaughtLesson[] {
  const found: TaughtLesson[] = []
  for (const [name, { lessons }] of journals) {
    const key = readJournalName(name)
    if (!key) continue
    const assignments = school.assignments.filter((a) => sameJournal(a, key))
    const substitutions = school.substitutions.filter((s) => sameJournal(s, key))
    for (const lesson of lessons) {
      if (!lesson.held || lesson.date < from || lesson.date > to) continue
      const assigned = assignments.filter((a) => covers(a, lesson.date)).map(({ teacher }) => teacher)
      const substitute = substitutions.find((s) => standsAt(s, lesson))?.teacher
      const teacher = lesson.teacher ?? substitute ?? assigned[0] ?? ''
      found.push({
        ...key,
        date: lesson.date,
        bell: lesson.bell,
        teacher,
        instead: [...new Set(assigned)],
        arranged: substitute === teacher,
        own: assigned.includes(teacher),
      })
    }
  }
  return found
}

const inOrder = by(
  (l: JournalKey & { date: string; bell: number }) =>
    `${l.date},${String(l.bell).padStart(2, '0')},${journalName(l)}`,
)

function standsAt(place: { date: string; bell: number }, lesson: TimedLesson): boolean {
  return place.date === lesson.date && place.bell === lesson.bell
}

/** `lessons`: of one teacher and month, at least one. */
function hoursOf(lessons: readonly TaughtLesson[]): TeacherHours {
  const { teacher, date } = lessons[0]!
  const hours = new Map<string, boolean>()
  const journals = new Map<string, JournalHours>()
  for (const { class: schoolClass, subject, group, own, ...place } of lessons) {
    const hour = `${place.date},${place.bell}`
    hours.set(hour, own || (hours.get(hour) ?? false))
    const name = journalName({ class: schoolClass, subject, group })
    const journal = journals.get(name) ?? {
      class: schoolClass,
      subject,
      ...(group ? { group } : {}),
      own: 0,
      substituted: 0,
    }
    journal[own ? 'own' : 'substituted']++
    journals.set(name, journal)
  }
  const own = [...hours.values()].filter((isOwn) => isOwn).length
  return {
    teacher,
    month: date.slice(0, 7),
    own,
    substituted: hours.size - own,
    joined: lessons.length - hours.size,
    journals: [...journals.entries()].sort(by(([name]) => name)).map(([, journal]) => journal),
  }
}
