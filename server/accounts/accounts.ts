import type { Database } from 'libsql'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { Standing } from '../../src/sync/device-answers.ts'
import { unlessFull } from '../store/room.ts'
import { type Account, AccountStore, type NewAccount } from './account-store.ts'
import { Attempts } from './attempts.ts'
import { DeviceShares, type ShareOutcome } from './device-shares.ts'
import { Devices } from './devices.ts'
import { EsiaLinks } from './esia-links.ts'
import { AccountEvents } from './events.ts'
import { FamilyLinks } from './family-links.ts'
import { OneTimeCodes } from './one-time-codes.ts'
import { createAccountTables } from './schema.ts'
import { SignIn } from './sign-in.ts'
import { type TokenPair, Tokens } from './tokens.ts'

/** Who stands behind an access token. */
export interface Caller {
  account: Account
  device: DeviceId
  /** ms since 1970. */
  expires: number
  /** Of a disabled account or a forgotten device: may deliver what waits on it, nothing else. */
  deliverOnly: boolean
}

export type RefreshOutcome =
  | ({ ok: true; account: Account } & TokenPair)
  /** `deliver`: of a disabled account or a forgotten device, a token with which what waits on the device may still be delivered. */
  | { ok: false; error: 'revoked'; deliver?: string }
  | { ok: false; error: 'notSignedIn' }

/** A device that was forgotten may turn up with entries on it: so long its PIN still opens it to deliver them, ms. */
const findersTime = 14 * 86_400_000

/** Told when devices lose their sessions; `device` undefined means all of the user. */
export type SignedOutListener = (user: UserId, device?: DeviceId) => void

/** The school's accounts: who may sign in, with what, on which devices. */
export class Accounts {
  readonly store: AccountStore
  readonly devices: Devices
  readonly shares: DeviceShares
  readonly events: AccountEvents
  readonly families: FamilyLinks
  readonly esia: EsiaLinks
  readonly signIn: SignIn
  private readonly codes: OneTimeCodes
  private readonly tokens: Tokens
  private readonly listeners: SignedOutListener[] = []

  /** `now`: the relay's clock, ms since 1970. */
  constructor(
    database: Database,
    readonly now: () => number,
  ) {
    createAccountTables(database)
    this.store = new AccountStore(database, now)
    this.devices = new Devices(database, now)
    this.shares = new DeviceShares(database)
    this.events = new AccountEvents(database, now)
    this.families = new FamilyLinks(database, now)
    this.esia = new EsiaLinks(database, now)
    this.codes = new OneTimeCodes(database, now)
    this.tokens = new Tokens(database, now)
    this.signIn = new SignIn({
      store: this.store,
      codes: this.codes,
      devices: this.devices,
      tokens: this.tokens,
      events: this.events,
      attempts: new Attempts(database, now),
      esia: this.esia,
      signOutOthers: (user, keep) => this.signOutOthers(user, keep),
    })
  }

  onSignedOut(listener: SignedOutListener): void {
    this.listeners.push(listener)
  }

  /** Adds an account; it needs a code (`invite`) before anybody can sign in. */
  create(account: NewAccount): Account {
    const created = this.store.create(account)
    this.events.note('created', created.user)
    return created
  }

  /** A new one-time code for an account, as it is printed. `actor`: who of the office asks for it on the screen. */
  async invite(user: UserId, actor: UserId | null = null): Promise<string> {
    const code = await this.codes.issue(user)
    this.events.note('codeIssued', user, null, actor)
    return code
  }

  /** Until when an account's one-time code is good, ms since 1970; undefined without one. */
  codeGoodUntil(user: UserId): number | undefined {
    return this.codes.goodUntil(user)
  }

  /** Makes the code that an account was given worth nothing. */
  withdrawCode(user: UserId, actor: UserId | null = null): void {
    if (this.codes.withdraw(user)) this.events.note('codeWithdrawn', user, null, actor)
  }

  /** Takes away the right to sign in. Devices may still deliver what waits on them. */
  disable(user: UserId, actor: UserId | null = null): void {
    this.store.setDisabled(user, true)
    this.tokens.endSessions(user)
    this.codes.withdraw(user)
    this.events.note('disabled', user, null, actor)
    this.tellSignedOut(user)
  }

  /** Closes an account for good and forgets login, password and the names of its devices; its id stays what it was. */
  forget(user: UserId): void {
    this.disable(user)
    for (const { id } of this.devices.list(user)) this.revokeDevice(user, id)
    this.devices.forgetNames(user)
    this.esia.remove(user)
    this.store.forget(user)
  }

