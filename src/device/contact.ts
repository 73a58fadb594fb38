import type { Person } from './person.ts'

/** Days before, from which the person is told. */
export const warnDays = 14

const day = 86_400_000

/**
 * Days until this device forgets a person's journals unless it meets the relay; 0 or less: now. A clock set back only
 * makes it later. `now`: ms since 1970.
 */
export function daysUntilForgotten(
  { lastContact, forgetAfterDays }: Pick<Person, 'lastContact' | 'forgetAfterDays'>,
  now: number,
): number {
  return Math.ceil((lastContact + forgetAfterDays * day - now) / day)
}
