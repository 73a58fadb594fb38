import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { Steps, Tables } from '../store/tables.ts'
import { type Account, type AccountStore, normalLogin } from './account-store.ts'
import type { Attempts } from './attempts.ts'
import type { Devices } from './devices.ts'
import type { EsiaLinks, Identity } from './esia-links.ts'
import type { AccountEvents } from './events.ts'
import type { OneTimeCodes } from './one-time-codes.ts'
import { hashSecret, isWeak, verifySecret } from './passwords.ts'
import type { SchoolLinks } from './school-links.ts'
import type { SignedOut, SignOuts } from './sign-outs.ts'
import type { TokenPair, Tokens } from './tokens.ts'

/** Why the provider vouches for nobody, or for whom another account is linked to. */
export type EsiaFault = 'startAgain' | 'declined' | 'providerDown' | 'linkedElsewhere'

/** Why nobody was signed in. `left`: tries before a pause; `retryAfter`: whole seconds. */
export type SignInRefusal =
  | { ok: false; error: 'wrongCredentials'; left: number }
  | { ok: false; error: 'tooMany'; retryAfter: number }
  | { ok: false; error: 'codeUsed' | 'codeExpired' | 'weakPassword' | 'revoked' }
  | { ok: false; error: 'notLinked' | 'notFound' | EsiaFault }

export type SignInOutcome = ({ ok: true; account: Account; device: DeviceId } & TokenPair) | SignInRefusal

export type Redeemed = { ok: true; account: Account } | SignInRefusal

export interface SignInParts {
  tables: Tables
  store: AccountStore
  codes: OneTimeCodes
  devices: Devices
  tokens: Tokens
  events: AccountEvents
  attempts: Attempts
  esia: EsiaLinks
  signOuts: SignOuts
  schoolLinks: SchoolLinks | undefined
}

/** The device somebody signs in on; `id` where it is one of his already. */
export interface TypedDevice {
  name: string
  id?: string | undefined
}

/** What is typed on the sign-in screen, and from where. */
export interface Typed {
  login: string
  password: string
  device: TypedDevice
  /** Network address of the request. */
  address: string
}

type SignInKind = 'signIn' | 'firstSignIn' | 'schoolSignIn'

/** The ways to sign in. Unknown logins are answered like known ones, in the same time. */
export class SignIn {
  constructor(private readonly parts: SignInParts) {}

  /** Signs in with login and password. */
  async withPassword(typed: Typed): Promise<SignInOutcome> {
    const proved = await this.prove(typed)
    return proved.ok ? this.welcome(proved.account, typed.device, 'signIn') : proved
  }

  /** Whose login and password it is; signs nobody in. */
  prove(typed: Omit<Typed, 'device'>): Promise<Redeemed> {
    const { store } = this.parts
    return this.attempt<Redeemed & { ok: true }>(typed, async (account, left) => {
      const known = account ? await store.passwordHash(account.user) : null
      if (!(await verifySecret(known, typed.password)) || !account) return this.wrong(account, left)
      return account.disabled ? { ok: false, error: 'revoked' } : { ok: true, account }
    })
  }

  /** Whether somebody signed in knows his password, and what else he typed is right: else it counts as a guess, too. */
  confirm(
    account: Account,
    { password, address }: { password: string; address: string },
    isRight: () => Promise<boolean>,
  ): Promise<{ ok: true } | SignInRefusal> {
    return this.attempt<{ ok: true }>({ login: account.login, address }, async (_, left) => {
      if (!(await verifySecret(await this.parts.store.passwordHash(account.user), password)))
        return this.wrong(account, left)
      return (await isRight()) ? { ok: true } : { ok: false, error: 'notFound' }
    })
  }

  /**
   * First sign-in: a one-time code, and the password chosen for later. Whoever had signed in under a former password
   * is signed out. Asked again because the answer was lost, it signs in with the password just chosen.
   */
  async withCode(typed: Typed & { code: string }): Promise<SignInOutcome> {
    const { store, codes, signOuts } = this.parts
    if (isWeak(typed.password, normalLogin(typed.login))) return { ok: false, error: 'weakPassword' }
    return this.attempt(typed, async (account, left) => {
      const redeemed = await codes.check(account?.user, typed.code)
      if (redeemed.kind === 'wrong' || !account) return this.wrong(account, left)
      if (account.disabled) return { ok: false, error: 'revoked' }
      if (redeemed.kind === 'expired') return { ok: false, error: 'codeExpired' }
      if (redeemed.kind === 'right') {
        const hash = await hashSecret(typed.password)
        return signOuts.telling((ended) =>
          this.beginning(ended, account, typed.device, { code: redeemed.hash, password: hash }),
        )
      }
      if (!(await verifySecret(await store.passwordHash(account.user), typed.password)))
        return { ok: false, error: 'codeUsed' }
      return this.welcome(account, typed.device, 'firstSignIn')
    })
  }

  /** Signs in whom the provider vouches for; with the right to sign in that his account has here, and no other. */
  async withIdentity(identity: Identity, device: TypedDevice): Promise<SignInOutcome> {
    const { store, esia } = this.parts
    const user = await esia.user(identity)
    const account = user && (await store.byUser(user))
    if (!account) return { ok: false, error: 'notLinked' }
    if (account.disabled) return { ok: false, error: 'revoked' }
    return this.welcome(account, device, 'signIn')
  }

