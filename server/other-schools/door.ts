import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { type Account, isStaff } from '../accounts/account-store.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { actorBehind, personBehind } from '../accounts/people.ts'
import type { SchoolCode } from '../accounts/school-codes.ts'
import type { FarAccount, SchoolLink } from '../accounts/school-links.ts'
import type { Relay } from '../relay/relay.ts'

/**
 * How a link stands, seen from the other side: `opens`; `office`: its account acts for the office, which nobody becomes
 * from outside; `undone`: that side has it no more, or its account is closed.
 */
export type Standing = 'opens' | 'office' | 'undone'

/** All that the server of one school may ask of another's. Each answer is made with the asked school's own tables. */
export interface Door {
  /** The school's id in the database. */
  readonly id: string
  /** What it is called. */
  name(): string
  /** Keeps a code that somebody will bring. */
  leave(code: string, left: SchoolCode): Promise<void>
  /** Who stands behind its account; undefined where it may have no link. */
  nameOf(user: UserId): Promise<string | undefined>
  /** Keeps its side of a link that its account accepted under a code; false where it did not, or is closed by now. */
  link(code: string, side: SchoolLink): Promise<boolean>
  /** How its account stands to the far one. */
  standing(user: UserId, far: FarAccount): Promise<Standing>
  /** Whether its account, linked to the far one, may still sign in, and on that device. */
  vouches(user: UserId, device: DeviceId, far: FarAccount): Promise<boolean>
}

/** A school that is there and can't be asked now. */
export class SchoolAway extends Error {}

/** The schools that one process serves; each question may throw `SchoolAway`. */
export interface Doors {
  /** The school under the name of a host; undefined where there is none. */
  at(host: string): Promise<Door | undefined>
  /** A school by its id; undefined where it is not served any more. */
  to(id: string): Promise<Door | undefined>
  /** Under which names of hosts a school is served. */
  hosts(id: string): Promise<readonly string[]>
  /** Whether there are several. */
  several(): Promise<boolean>
}

/** Whether an account may be linked: a member of the staff. Families have no work elsewhere; an administrator has all rights. */
export function mayLink(account: Account): boolean {
  return isStaff(account) && !account.administrator && !account.disabled
}

const isSame = (one: FarAccount, other: FarAccount) => one.school === other.school && one.user === other.user

/** A school's own door. */
export function openDoor(id: string, accounts: Accounts, relay: Relay): Door {
  const { store, devices } = accounts
  const { links, codes } = accounts.farSchools!
  return {
    id,
    name: () => relay.policy().school.profile?.name ?? '',
    leave: (code, left) => codes.leave(code, left),
    async nameOf(user) {
      const account = await store.byUser(user)
      return account && mayLink(account) ? personBehind(account, relay.policy()).name : undefined
    },
    async link(code, side) {
      const accepted = await codes.take('accepted', code)
      if (accepted?.user !== side.user || !isSame(accepted.far, side.far)) return false
      return accounts.linkSchool(side)
    },
    async standing(user, far) {
      const account = await store.byUser(user)
      if (!account || !mayLink(account) || !(await links.has(user, far))) return 'undone'
      return actorBehind(account, relay.policy()).office ? 'office' : 'opens'
    },
    async vouches(user, device, far) {
      const account = await store.byUser(user)
      if (!account || !mayLink(account) || !(await links.has(user, far))) return false
      return (await devices.find(user, device))?.revoked === false
    },
  }
}
