import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { PersonName } from '../../src/domain/school/names.ts'
import type { Standing } from '../../src/sync/device-answers.ts'
import type { Tables } from '../store/tables.ts'
import { AccountSteps, type RefreshOutcome } from './account-steps.ts'
import { type Account, AccountStore, type NewAccount } from './account-store.ts'
import { Attempts } from './attempts.ts'
import { DeviceShares, type ShareOutcome } from './device-shares.ts'
import { Devices } from './devices.ts'
import { EsiaLinks, type Identity } from './esia-links.ts'
import { type AccountEventKind, AccountEvents } from './events.ts'
import { FamilyLinks } from './family-links.ts'
import { type FamilyStanding, familyStandings } from './family-standing.ts'
import { newCode, OneTimeCodes } from './one-time-codes.ts'
import { Pending } from './pending.ts'
import { SchoolCodes } from './school-codes.ts'
import { type SchoolLink, SchoolLinks } from './school-links.ts'
import { SignIn } from './sign-in.ts'
import { type SignedOutListener, type SignOutNews, SignOuts } from './sign-outs.ts'
import { type Caller, Tokens } from './tokens.ts'

/** A device that was forgotten may turn up with entries on it: so long its PIN still opens it to deliver them, ms. */
const findersTime = 14 * 86_400_000

/** The school's accounts: who may sign in, with what, on which devices. */
export class Accounts {
  readonly store: AccountStore
  readonly devices: Devices
  readonly shares: DeviceShares
  readonly events: AccountEvents
  readonly families: FamilyLinks
  readonly esia: EsiaLinks
  /** Sign-ins that somebody has begun at a provider. */
  readonly pending: Pending
  readonly signIn: SignIn
  /** Ways to other schools: only in a database that may hold several. */
  readonly farSchools: { links: SchoolLinks; codes: SchoolCodes } | undefined
  private readonly codes: OneTimeCodes
  private readonly tokens: Tokens
  private readonly steps: AccountSteps
  private readonly signOuts: SignOuts

  /** `now`: the relay's clock, ms since 1970. `news`: only in a database that several servers and schools share. */
  constructor(
    private readonly tables: Tables,
    readonly now: () => number,
    news?: SignOutNews,
  ) {
    this.store = new AccountStore(tables, now)
    this.devices = new Devices(tables, now)
    this.shares = new DeviceShares(tables)
    this.events = new AccountEvents(tables, now)
    this.families = new FamilyLinks(tables, now)
    this.esia = new EsiaLinks(tables, now)
    this.pending = new Pending(tables, now)
    this.codes = new OneTimeCodes(tables, now)
    this.tokens = new Tokens(tables, this.devices, now)
    const { store, devices, events, families, esia, codes, tokens } = this
    if (news)
      this.farSchools = { links: new SchoolLinks(tables, events, now), codes: new SchoolCodes(tables, now) }
    const schoolLinks = this.farSchools?.links
    const signOuts = new SignOuts({ tables, store, devices, events, news, now })
    this.signOuts = signOuts
    const parts = { tables, store, devices, events, esia, codes, tokens, signOuts, schoolLinks }
    this.signIn = new SignIn({ ...parts, attempts: new Attempts(tables, now) })
    this.steps = new AccountSteps({ ...parts, families })
  }

  onSignedOut(listener: SignedOutListener): void {
    this.signOuts.listen(listener)
  }

  /** From now on those whom other servers of the school sign out are told of, too. */
  follow(): Promise<void> {
    return this.signOuts.follow()
  }

  /** Adds an account; it needs a code (`invite`) before anybody can sign in. */
  create(account: NewAccount): Promise<Account> {
    return this.tables.transact(() => this.steps.creating(account))
  }

  /** The account of a member of the staff, made under a login of his name when he has none. */
  ofPerson(person: string, name: PersonName): Promise<Account> {
    return this.tables.transact(() => this.steps.creatingOf(person, name))
  }

  /** Links an account to one of a pupil's family. */
  linkFamily(user: UserId, pupil: string, person: string): Promise<void> {
    return this.tables.transact(() => this.families.put(user, pupil, person))
  }

  /** A new account, under a login of his name, for one of a pupil's family: linked in place of `instead`. */
  admit(pupil: string, person: string, name: PersonName, instead: UserId | undefined): Promise<Account> {
    return this.tables.transact(() => this.steps.admitting(pupil, person, name, instead))
  }

  /** Accounts of a pupil's family, by person. */
  familyStandings(pupil: string): Promise<Map<string, FamilyStanding>> {
    return familyStandings(this.tables, pupil, this.now())
  }

  /**
   * Takes the way to a pupil's diary away; false where there is none. An account for which no other is left is closed,
   * unless it is of the staff.
   */
  revokeFamily(pupil: string, person: string, actor: UserId | null = null): Promise<boolean> {
    return this.signOuts.telling((ended) => this.steps.revokingFamily(ended, pupil, person, actor))
  }