  /** Signs in whom another school of the database vouches for (server/other-schools). */
  async fromSchool(user: UserId, device: TypedDevice): Promise<SignInOutcome> {
    const account = await this.parts.store.byUser(user)
    return account ? this.welcome(account, device, 'schoolSignIn') : { ok: false, error: 'notLinked' }
  }

  /** Spends the one-time code of an account that somebody signed in takes over; its password stays as it is. */
  async redeem(typed: Omit<Typed, 'password' | 'device'> & { code: string }): Promise<Redeemed> {
    const { codes, tables } = this.parts
    return this.attempt<Redeemed & { ok: true }>(typed, async (account, left) => {
      const redeemed = await codes.check(account?.user, typed.code)
      if (redeemed.kind === 'wrong' || !account) return this.wrong(account, left)
      if (account.disabled) return { ok: false, error: 'revoked' }
      if (redeemed.kind === 'expired') return { ok: false, error: 'codeExpired' }
      const isSpent =
        redeemed.kind === 'right' && (await tables.run(codes.spend(account.user, redeemed.hash)))
      return isSpent ? { ok: true, account } : { ok: false, error: 'codeUsed' }
    })
  }

  /** Changes the password of somebody signed in; his other devices are signed out. */
  async changePassword(
    account: Account,
    device: DeviceId,
    change: { old: string; new: string },
    address: string,
  ): Promise<{ ok: true } | SignInRefusal> {
    const { store, signOuts } = this.parts
    if (isWeak(change.new, account.login)) return { ok: false, error: 'weakPassword' }
    return this.attempt<{ ok: true }>({ login: account.login, address }, async (_, left) => {
      if (!(await verifySecret(await store.passwordHash(account.user), change.old)))
        return this.wrong(account, left)
      const hash = await hashSecret(change.new)
      await signOuts.telling((ended) => this.changing(ended, account.user, device, hash))
      return { ok: true }
    })
  }

  /** Counts a try before it is judged, so that parallel ones don't get past the pause. */
  private async attempt<T extends { ok: true }>(
    { login, address }: { login: string; address: string },
    judge: (account: Account | undefined, left: number) => Promise<T | SignInRefusal>,
  ): Promise<T | SignInRefusal> {
    const { attempts, store } = this.parts
    const key = normalLogin(login)
    const begun = await attempts.begin(key, address)
    if ('pause' in begun) return { ok: false, error: 'tooMany', retryAfter: Math.ceil(begun.pause / 1000) }
    const outcome = await judge(await store.byLogin(key), begun.left)
    // Who has the right secret is no guesser, whatever else stands in the way.
    const isGuess = !outcome.ok && (outcome.error === 'wrongCredentials' || outcome.error === 'notFound')
    if (!isGuess) await attempts.succeed(key, address)
    return outcome
  }

  private async wrong(account: Account | undefined, left: number): Promise<SignInRefusal> {
    const { tables, events } = this.parts
    if (account) await tables.run(events.note('wrongSecret', account.user))
    return { ok: false, error: 'wrongCredentials', left }
  }

  private welcome(account: Account, device: TypedDevice, kind: SignInKind): Promise<SignInOutcome> {
    return this.parts.tables.transact(() => this.welcoming(account, device, kind))
  }

  /** The sign-in by which a code is spent and a password set. */
  private *beginning(
    ended: SignedOut[],
    account: Account,
    typed: TypedDevice,
    hashes: { code: string; password: string },
  ): Steps<SignInOutcome> {
    const { codes, store, signOuts, esia, events, schoolLinks } = this.parts
    const { user } = account
    if (!(yield* codes.spend(user, hashes.code))) return { ok: false, error: 'codeUsed' }
    yield* store.setPasswordHash(user, hashes.password)
    const device = yield* this.deviceOf(user, typed)
    yield* signOuts.revokeAll(ended, user, device)
    // Whoever linked the account under the former password may have been why a new code was asked for.
    if (yield* esia.remove(user)) yield* events.note('esiaUnlinked', user, device)
    if (schoolLinks) yield* schoolLinks.end(user, device)
    return yield* this.admitting(user, device, 'firstSignIn')
  }

  private *welcoming({ user }: Account, typed: TypedDevice, kind: SignInKind): Steps<SignInOutcome> {
    return yield* this.admitting(user, yield* this.deviceOf(user, typed), kind)
  }

  private *deviceOf(user: UserId, { name, id }: TypedDevice): Steps<DeviceId> {
    const { devices } = this.parts
    const isKnown = id !== undefined && (yield* devices.takeUp(user, id, name))
    return isKnown ? (id as DeviceId) : yield* devices.add(user, name)
  }

  /** As the account stands now: it may have been closed while its secret was being judged. */
  private *admitting(user: UserId, device: DeviceId, kind: SignInKind): Steps<SignInOutcome> {
    const { store, events, tokens } = this.parts
    const account = (yield* store.find('user', user))!
    if (account.disabled) return { ok: false, error: 'revoked' }
    yield* events.note(kind, user, device)
    return { ok: true, account, device, ...(yield* tokens.issue(user, device)) }
  }

  private *changing(ended: SignedOut[], user: UserId, device: DeviceId, hash: string): Steps<void> {
    const { store, signOuts, events, schoolLinks } = this.parts
    yield* store.setPasswordHash(user, hash)
    yield* signOuts.revokeAll(ended, user, device)
    // A link was made by the password that is given up.
    if (schoolLinks) yield* schoolLinks.end(user, device)
    yield* events.note('passwordChanged', user, device)
  }
}
