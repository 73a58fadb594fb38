import { compareNames, fullName } from '../../../domain/school/names.ts'
import type { StaffMember } from '../../../domain/school/school-view.ts'
import type { StaffAccount } from '../../../sync/people-answers.ts'

/** A member of the staff, an account, or (nearly always) both. */
export interface Person {
  /** Staff id, or the account's where it has none. */
  id: string
  name: string
  member: StaffMember | undefined
  account: StaffAccount | undefined
}

export const peopleFilters = ['all', 'never', 'closed', 'office'] as const
export type PeopleFilter = (typeof peopleFilters)[number]

/** Everybody who works or signs in here: the staff by name, then accounts without a person. */
export function everybody(staff: Iterable<StaffMember>, accounts: readonly StaffAccount[]): Person[] {
  const byPerson = new Map(accounts.map((account) => [account.person, account]))
  const members = [...staff].sort(compareNames).map((member) => ({
    id: member.id,
    name: fullName(member),
    member,
    account: byPerson.get(member.id),
  }))
  const listed = new Set(members.map(({ id }) => id))
  const others = accounts
    .filter(({ person }) => !listed.has(person))
    .map((account) => ({ id: account.user, name: account.name, member: undefined, account }))
  return [...members, ...others]
}

/** Whether a person is among those that a filter shows. */
export function isShown({ member, account }: Person, filter: PeopleFilter): boolean {
  switch (filter) {
    case 'never':
      return !account?.active && !account?.disabled
    case 'closed':
      return account?.disabled ?? false
    case 'office':
      return (member?.roles ?? account?.roles ?? []).includes('office')
    case 'all':
      return true
  }
}
