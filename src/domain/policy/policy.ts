import type { AttributeName, ValueOf } from '../ledger/attributes.ts'
import { entity, type JournalKey, journalName } from '../ledger/documents.ts'
import type { Fold } from '../ledger/fold.ts'
import { schoolDate } from '../school/school-date.ts'
import { type Assignment, readSchool, type SchoolView, type Substitution } from '../school/school-view.ts'
import { addDays } from './days.ts'

/** Days for which a right that has ended still delivers: a substitute teaches on Friday and syncs weeks later. */
export const graceDays = 14

export { addDays }

/** Who acts: a staff member, a family, or an account that is office without being staff (a new server's administrator). */
export interface Actor {
  /** Staff id, or '' for an account without a person. */
  person: string
  office: boolean
  /** As whom the account follows which pupils. */
  family?: readonly FamilyRight[] | undefined
}

/** That somebody may follow a pupil: a guardian, or (`person` is the pupil's id) the pupil. */
export interface FamilyRight {
  pupil: string
  person: string
  from?: string | undefined
  /** The first day without. */
  to?: string | undefined
}

/** A substitution that was withdrawn or given to somebody else. */
export type WithdrawnSubstitution = Substitution & {
  /** The school's date of the withdrawal. */
  withdrawn: string
}

/** What rights are judged by: the school as it stands, and who held a right before. */
export interface Policy {
  school: SchoolView
  /** Assignments that were deleted; `to` is at the latest the day after the deletion. */
  deletedAssignments: Assignment[]
  withdrawnSubstitutions: WithdrawnSubstitution[]
  /** class -> person -> when that duty ended, ms since 1970, by the relay's receipt of the change. */
  formerClassTeachers: Map<string, Map<string, number>>
  /** person -> when the office role was taken away, ms since 1970. */
  formerOffice: Map<string, number>
  /** Classes that a pupil belongs to now. */
  classesOf: (pupil: string) => ReadonlySet<string>
  /** Classes that a pupil ever belonged to. */
  everIn: (pupil: string) => ReadonlySet<string>
}

/**
 * Builds the policy from the `school` document; `classesOf` and `everIn` come from the class documents. `view`: the
 * document as it was read already.
 */
export function readPolicy(
  school: Fold,
  classesOf: Policy['classesOf'],
  everIn: Policy['everIn'] = classesOf,
  view: SchoolView = readSchool(school),
): Policy {
  const dateOf = (time: number) => schoolDate(time, view.profile?.timezone)
  const formerClassTeachers = new Map<string, Map<string, number>>()
  for (const { name, value, at } of ended(school, 'class', (it) => it.classTeacher)) {
    const id = name.slice(entity.class('').length)
    const former = formerClassTeachers.get(id) ?? new Map<string, number>()
    former.set(value.classTeacher!, at)
    formerClassTeachers.set(id, former)
  }
  const formerOffice = new Map<string, number>()
  for (const { value, at } of ended(school, 'staff', (it) => it.roles.includes('office') && it.id)) {
    formerOffice.set(value.id, at)
  }
  return {
    school: view,
    deletedAssignments: ended(school, 'assignment', (it) => it.teacher).map(({ value, at }) => {
      const end = addDays(dateOf(at), 1)
      return { ...value, to: value.to !== undefined && value.to < end ? value.to : end }
    }),
    withdrawnSubstitutions: ended(school, 'substitution', (it) => it.teacher).map(({ value, at }) => ({
      ...value,
      withdrawn: dateOf(at),
    })),
    formerClassTeachers,
    formerOffice,
    classesOf,
    everIn,
  }
}

/**
 * Values that stood once and were followed by one that names another holder or none, with the relay's time (ms) of
 * the change. An entity kind and its attribute share their name in the school document.
 */
function ended<A extends AttributeName>(
  fold: Fold,
  attribute: A,
  holder: (value: ValueOf<A>) => string | false | undefined,
): { name: string; value: ValueOf<A>; at: number }[] {
  const found: { name: string; value: ValueOf<A>; at: number }[] = []
  for (const name of fold.entities(attribute)) {
    const history = fold
      .history(name, attribute)
      .filter((fate) => fate.receipt?.verdict === 'ok')
      .sort((a, b) => a.receipt!.receivedAt - b.receipt!.receivedAt)
    const holderIn = (value: unknown) =>
      value === null ? undefined : holder(value as ValueOf<A>) || undefined
    history.forEach((fate, index) => {
      const next = history[index + 1]
      const held = holderIn(fate.value)
      if (held === undefined || !next || holderIn(next.value) === held) return
      found.push({ name, value: fate.value as ValueOf<A>, at: next.receipt!.receivedAt })
    })
  }
  return found
}

/** Whether a staff member's record says office. */
export function isOffice(school: SchoolView, person: string): boolean {
  return school.staff.get(person)?.roles.includes('office') ?? false
}

/** Journal the assignment or substitution is about: the class, subject and group are equal. */
export function sameJournal(a: JournalKey, b: JournalKey): boolean {
  return a.class === b.class && a.subject === b.subject && (a.group ?? '') === (b.group ?? '')
}

/** What policy says of a journal, found once for every state of the school: a year's upload asks a thousand times. */
interface JournalRights {
  assignments: Assignment[]
  substitutions: (Substitution | WithdrawnSubstitution)[]
}

const rightsByPolicy = new WeakMap<Policy, Map<string, JournalRights>>()

function rightsIn(policy: Policy, key: JournalKey): JournalRights {
  const known = rightsByPolicy.get(policy) ?? new Map<string, JournalRights>()
  rightsByPolicy.set(policy, known)
  const name = journalName(key)
  const found = known.get(name) ?? {
    assignments: [...policy.school.assignments, ...policy.deletedAssignments].filter((a) =>
      sameJournal(a, key),
    ),
    substitutions: [...policy.school.substitutions, ...policy.withdrawnSubstitutions].filter((s) =>
      sameJournal(s, key),
    ),
  }
  // Names of journals that nobody has are not remembered: anybody can make them up.
  if (found.assignments.length + found.substitutions.length > 0) known.set(name, found)
  return found
}

/** Assignments that a person holds or ever held in a journal. */
export function assignmentsOf(policy: Policy, key: JournalKey, person: string): Assignment[] {
  return rightsIn(policy, key).assignments.filter(({ teacher }) => teacher === person)
}

/** Substitutions of a person in a journal, withdrawn ones included. */
export function substitutionsOf(
  policy: Policy,
  key: JournalKey,
  person: string,
): (Substitution | WithdrawnSubstitution)[] {
  return rightsIn(policy, key).substitutions.filter(({ teacher }) => teacher === person)
}
