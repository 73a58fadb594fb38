import { attributeSpec, type Capacity, isAttribute } from '../ledger/attributes.ts'
import {
  type DocumentName,
  type JournalKey,
  type LessonKey,
  lessonOf,
  readLessonKey,
  schoolVoice,
} from '../ledger/documents.ts'
import type { Fact } from '../ledger/fact.ts'
import type { VoidReason } from '../ledger/receipt.ts'
import { covers, type Period, type SchoolView } from '../school/school-view.ts'
import {
  type Actor,
  addDays,
  assignmentsOf,
  type FamilyRight,
  graceDays,
  type Policy,
  sameJournal,
  substitutionsOf,
} from './policy.ts'

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
  /** Where a moved lesson stands now; undefined where it stands at its slot of birth. */
  movedTo: (lesson: LessonKey) => { date: string; bell: number } | undefined
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
  if (spec.ownName && !isOwnName(actor, document, name)) return { kind: 'refuse' }
  let granted: Judgement = { kind: 'refuse' }
  for (const capacity of spec.by) {
    const found = inCapacity(policy, document, actor, capacity, name, at)
    if (found.kind === 'ok' || (found.kind === 'void' && granted.kind === 'refuse')) granted = found
    if (found.kind === 'ok') break
  }
  if (granted.kind === 'refuse') return granted
  if (
    granted.kind === 'ok' &&
    document.kind === 'journal' &&
    spec.free !== true &&
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
      return asOffice(policy, document, actor, at)
    case 'classTeacher':
      return asClassTeacher(policy, document, actor, at)
    case 'assigned':
      if (document.kind === 'advice') return asAsker(policy, document, actor)
      return document.kind === 'journal'
        ? asAssigned(policy, document, actor.person, name, at)
        : { kind: 'refuse' }
    case 'substitute':
      return document.kind === 'journal'
        ? asSubstitute(policy, document, actor.person, name, at)
        : { kind: 'refuse' }
    case 'family':
      return asFamily(policy, document, actor, name, at)
    case 'relay':
    case 'import':
      return { kind: 'refuse' }
  }
}

/** A taken away office role has no grace in the school document: it would let a person give rights to himself. */
function asOffice(policy: Policy, document: DocumentName, actor: Actor, at: Reception): Judgement {
  const as = 'office'
  // Whom the office names as consultant answers for it.
  const answers = document.kind === 'advice' && policy.school.consultant === actor.person
  if (actor.office || (answers && actor.person !== '')) return { kind: 'ok', as }
  const end = policy.formerOffice.get(actor.person)
  if (end === undefined) return { kind: 'refuse' }
  return document.kind !== 'school' && end + grace >= at.receivedAt
    ? { kind: 'ok', as }
    : { kind: 'void', as, reason: 'dutyEnded' }
}

function asClassTeacher(policy: Policy, document: DocumentName, { person }: Actor, at: Reception): Judgement {
  if (person === '' || document.kind === 'school' || document.kind === 'advice') return { kind: 'refuse' }
  const as = 'classTeacher'
  const leads = (id: string) => policy.school.classes.get(id)?.classTeacher === person
  const now = 'class' in document ? [document.class] : [...policy.classesOf(document.pupil)]
  if (now.some(leads)) return { kind: 'ok', as }
  const ends = now.flatMap((id) => policy.formerClassTeachers.get(id)?.get(person) ?? [])
  if (ends.some((end) => end + grace >= at.receivedAt)) return { kind: 'ok', as }
  const ever = 'class' in document ? now : [...policy.everIn(document.pupil)]
  const held = ever.some((id) => leads(id) || policy.formerClassTeachers.get(id)?.has(person))
  return held ? { kind: 'void', as, reason: 'dutyEnded' } : { kind: 'refuse' }
}

/** Every member of the staff may ask, each in the own document. */
function asAsker(
  { school }: Policy,
  { person, of }: Extract<DocumentName, { kind: 'advice' }>,
  actor: Actor,
): Judgement {
  const own = of === undefined && person === actor.person && school.staff.has(person)
  return own ? { kind: 'ok', as: 'assigned' } : { kind: 'refuse' }
}

/**
 * In a thread everybody writes in his own name, a guardian only while his right holds: a right that ended has no grace.
 * In the family's document guardians alone write: a pupil gives no consent through his diary.
 */
function asFamily(
  policy: Policy,
  document: DocumentName,
  actor: Actor,
  name: string,
  { today }: Reception,
): Judgement {
  const right = rightOver(document, actor, name)
  if (document.kind === 'family' && right?.person === document.pupil) return { kind: 'refuse' }
  const holds = right !== undefined && covers(right, today) && policy.classesOf(right.pupil).size > 0
  return holds ? { kind: 'ok', as: 'family' } : { kind: 'refuse' }
}

