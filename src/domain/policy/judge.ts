import { attributeSpec, type Capacity, isAttribute } from '../ledger/attributes.ts'
import {
  type DocumentName,
  type JournalKey,
  type LessonKey,
  lessonOf,
  readLessonKey,
} from '../ledger/documents.ts'
import type { Fact } from '../ledger/fact.ts'
import type { VoidReason } from '../ledger/receipt.ts'
import { covers, type Period, type SchoolView } from '../school/school-view.ts'
import { type Actor, addDays, graceDays, type Policy, sameJournal, substitutionsOf } from './policy.ts'

/** What the relay answers about one fact: it counts, it is kept but does not count, or no honest app sends it. */
export type Judgement =
  | { kind: 'ok'; as: Capacity }
  | { kind: 'void'; as: Capacity; reason: VoidReason }
  | { kind: 'refuse' }

/** Circumstances of reception; the device's time never counts. */
export interface Reception {
  /** The school's date when the relay received the fact. */
  today: string
  /** ms since 1970. */
  receivedAt: number
  /** Date of a lesson that was moved; undefined where it stands at its slot of birth. */
  movedTo: (lesson: LessonKey) => string | undefined
}

const grace = graceDays * 86_400_000

/**
 * Judges one fact of an authenticated author (ledger.md, 5): rights by the lesson's date with 14 days' grace for
 * delivery, period locks by the state at reception. Void is only for somebody who once held the right here.
 */
export function judge(
  policy: Policy,
  document: DocumentName,
  actor: Actor,
  fact: Fact,
  at: Reception,
): Judgement {
  const [, name, attribute] = fact
  if (!isAttribute(attribute)) return { kind: 'refuse' }
  const spec = attributeSpec(attribute)
  const tries = spec.by.map((capacity) => inCapacity(policy, document, actor, capacity, name, at))
  const granted = tries.find((it) => it.kind === 'ok') ?? tries.find((it) => it.kind === 'void')
  if (!granted) return { kind: 'refuse' }
  if (
    granted.kind === 'ok' &&
    document.kind === 'journal' &&
    isLocked(policy.school, document, actor, fact, at)
  )
    return { kind: 'void', as: granted.as, reason: 'periodLocked' }
  return granted
}

function inCapacity(
  policy: Policy,
  document: DocumentName,
  actor: Actor,
  capacity: Capacity,
  name: string,
  at: Reception,
): Judgement {
  switch (capacity) {
    case 'office':
      return actor.office ? { kind: 'ok', as: 'office' } : { kind: 'refuse' }
    case 'classTeacher':
      return asClassTeacher(policy, document, actor, at)
    case 'assigned':
      return document.kind === 'journal'
        ? asAssigned(policy.school, document, actor.person, dateOf(name, at) ?? at.today, at)
        : { kind: 'refuse' }
    case 'substitute':
      return document.kind === 'journal'
        ? asSubstitute(policy.school, document, actor.person, name, at)
        : { kind: 'refuse' }
    case 'family':
    case 'relay':
    case 'import':
      return { kind: 'refuse' }
  }
}

function asClassTeacher(policy: Policy, document: DocumentName, { person }: Actor, at: Reception): Judgement {
  if (person === '' || document.kind === 'school') return { kind: 'refuse' }
  const classes = 'class' in document ? [document.class] : [...policy.classesOf(document.pupil)]
  const as = 'classTeacher'
  if (classes.some((id) => policy.school.classes.get(id)?.classTeacher === person)) return { kind: 'ok', as }
  const ends = classes.flatMap((id) => policy.formerClassTeachers.get(id)?.get(person) ?? [])
  if (ends.length === 0) return { kind: 'refuse' }
  return Math.max(...ends) + grace >= at.receivedAt
    ? { kind: 'ok', as }
    : { kind: 'void', as, reason: 'dutyEnded' }
}

function asAssigned(
  school: SchoolView,
  key: JournalKey,
  person: string,
  date: string,
  at: Reception,
): Judgement {
  const as = 'assigned'
  const mine = school.assignments.filter((a) => a.teacher === person && sameJournal(a, key))
  if (mine.length === 0) return { kind: 'refuse' }
  const then = mine.some((a) => covers(a, date))
  if (then && mine.some((a) => covers(a, at.today))) return { kind: 'ok', as }
  // What is not about a lesson (plan, period marks) may still be delivered for a while after the end.
  const inGrace = mine.some(
    (a) => a.to !== undefined && a.to <= at.today && at.today <= addDays(a.to, graceDays),
  )
  const deliverable = then || date === at.today
  if (inGrace && deliverable) return { kind: 'ok', as }
  return { kind: 'void', as, reason: deliverable ? 'assignmentEnded' : 'notAssignedThen' }
}

function asSubstitute(
  school: SchoolView,
  key: JournalKey,
  person: string,
  name: string,
  at: Reception,
): Judgement {
  const lesson = lessonOf(name)
  const mine = substitutionsOf(school, key, person)
  if (mine.length === 0 || !lesson) return { kind: 'refuse' }
  const as = 'substitute'
  const { bell } = readLessonKey(lesson)
  const date = dateOf(name, at)
  const fits = mine.some((s) => s.date === date && s.bell === bell)
  if (!fits) return { kind: 'void', as, reason: 'notAssignedThen' }
  return date !== undefined && at.today <= addDays(date, graceDays)
    ? { kind: 'ok', as }
    : { kind: 'void', as, reason: 'substitutionEnded' }
}

/** Date of the lesson an entity belongs to; undefined for plan and period marks. */
function dateOf(name: string, { movedTo }: Reception): string | undefined {
  const lesson = lessonOf(name)
  return lesson ? (movedTo(lesson) ?? readLessonKey(lesson).date) : undefined
}

function isLocked(school: SchoolView, key: JournalKey, actor: Actor, fact: Fact, at: Reception): boolean {
  const { person } = actor
  const permitted = school.permissions.some(
    (p) => p.teacher === person && sameJournal(p, key) && at.today <= p.until,
  )
  if (permitted) return false
  const [, name, attribute, value] = fact
  if (attribute === 'periodmark') return school.locks.has(name.split(',')[1] ?? '')
  const dates = [dateOf(name, at)]
  if (attribute === 'lesson.moved' && value !== null) dates.push((value as { date: string }).date)
  return dates.some((date) => date !== undefined && lockOn(school, key.class, date) !== undefined)
}

/** The locked period that holds a date for a class: quarters for grades 1-9, half-years for 10-11 (rules.md, Time). */
export function lockOn(school: SchoolView, classId: string, date: string): Period | undefined {
  const kind = periodKind(school.classes.get(classId)?.grade ?? 1)
  return school.periods.find(
    (period) =>
      school.locks.has(period.id) && period.kind === kind && period.starts <= date && date <= period.ends,
  )
}

/** Grades 1-9 live by quarters, 10-11 by half-years. */
export function periodKind(grade: number): Period['kind'] {
  return grade >= 10 ? 'half' : 'quarter'
}
