import type { JournalKey } from '../ledger/documents.ts'
import { entity } from '../ledger/documents.ts'
import type { Fold } from '../ledger/fold.ts'
import { readSchool, type SchoolView, type Substitution } from '../school/school-view.ts'

/** Days for which a right that has ended still delivers: a substitute teaches on Friday and syncs weeks later. */
export const graceDays = 14

/** Who acts: a staff member, a family, or an account that is office without being staff (a new server's administrator). */
export interface Actor {
  /** Staff id, or '' for an account without a person. */
  person: string
  office: boolean
}

/** What rights are judged by: the school as it stands and who was class teacher before. */
export interface Policy {
  school: SchoolView
  /** class -> person -> when that duty ended, ms since 1970, by the relay's receipt of the change. */
  formerClassTeachers: Map<string, Map<string, number>>
  /** Classes that a pupil belongs to now. */
  classesOf: (pupil: string) => ReadonlySet<string>
}

/** Builds the policy from the `school` document; `classesOf` comes from the class documents. */
export function readPolicy(school: Fold, classesOf: Policy['classesOf']): Policy {
  const view = readSchool(school)
  const formerClassTeachers = new Map<string, Map<string, number>>()
  for (const id of view.classes.keys()) {
    const history = school
      .history(entity.class(id), 'class')
      .filter((fate) => fate.receipt?.verdict === 'ok')
      .sort((a, b) => a.receipt!.receivedAt - b.receipt!.receivedAt)
    const ended = new Map<string, number>()
    history.forEach((fate, index) => {
      const teacher = classTeacherIn(fate.value)
      const next = history[index + 1]
      if (teacher === undefined || !next) return
      if (classTeacherIn(next.value) !== teacher) ended.set(teacher, next.receipt!.receivedAt)
    })
    formerClassTeachers.set(id, ended)
  }
  return { school: view, formerClassTeachers, classesOf }
}

function classTeacherIn(value: unknown): string | undefined {
  return (value as { classTeacher?: string } | null)?.classTeacher
}

/** Whether a staff member's record says office. */
export function isOffice(school: SchoolView, person: string): boolean {
  return school.staff.get(person)?.roles.includes('office') ?? false
}

/** Journal the assignment or substitution is about: the class, subject and group are equal. */
export function sameJournal(a: JournalKey, b: JournalKey): boolean {
  return a.class === b.class && a.subject === b.subject && (a.group ?? '') === (b.group ?? '')
}

/** Substitutions of a person in a journal. */
export function substitutionsOf(school: SchoolView, key: JournalKey, person: string): Substitution[] {
  return school.substitutions.filter((s) => s.teacher === person && sameJournal(s, key))
}

/** The date `days` after another, as `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000
  return new Date(time).toISOString().slice(0, 10)
}
