import { addDays } from '../policy/policy.ts'
import { belongs, type ClassView, type Pupil } from '../school/class-view.ts'
import type { FamilyView, Informed } from '../school/family-view.ts'
import { informEvery, lastOf } from './duties.ts'

/** A pupil of the class with the family, as far as this device has it, and when it was told last. */
export interface FamilyState {
  pupil: Pupil
  family: FamilyView | undefined
  informed: Informed | undefined
  /** Told more than two weeks ago, or never (clause 5.2.6). */
  overdue: boolean
}

/** Families of who is in the class on a date; `starts`: the year's first day, from which who was never told is counted. */
export function familyStates(
  view: ClassView,
  families: ReadonlyMap<string, FamilyView>,
  { starts, today }: { starts: string; today: string },
): FamilyState[] {
  return view.pupils
    .filter(({ id }) => belongs(view, id, today))
    .map((pupil) => {
      const family = families.get(pupil.id)
      const informed = family?.informed.at(-1)
      const overdue = addDays(informed?.to ?? addDays(starts, -1), informEvery) <= today
      return { pupil, family, informed, overdue }
    })
}

/** The same with who waits longest first, in order of names among equals. */
export function longestFirst(states: readonly FamilyState[]): FamilyState[] {
  const told = ({ informed }: FamilyState) => informed?.to ?? ''
  return [...states].sort((a, b) => (told(a) < told(b) ? -1 : told(a) > told(b) ? 1 : 0))
}

/** Whose data a month's check is about: who was in the class on its last day, and still is. */
export function checkedIn(
  view: ClassView,
  states: readonly FamilyState[],
  month: string,
  today: string,
): FamilyState[] {
  const last = lastOf(month)
  return states.filter(({ pupil }) => belongs(view, pupil.id, last < today ? last : today))
}

/** The first of some months in which somebody's data were not checked; the last of them when all were. */
export function monthToCheck(
  view: ClassView,
  states: readonly FamilyState[],
  months: readonly string[],
  today: string,
): string {
  const open = months.find((month) =>
    checkedIn(view, states, month, today).some(({ family }) => family && !family.checks.has(month)),
  )
  return open ?? months.at(-1)!
}