function rightOver(document: DocumentName, actor: Actor, name: string): FamilyRight | undefined {
  if (document.kind === 'thread' || document.kind === 'family') return rightIn(actor, document.pupil, name)
  if (document.kind !== 'advice') return undefined
  const { person, of } = document
  return actor.family?.find((right) => right.pupil === of && right.person === person)
}

function rightIn(actor: Actor, pupil: string, name: string): FamilyRight | undefined {
  const person = name.split(',')[1]
  return actor.family?.find((right) => right.pupil === pupil && right.person === person)
}

/** Whether an entity of a thread stands in the name of who writes: the school's for its staff. */
function isOwnName(actor: Actor, document: DocumentName, name: string): boolean {
  if (document.kind !== 'thread') return true
  if (rightIn(actor, document.pupil, name)) return true
  return actor.person !== '' && name.split(',')[1] === schoolVoice
}

/** What is about no lesson (plan, period marks) needs an assignment that has not ended, or has so recently. */
function asAssigned(policy: Policy, key: JournalKey, person: string, name: string, at: Reception): Judgement {
  const mine = assignmentsOf(policy, key, person)
  if (mine.length === 0) return { kind: 'refuse' }
  const as = 'assigned'
  const date = placesOf(name, at)[0]?.date
  const then = date === undefined ? mine : mine.filter((a) => covers(a, date))
  if (then.length === 0) return { kind: 'void', as, reason: 'notAssignedThen' }
  return then.some(({ to }) => to === undefined || at.today <= addDays(to, graceDays))
    ? { kind: 'ok', as }
    : { kind: 'void', as, reason: 'assignmentEnded' }
}

function asSubstitute(
  policy: Policy,
  key: JournalKey,
  person: string,
  name: string,
  at: Reception,
): Judgement {
  const mine = substitutionsOf(policy, key, person)
  if (mine.length === 0) return { kind: 'refuse' }
  const as = 'substitute'
  const places = placesOf(name, at)
  const then = mine.filter((s) => places.some(({ date, bell }) => s.date === date && s.bell === bell))
  if (then.length === 0) return { kind: 'void', as, reason: 'notAssignedThen' }
  const stands = then.some(
    (s) => at.today <= addDays(s.date, graceDays) && (!('withdrawn' in s) || s.withdrawn >= s.date),
  )
  return stands ? { kind: 'ok', as } : { kind: 'void', as, reason: 'substitutionEnded' }
}

/** Where the lesson of an entity stands now, then where it was born; empty for plan and period marks. */
function placesOf(name: string, { movedTo }: Reception): { date: string; bell: number }[] {
  const lesson = lessonOf(name)
  if (!lesson) return []
  const moved = movedTo(lesson)
  return [...(moved ? [moved] : []), readLessonKey(lesson)]
}

function isLocked(school: SchoolView, key: JournalKey, actor: Actor, fact: Fact, at: Reception): boolean {
  const { person } = actor
  const permitted = school.permissions.some(
    (p) => p.teacher === person && sameJournal(p, key) && at.today <= p.until,
  )
  if (permitted) return false
  const [, name, attribute, value] = fact
  if (attribute === 'periodmark' || attribute === 'periodmark.reason')
    return isPeriodLocked(school, name.split(',')[1] ?? '', at.today)
  const [now, birth] = placesOf(name, at)
  const dates = [now?.date]
  // Where a move takes the lesson; a move taken back takes it to its birth.
  if (attribute === 'lesson.moved') dates.push((value as { date: string } | null)?.date ?? birth?.date)
  return dates.some((date) => date !== undefined && lockOn(school, key.class, date, at.today) !== undefined)
}

/** Whether a period is locked on the school's date `today`. */
export function isPeriodLocked({ locks }: Pick<SchoolView, 'locks'>, period: string, today: string): boolean {
  return locks.has(period) && (locks.get(period) ?? '') <= today
}

/** The period that holds a date for a class, if it is locked `today` (rules.md, Time). */
export function lockOn(school: SchoolView, classId: string, date: string, today: string): Period | undefined {
  const grade = school.classes.get(classId)?.grade ?? 1
  return school.periods.find(
    (period) =>
      isPeriodLocked(school, period.id, today) &&
      isPeriodFor(grade, period.kind) &&
      period.starts <= date &&
      date <= period.ends,
  )
}

/** Grades 1-9 live by quarters, or by trimesters where the school's year has those; 10-11 by half-years. */
export function isPeriodFor(grade: number, kind: Period['kind']): boolean {
  return (kind === 'half') === grade >= 10
}