  /** Notes an event of an account. */
  note(kind: AccountEventKind, user: UserId, device: DeviceId | null = null): Promise<void> {
    return this.tables.run(this.events.note(kind, user, device))
  }

  /** A new one-time code for an account, as it is printed. `actor`: who of the office asks for it on the screen. */
  async invite(user: UserId, actor: UserId | null = null): Promise<string> {
    const { code, hash } = await newCode()
    await this.tables.transact(() => this.steps.inviting(user, hash, actor))
    return code
  }

  /** Until when an account's one-time code is good, ms since 1970; undefined without one. */
  codeGoodUntil(user: UserId): Promise<number | undefined> {
    return this.codes.goodUntil(user)
  }

  /** Makes the code that an account was given worth nothing. */
  withdrawCode(user: UserId, actor: UserId | null = null): Promise<void> {
    return this.tables.transact(() => this.steps.withdrawing(user, actor))
  }

  /** Takes away the right to sign in. Devices may still deliver what waits on them. */
  disable(user: UserId, actor: UserId | null = null): Promise<void> {
    return this.signOuts.telling((ended) => this.steps.disabling(ended, user, actor))
  }

  /** Closes an account for good and forgets login, password and the names of its devices; its id stays what it was. */
  forget(user: UserId): Promise<void> {
    return this.signOuts.telling((ended) => this.steps.forgetting(ended, user))
  }

  /**
   * Gives the right to sign in back. Former devices stay outside until the person signs in on them again: one of them
   * may have been why the account was closed.
   */
  enable(user: UserId, actor: UserId | null = null): Promise<void> {
    return this.signOuts.telling((ended) => this.steps.enabling(ended, user, actor))
  }

  /** Gives the links of a family's account, whose code was just redeemed, to another that goes on for it. */
  joinFamily(from: UserId, to: UserId): Promise<void> {
    return this.signOuts.telling((ended) => this.steps.joining(ended, from, to))
  }

  /** Links an account to whom the provider vouches for, in place of what either side was linked to before. */
  linkEsia(user: UserId, identity: Identity): Promise<void> {
    return this.tables.transact(() => this.steps.linking(user, identity))
  }

  unlinkEsia(user: UserId): Promise<void> {
    return this.tables.transact(() => this.steps.unlinking(user))
  }

  /** Keeps this school's side of a link; false where the account is closed by now. */
  linkSchool(side: SchoolLink): Promise<boolean> {
    return this.tables.transact(() => this.steps.linkingSchool(side))
  }

  /** Takes it away; false where there is none. */
  unlinkSchool(user: UserId, school: string): Promise<boolean> {
    return this.tables.transact(() => this.farSchools!.links.remove(user, school))
  }

  /** Who stands behind an access token; null when nobody (any more). */
  authenticate(access: string): Promise<Caller | null> {
    return this.tokens.session(access)
  }

  /** Trades a refresh token for a new pair; the second use of a replaced one revokes the device. */
  refresh(token: string): Promise<RefreshOutcome> {
    return this.signOuts.telling((ended) => this.steps.refreshing(ended, token))
  }

  /** Revokes a device of a user; false when there is none such. */
  revokeDevice(user: UserId, device: DeviceId, actor: UserId | null = null): Promise<boolean> {
    return this.signOuts.telling((ended) => this.signOuts.revoke(ended, user, device, actor))
  }

  /**
   * The office forgets a device that was lost: it delivers what waits there and wipes itself at its next contact. False
   * when it was revoked or is unknown.
   */
  forgetDevice(user: UserId, device: DeviceId, actor: UserId | null = null): Promise<boolean> {
    return this.signOuts.telling((ended) => this.steps.forgettingDevice(ended, user, device, actor))
  }

  /** How the school stands to the device that holds a ticket. */
  async standing(ticket: string): Promise<Standing> {
    const holder = await this.shares.holder(ticket)
    if (!holder) return 'unknown'
    if ((await this.store.byUser(holder.user))?.disabled) return 'closed'
    const device = await this.devices.find(holder.user, holder.device)
    return device && device.forgottenAt !== null ? 'forgotten' : 'known'
  }

  /** Gives a locked device the relay's share of its key for the PIN's proof. */
  async openShare(ticket: string, proof: string): Promise<ShareOutcome> {
    const holder = await this.shares.holder(ticket)
    const device = holder && (await this.devices.find(holder.user, holder.device))
    const forgottenAt = device?.forgottenAt ?? null
    if (forgottenAt !== null && forgottenAt + findersTime < this.now()) return { kind: 'gone' }
    return this.shares.open(ticket, proof)
  }

  /** The person signs out on this device. */
  async signOut(user: UserId, device: DeviceId): Promise<void> {
    await this.signOuts.telling((ended) => this.signOuts.revoke(ended, user, device, null, 'signOut'))
  }
}