  /**
   * Gives the right to sign in back. Former devices stay outside until the person signs in on them again: one of them
   * may have been why the account was closed.
   */
  enable(user: UserId, actor: UserId | null = null): void {
    if (!this.store.byUser(user)?.disabled) return
    for (const { id } of this.devices.list(user)) this.revokeDevice(user, id, actor)
    this.store.setDisabled(user, false)
    this.events.note('enabled', user, null, actor)
  }

  /** Gives the links of a family's account, whose code was just redeemed, to another that goes on for it. */
  joinFamily(from: UserId, to: UserId): void {
    this.families.move(from, to)
    this.events.note('familyLinked', to)
    this.disable(from, to)
  }

  /** Who stands behind an access token; null when nobody (any more). */
  authenticate(access: string): Caller | null {
    const session = this.tokens.session(access)
    const account = session && this.store.byUser(session.user)
    if (!session || !account || (account.disabled && !session.deliverOnly)) return null
    unlessFull(() => this.devices.seen(session.user, session.device))
    return { account, device: session.device, expires: session.expires, deliverOnly: session.deliverOnly }
  }

  /** Trades a refresh token for a new pair; the second use of a replaced one revokes the device. */
  refresh(token: string): RefreshOutcome {
    const refreshed = this.tokens.refresh(token)
    if (refreshed.kind === 'unknown') return { ok: false, error: 'notSignedIn' }
    const { user, device } = refreshed
    if (refreshed.kind === 'reused') {
      this.events.note('tokenReused', user, device)
      this.revokeDevice(user, device)
    }
    const account = this.store.byUser(user)!
    const isForgotten = refreshed.kind === 'revoked' && this.forgottenAt(user, device) !== null
    if (refreshed.kind !== 'ok' && !isForgotten) return { ok: false, error: 'revoked' }
    if (account.disabled || refreshed.kind !== 'ok')
      return { ok: false, error: 'revoked', deliver: this.tokens.deliverOnly(user, device).access }
    this.devices.seen(user, device)
    const { access, accessExpires, refresh } = refreshed
    return { ok: true, account, access, accessExpires, refresh }
  }

  /** Revokes a device of a user; false when there is none such. */
  revokeDevice(user: UserId, device: DeviceId, actor: UserId | null = null): boolean {
    if (!this.devices.revoke(user, device)) return false
    this.events.note('deviceRevoked', user, device, actor)
    this.tellSignedOut(user, device)
    return true
  }

  /**
   * The office forgets a device that was lost: it delivers what waits there and wipes itself at its next contact. False
   * when it was revoked or is unknown.
   */
  forgetDevice(user: UserId, device: DeviceId, actor: UserId | null = null): boolean {
    if (!this.revokeDevice(user, device, actor)) return false
    this.devices.forget(user, device)
    return true
  }

  /** How the school stands to the device that holds a ticket. */
  standing(ticket: string): Standing {
    const holder = this.shares.holder(ticket)
    if (!holder) return 'unknown'
    if (this.store.byUser(holder.user)?.disabled) return 'closed'
    return this.forgottenAt(holder.user, holder.device) === null ? 'known' : 'forgotten'
  }

  /** Gives a locked device the relay's share of its key for the PIN's proof. */
  openShare(ticket: string, proof: string): ShareOutcome {
    const holder = this.shares.holder(ticket)
    const forgottenAt = holder && this.forgottenAt(holder.user, holder.device)
    if (typeof forgottenAt === 'number' && forgottenAt + findersTime < this.now()) return { kind: 'gone' }
    return this.shares.open(ticket, proof)
  }

  private forgottenAt(user: UserId, device: DeviceId): number | null {
    return this.devices.find(user, device)?.forgottenAt ?? null
  }

  /** The person signs out on this device. */
  signOut(user: UserId, device: DeviceId): void {
    if (!this.devices.revoke(user, device)) return
    this.events.note('signOut', user, device)
    this.tellSignedOut(user, device)
  }

  private signOutOthers(user: UserId, keep: DeviceId): void {
    for (const { id } of this.devices.list(user)) if (id !== keep) this.revokeDevice(user, id)
  }

  private tellSignedOut(user: UserId, device?: DeviceId): void {
    for (const listener of this.listeners) listener(user, device)
  }
}
