import type { Capacity } from '../ledger/attributes.ts'
import {
  classDocument,
  type DocumentId,
  type DocumentName,
  type JournalKey,
  journalDocument,
  readDocumentId,
  schoolDocument,
} from '../ledger/documents.ts'
import { journals, type SchoolView } from '../school/school-view.ts'
import {
  type Actor,
  addDays,
  assignmentsOf,
  graceDays,
  type Policy,
  sameJournal,
  substitutionsOf,
} from './policy.ts'

/** Whether an actor may read a document on a date (`YYYY-MM-DD`, the school's). ledger.md, 4. */
export function mayRead(policy: Policy, actor: Actor, document: DocumentId, today: string): boolean {
  const name = readDocumentId(document)
  return name !== null && mayReadNamed(policy, actor, name, today)
}

function mayReadNamed(policy: Policy, actor: Actor, name: DocumentName, today: string): boolean {
  const { school } = policy
  if (name.kind === 'thread') return isClassTeacherOf(policy, actor, name.pupil)
  if (actor.office) return true
  if (actor.person === '' || !school.staff.has(actor.person)) return false
  switch (name.kind) {
    case 'school':
      return true
    case 'family':
      return isClassTeacherOf(policy, actor, name.pupil)
    case 'advice':
      return (name.of === undefined && name.person === actor.person) || school.consultant === actor.person
    case 'class':
      return readsClass(policy, actor.person, name.class, today)
    case 'journal':
      return (
        leadsClass(policy, actor.person, name.class) ||
        school.assignments.some((a) => a.teacher === actor.person && sameJournal(a, name)) ||
        substitutes(school, actor.person, today).some((key) => sameJournal(key, name))
      )
  }
}

/** Class teacher now, or until so recently that what he wrote may still be on its way. */
function leadsClass({ school, formerClassTeachers }: Policy, person: string, classId: string): boolean {
  return (
    school.classes.get(classId)?.classTeacher === person ||
    (formerClassTeachers.get(classId)?.has(person) ?? false)
  )
}

function readsClass(policy: Policy, person: string, classId: string, today: string): boolean {
  return (
    leadsClass(policy, person, classId) ||
    policy.school.assignments.some((a) => a.class === classId && a.teacher === person) ||
    substitutes(policy.school, person, today).some((key) => key.class === classId)
  )
}

/** Journals a substitute reads: from the announcement to 14 days after the lesson. */
function substitutes(school: SchoolView, person: string, today: string): JournalKey[] {
  return school.substitutions.filter((s) => s.teacher === person && today <= addDays(s.date, graceDays))
}

function isClassTeacherOf(policy: Policy, actor: Actor, pupil: string): boolean {
  for (const classId of policy.classesOf(pupil)) {
    if (policy.school.classes.get(classId)?.classTeacher === actor.person && actor.person !== '') return true
  }
  return false
}

/**
 * In what capacity an actor writes or ever wrote in a document; undefined for somebody who never might. Whoever once
 * held a right may still deliver what waits on his tablet, even where he may no longer read.
 */
export function standing(policy: Policy, actor: Actor, name: DocumentName): Capacity | undefined {
  const { person, office } = actor
  if (office) return 'office'
  if (person === '') return undefined
  if (name.kind === 'journal') {
    if (assignmentsOf(policy, name, person).length > 0) return 'assigned'
    if (substitutionsOf(policy, name, person).length > 0) return 'substitute'
  }
  if (name.kind === 'advice') {
    if (name.of === undefined && name.person === person) return 'assigned'
  } else if (name.kind !== 'school') {
    const classes = 'class' in name ? [name.class] : policy.everIn(name.pupil)
    for (const id of classes) if (leadsClass(policy, person, id)) return 'classTeacher'
  }
  return policy.formerOffice.has(person) ? 'office' : undefined
}

/**
 * Documents a staff member's tablet keeps, those of today's lessons first: the school, the classes taught or led,
 * the journals assigned, substituted or of the own class. The office's tablet keeps the school and what is its own;
 * other journals are opened on demand.
 */
export function documentsOf(policy: Policy, person: string, today: string): DocumentId[] {
  const { school } = policy
  const mine: Actor = { person, office: false }
  const year = yearOn(school, today)
  const keys = journals(school).filter(
    (key) =>
      (year === undefined || school.classes.get(key.class)?.year === year) &&
      mayRead(policy, mine, journalDocument(key), today),
  )
  const weekday = ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
  const isToday = (key: JournalKey) =>
    school.slots.some((slot) => slot.weekday === weekday && sameJournal(slot, key)) ||
    school.substitutions.some((s) => s.date === today && s.teacher === person && sameJournal(s, key))
  const isOwn = (key: JournalKey) =>
    school.assignments.some((a) => a.teacher === person && sameJournal(a, key)) ||
    school.substitutions.some((s) => s.teacher === person && sameJournal(s, key))
  const first = keys.filter((key) => isOwn(key) && isToday(key))
  const second = keys.filter((key) => isOwn(key) && !isToday(key))
  const rest = keys.filter((key) => !isOwn(key))
  const led = [...school.classes.values()]
    .filter(({ classTeacher }) => classTeacher === person)
    .map(({ id }) => id)
  const classesOf = (list: JournalKey[]) => list.map((key) => classDocument(key.class))
  return [
    ...new Set<DocumentId>([
      schoolDocument,
      ...classesOf(first),
      ...first.map(journalDocument),
      ...classesOf(second),
      ...second.map(journalDocument),
      ...led.map(classDocument),
      ...rest.map(journalDocument),
    ]),
  ]
}

/** Id of the school year that holds a date, else of the last one that began before it. */
export function yearOn(school: SchoolView, date: string): string | undefined {
  const begun = school.years.filter((year) => year.starts <= date)
  return (begun.at(-1) ?? school.years[0])?.id
}
