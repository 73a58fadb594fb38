import { entity, schoolDocument } from '../../src/domain/ledger/documents.ts'
import { type DeviceId, relayUser, serverDevice, type UserId } from '../../src/domain/ledger/ids.ts'
import { type Actor, isOffice, type Policy } from '../../src/domain/policy/policy.ts'
import { fullName } from '../../src/domain/school/names.ts'
import type { Authenticated, Relay } from '../relay/relay.ts'
import type { Account } from './account-store.ts'
import type { Accounts } from './accounts.ts'

export type Role = 'teacher' | 'office'

/** Name and roles of who stands behind an account, by the staff list as it stands. */
export function personBehind(
  { person, administrator }: Account,
  policy: Policy,
): { name: string; roles: Role[] } {
  const member = policy.school.staff.get(person)
  const roles: Role[] = member?.roles.includes('teacher') ? ['teacher'] : []
  if (administrator || isOffice(policy.school, person)) roles.push('office')
  return { name: member ? fullName(member) : administrator ? 'Администратор' : '', roles }
}

/** Who acts through an account, as rights are judged. */
export function actorBehind({ person, administrator }: Account, { school }: Policy): Actor {
  return { person, office: administrator || isOffice(school, person) }
}

/** The session behind an access token, as the relay wants it. */
export async function relaySession(accounts: Accounts, access: string): Promise<Authenticated | null> {
  const caller = await accounts.authenticate(access)
  if (!caller) return null
  const { user, person, administrator } = caller.account
  return {
    user,
    device: caller.device,
    person,
    administrator,
    expires: caller.expires,
    ...(caller.deliverOnly ? { deliverOnly: true } : {}),
  }
}

/**
 * The session of a device whose sealed rows somebody carried: it may deliver, as over the line, also when its account
 * is disabled; null when nobody has it, or it was revoked.
 */
export async function deviceSession(
  accounts: Accounts,
  user: UserId,
  device: DeviceId,
): Promise<Authenticated | null> {
  const account = await accounts.store.byUser(user)
  const found = account && (await accounts.devices.find(user, device))
  if (!found || found.revoked) return null
  const { person, administrator } = account
  return { user, device, person, administrator, expires: Number.MAX_SAFE_INTEGER, deliverOnly: true }
}

/**
 * Records in the school's ledger which person stands behind which account, where that is not said yet: history needs
 * it to name authors. Called at each start too, since a crash may have come between the account and its fact.
 */
export async function recordPeople(accounts: Accounts, relay: Relay): Promise<void> {
  const known = relay.policy().school.people
  const entries = (await accounts.store.list())
    .filter(({ user, person }) => person !== '' && known.get(user) !== person)
    .map(({ user, person }) => ({
      entity: entity.account(user),
      attribute: 'account' as const,
      value: { person },
    }))
  if (entries.length === 0) return
  await relay.record(schoolDocument, [
    { writer: { user: relayUser, device: serverDevice, as: 'relay' }, entries },
  ])
}
