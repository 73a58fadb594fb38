import { daysUntilForgotten } from '../../device/contact.ts'
import { DexieStore } from '../../device/dexie-store.ts'
import type { People } from '../../device/people.ts'
import type { Person } from '../../device/person.ts'
import type { PersonSession } from '../../device/person-session.ts'
import type { DataKey } from '../../device/seal.ts'
import { secretNames } from '../../device/secret-names.ts'
import type { AccountClient, SignedIn } from '../../sync/account-client.ts'
import { keepShare, standingOf } from '../../sync/device-answers.ts'
import { sealedTokens } from '../../sync/tokens.ts'
import type { DeviceSaid } from '../sign-in/device-said.tsx'
import { freshAccess } from './access.ts'
import { removePerson } from './here.ts'

/** Has the relay keep a share of the person's key, once; without a line the next unlocking tries again. */
export async function keepDeviceShare(
  people: People,
  session: PersonSession,
  account: AccountClient,
  pin: string,
): Promise<void> {
  const tokens = sealedTokens(session.store, account)
  const access = await freshAccess({ session, tokens })
  const made = access === null ? null : await people.prepareOnline(session.user, pin)
  if (access === null || !made) return
  const answer = await keepShare(account, access, made.relay)
  if (answer.ok) await people.keepOnline(session.user, made.online)
}

/**
 * Asks how the school stands to the locked people of this device. Whose account was closed, whom the office forgot, or
 * who was too long without contact, is removed; where something waits, only the key is put out of reach without the
 * relay, so that it can still be delivered. Returns what has happened, for the person to read.
 */
export async function lookAround(people: People, account: AccountClient): Promise<DeviceSaid | undefined> {
  let said: DeviceSaid | undefined
  for (const person of await people.people()) said = (await look(people, account, person)) ?? said
  return said
}

async function look(people: People, account: AccountClient, person: Person): Promise<DeviceSaid | undefined> {
  const { user, ticket, label } = person
  const standing = ticket === null ? undefined : await standingOf(account, ticket)
  if (standing === 'known') await people.contacted(user)
  if (standing === 'unknown') await people.keepOnline(user, undefined)
  const isExpired = standing !== 'known' && daysUntilForgotten(person, Date.now()) <= 0
  const why = standing === 'closed' || standing === 'forgotten' ? standing : isExpired ? 'expired' : undefined
  if (why === undefined) return undefined
  if ((await removePerson(people, user)).ok) return { kind: why, who: label }
  await people.requireLine(user)
  return undefined
}

/** Puts profile and tokens back into a store that was emptied; `key` is the person's own. */
export async function fillStore(person: Person, key: DataKey, signedIn: SignedIn): Promise<void> {
  const { person: staff, name, roles, school, access, accessExpires, refresh } = signedIn
  const store = new DexieStore(person.user, key)
  try {
    await store.keep(secretNames.profile, { person: staff, name, roles, school })
    await store.keep(secretNames.tokens, { access, accessExpires, refresh })
  } finally {
    store.close()
  }
}
