import { type JournalKey, journalName } from '../ledger/documents.ts'
import { sameJournal } from '../policy/policy.ts'
import { lessonsOn, type PlannedLesson } from './calendar.ts'
import { compareNames } from './names.ts'
import { covers, type SchoolView, type StaffMember } from './school-view.ts'

/** A colleague who is free at a lesson. */
export interface Candidate {
  /** Staff id. */
  teacher: string
  teachesSubject: boolean
  teachesClass: boolean
  /** Lessons at school on that day anyway. */
  lessonsThatDay: number
  /** Substitutions of the month. */
  substitutions: number
}

/** A lesson to be given to somebody, and who is proposed for it; undefined where nobody is free. */
export interface Proposal {
  lesson: PlannedLesson
  candidates: Candidate[]
  proposed: string | undefined
}

/** Lessons of a teacher on a date that nobody else holds yet, by bell. */
export function lessonsOfAbsent(school: SchoolView, teacher: string, date: string): PlannedLesson[] {
  return lessonsOn(school, date, { teacher })
}

/**
 * Who may hold a lesson instead: free at its time (by the clock where bells differ), not away himself; first who
 * teaches the subject, then who teaches the class, then the others; among equals who has fewest substitutions in the
 * month, is at school that day, by name.
 */
export function candidatesFor(school: SchoolView, lesson: PlannedLesson): Candidate[] {
  const day = lessonsOn(school, lesson.date)
  const busy = new Set(day.filter((other) => isAtOnce(other, lesson)).flatMap(({ teachers }) => teachers))
  const away = awayOn(school, day)
  const month = lesson.date.slice(0, 7)
  const counts = new Map<string, number>()
  for (const { teacher, date } of school.substitutions)
    if (date.startsWith(month)) counts.set(teacher, (counts.get(teacher) ?? 0) + 1)
  const assigned = school.assignments.filter((a) => covers(a, lesson.date))
  const found = [...school.staff.values()]
    .filter(({ id, roles }) => roles.includes('teacher') && !busy.has(id) && !away.has(id))
    .filter(({ id }) => !lesson.teachers.includes(id))
    .sort(compareNames)
    .map(({ id }: StaffMember): Candidate => {
      const own = assigned.filter(({ teacher }) => teacher === id)
      return {
        teacher: id,
        teachesSubject: own.some(({ subject }) => subject === lesson.subject),
        teachesClass: own.some((a) => a.class === lesson.class),
        lessonsThatDay: day.filter(({ teachers }) => teachers.includes(id)).length,
        substitutions: counts.get(id) ?? 0,
      }
    })
  return found.sort((a, b) => compareCandidates(a, b))
}

/**
 * Proposals for lessons in order: nobody is proposed twice for one time, unless the lessons are held together, and
 * what was proposed before counts as his substitution.
 */
export function proposeFor(school: SchoolView, lessons: readonly PlannedLesson[]): Proposal[] {
  const taken: { lesson: PlannedLesson; teacher: string }[] = []
  return lessons.map((lesson) => {
    const together = taken.find(
      ({ lesson: other }) =>
        isAtOnce(other, lesson) && lesson.joint !== undefined && other.joint === lesson.joint,
    )
    const candidates = candidatesFor(school, lesson)
    const more = (id: string) => taken.filter(({ teacher }) => teacher === id).length
    const free = candidates
      .filter(({ teacher }) => !taken.some((one) => one.teacher === teacher && isAtOnce(one.lesson, lesson)))
      .map((one) => ({ ...one, substitutions: one.substitutions + more(one.teacher) }))
      .sort(compareCandidates)
    const proposed = together?.teacher ?? free[0]?.teacher
    if (proposed !== undefined) taken.push({ lesson, teacher: proposed })
    return { lesson, candidates, proposed }
  })
}

/** Who is assigned to a lesson, whoever holds it on that date. */
export function assignedTo(school: SchoolView, key: JournalKey, date: string): string[] {
  const own = school.assignments.filter((a) => sameJournal(a, key) && covers(a, date))
  return [...new Set(own.map(({ teacher }) => teacher))]
}

const rank = ({ teachesSubject, teachesClass }: Candidate) => (teachesSubject ? 0 : teachesClass ? 1 : 2)

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    rank(a) - rank(b) ||
    a.substitutions - b.substitutions ||
    Number(b.lessonsThatDay > 0) - Number(a.lessonsThatDay > 0)
  )
}

/** Who is away on a day: somebody else holds a lesson of his. */
function awayOn(school: SchoolView, day: readonly PlannedLesson[]): Set<string> {
  return new Set(
    day.filter(({ substituted }) => substituted).flatMap((lesson) => assignedTo(school, lesson, lesson.date)),
  )
}

/** Whether two lessons of a day overlap: by the clock, or by the bell where its time is not known. */
function isAtOnce(a: PlannedLesson, b: PlannedLesson): boolean {
  if (a.date !== b.date) return false
  if (a.starts === undefined || b.starts === undefined || a.ends === undefined || b.ends === undefined)
    return a.bell === b.bell
  return a.starts < b.ends && b.starts < a.ends
}

/** Names a lesson of a day. */
export function placeOf(lesson: JournalKey & { date: string; bell: number }): string {
  return `${journalName(lesson)} ${lesson.date} ${lesson.bell}`
}
