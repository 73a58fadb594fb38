import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { PersonName } from '../../src/domain/school/names.ts'
import type { Steps } from '../store/tables.ts'
import { type Account, type AccountStore, isStaff, type NewAccount } from './account-store.ts'
import type { Devices } from './devices.ts'
import type { EsiaLinks, Identity } from './esia-links.ts'
import type { AccountEvents } from './events.ts'
import type { FamilyLinks } from './family-links.ts'
import type { OneTimeCodes } from './one-time-codes.ts'
import type { SchoolLink, SchoolLinks } from './school-links.ts'
import type { SignedOut, SignOuts } from './sign-outs.ts'
import { suggestLogin } from './suggest-login.ts'
import type { TokenPair, Tokens } from './tokens.ts'

export type RefreshOutcome =
  | ({ ok: true; account: Account } & TokenPair)
  /** `deliver`: of a disabled account or a forgotten device, a token with which what waits on the device may still be delivered. */
  | { ok: false; error: 'revoked'; deliver?: string }
  | { ok: false; error: 'notSignedIn' }

export interface AccountParts {
  store: AccountStore
  devices: Devices
  events: AccountEvents
  families: FamilyLinks
  esia: EsiaLinks
  codes: OneTimeCodes
  tokens: Tokens
  signOuts: SignOuts
  schoolLinks: SchoolLinks | undefined
}

/** What is done to an account, each in one transaction; what it does is said at `Accounts`. */
export class AccountSteps {
  constructor(private readonly parts: AccountParts) {}

  *creating(account: NewAccount): Steps<Account> {
    const created = yield* this.parts.store.add(account)
    yield* this.parts.events.note('created', created.user)
    return created
  }

  *creatingOf(person: string, name: PersonName): Steps<Account> {
    const { store } = this.parts
    const known = yield* store.find('person', person)
    if (known) return known
    const taken = yield* store.logins()
    // Whom another transaction has added since is found, or his login, which would be ours too, is refused.
    const added = yield* store.find('person', person)
    return added ?? (yield* this.creatingNamed(name, person, taken))
  }

  *creatingNamed(name: PersonName, person: string, taken: ReadonlySet<string>): Steps<Account> {
    const login = suggestLogin(name, (it) => taken.has(it))
    return yield* this.creating({ login, person, administrator: false })
  }

  *admitting(pupil: string, person: string, name: PersonName, instead: UserId | undefined): Steps<Account> {
    // Another request may have made one meanwhile.
    const linked = yield* this.parts.families.lock(pupil, person)
    if (linked !== undefined && linked !== instead) return (yield* this.parts.store.find('user', linked))!
    const account = yield* this.creatingNamed(name, '', yield* this.parts.store.logins())
    if (linked === undefined) yield* this.parts.families.add(account.user, pupil, person)
    else yield* this.parts.families.put(account.user, pupil, person)
    return account
  }

  *revokingFamily(ended: SignedOut[], pupil: string, person: string, actor: UserId | null): Steps<boolean> {
    const user = yield* this.parts.families.revoke(pupil, person)
    if (user === undefined) return false
    yield* this.parts.events.note('familyUnlinked', user, null, actor)
    const account = yield* this.parts.store.find('user', user)
    const stands = yield* this.parts.families.stands(user)
    if (!stands && account && !isStaff(account)) yield* this.disabling(ended, user, actor)
    return true
  }

  *inviting(user: UserId, hash: string, actor: UserId | null): Steps<void> {
    yield* this.parts.codes.put(user, hash)
    yield* this.parts.events.note('codeIssued', user, null, actor)
  }

  *withdrawing(user: UserId, actor: UserId | null): Steps<void> {
    if (yield* this.parts.codes.withdraw(user))
      yield* this.parts.events.note('codeWithdrawn', user, null, actor)
  }

  *disabling(ended: SignedOut[], user: UserId, actor: UserId | null): Steps<void> {
    yield* this.parts.store.setDisabled(user, true)
    yield* this.parts.tokens.endSessions(user)
    yield* this.parts.codes.withdraw(user)
    if (this.parts.schoolLinks) yield* this.parts.schoolLinks.end(user, null, actor)
    yield* this.parts.events.note('disabled', user, null, actor)
    ended.push({ user })
  }

  *forgetting(ended: SignedOut[], user: UserId): Steps<void> {
    yield* this.disabling(ended, user, null)
    yield* this.parts.signOuts.revokeAll(ended, user)
    yield* this.parts.devices.forgetNames(user)
    yield* this.parts.esia.remove(user)
    yield* this.parts.store.forget(user)
  }

  *enabling(ended: SignedOut[], user: UserId, actor: UserId | null): Steps<void> {
    const account = yield* this.parts.store.find('user', user)
    if (!account?.disabled) return
    yield* this.parts.signOuts.revokeAll(ended, user, undefined, actor)
    yield* this.parts.store.setDisabled(user, false)
    yield* this.parts.events.note('enabled', user, null, actor)
  }

  *joining(ended: SignedOut[], from: UserId, to: UserId): Steps<void> {
    yield* this.parts.families.move(from, to)
    yield* this.parts.events.note('familyLinked', to)
    yield* this.disabling(ended, from, to)
  }

  *linking(user: UserId, identity: Identity): Steps<void> {
    yield* this.parts.esia.put(user, identity)
    yield* this.parts.events.note('esiaLinked', user)
  }

  *unlinking(user: UserId): Steps<void> {
    if (yield* this.parts.esia.remove(user)) yield* this.parts.events.note('esiaUnlinked', user)
  }

  *linkingSchool(side: SchoolLink): Steps<boolean> {
    const account = yield* this.parts.store.find('user', side.user)
    if (!account || account.disabled) return false
    yield* this.parts.schoolLinks!.put(side)
    return true
  }

  *refreshing(ended: SignedOut[], token: string): Steps<RefreshOutcome> {
    const refreshed = yield* this.parts.tokens.refresh(token)
    if (refreshed.kind === 'unknown') return { ok: false, error: 'notSignedIn' }
    const { user, device } = refreshed
    if (refreshed.kind === 'reused') {
      yield* this.parts.events.note('tokenReused', user, device)
      yield* this.parts.signOuts.revoke(ended, user, device)
      return { ok: false, error: 'revoked' }
    }
    const account = (yield* this.parts.store.find('user', user))!
    if (refreshed.kind === 'revoked' && !refreshed.forgotten) return { ok: false, error: 'revoked' }
    if (account.disabled || refreshed.kind === 'revoked')
      return { ok: false, error: 'revoked', deliver: yield* this.parts.tokens.deliverOnly(user, device) }
    const { access, accessExpires, refresh } = refreshed
    return { ok: true, account, access, accessExpires, refresh }
  }

  *forgettingDevice(
    ended: SignedOut[],
    user: UserId,
    device: DeviceId,
    actor: UserId | null,
  ): Steps<boolean> {
    if (!(yield* this.parts.signOuts.revoke(ended, user, device, actor))) return false
    yield* this.parts.devices.forget(user, device)
    return true
  }
}
