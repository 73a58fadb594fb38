import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { type Account, type AccountStore, normalLogin } from './account-store.ts'
import type { Attempts } from './attempts.ts'
import type { Devices } from './devices.ts'
import type { EsiaLinks, Identity } from './esia-links.ts'
import type { AccountEvents } from './events.ts'
import type { OneTimeCodes } from './one-time-codes.ts'
import { hashSecret, isWeak, verifySecret } from './passwords.ts'
import type { TokenPair, Tokens } from './tokens.ts'

/** Why the provider vouches for nobody, or for whom another account is linked to. */
export type EsiaFault = 'startAgain' | 'declined' | 'providerDown' | 'linkedElsewhere'

/** Why nobody was signed in. `left`: tries before a pause; `retryAfter`: whole seconds. */
export type SignInRefusal =
  | { ok: false; error: 'wrongCredentials'; left: number }
  | { ok: false; error: 'tooMany'; retryAfter: number }
  | { ok: false; error: 'codeUsed' | 'codeExpired' | 'weakPassword' | 'revoked' }
  | { ok: false; error: 'notLinked' | EsiaFault }

export type SignInOutcome = ({ ok: true; account: Account; device: DeviceId } & TokenPair) | SignInRefusal

export type Redeemed = { ok: true; account: Account } | SignInRefusal

export interface SignInParts {
  store: AccountStore
  codes: OneTimeCodes
  devices: Devices
  tokens: Tokens
  events: AccountEvents
  attempts: Attempts
  esia: EsiaLinks
  /** Revokes all devices of a user but one. */
  signOutOthers: (user: UserId, keep: DeviceId) => void
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

/** The ways to sign in. Unknown logins are answered like known ones, in the same time. */
export class SignIn {
  constructor(private readonly parts: SignInParts) {}

  /** Signs in with login and password. */
  async withPassword(typed: Typed): Promise<SignInOutcome> {
    const { store, events } = this.parts
    return this.attempt(typed, async (account, left) => {
      if (
        !(await verifySecret(account ? store.passwordHash(account.user) : null, typed.password)) ||
        !account
      )
        return this.wrong(account, left)
      if (account.disabled) return { ok: false, error: 'revoked' }
      return this.welcome(account, typed.device, (device) => events.note('signIn', account.user, device))
    })
  }

  /**
   * First sign-in: a one-time code, and the password chosen for later. Whoever had signed in under a former password
   * is signed out. Asked again because the answer was lost, it signs in with the password just chosen.
   */
  async withCode(typed: Typed & { code: string }): Promise<SignInOutcome> {
    const { store, codes, events, signOutOthers } = this.parts
    if (isWeak(typed.password, normalLogin(typed.login))) return { ok: false, error: 'weakPassword' }
    return this.attempt(typed, async (account, left) => {
      const redeemed = await codes.check(account?.user, typed.code)
      if (redeemed === 'wrong' || !account) return this.wrong(account, left)
      if (account.disabled) return { ok: false, error: 'revoked' }
      if (redeemed === 'expired') return { ok: false, error: 'codeExpired' }
      if (redeemed === 'right') {
        const hash = await hashSecret(typed.password)
        if (!codes.spend(account.user)) return { ok: false, error: 'codeUsed' }
        store.setPasswordHash(account.user, hash)
      } else if (!(await verifySecret(store.passwordHash(account.user), typed.password))) {
        return { ok: false, error: 'codeUsed' }
      }
      return this.welcome(account, typed.device, (device) => {
        if (redeemed === 'right') {
          signOutOthers(account.user, device)
          // Whoever linked the account under the former password may have been why a new code was asked for.
          if (this.parts.esia.remove(account.user)) events.note('esiaUnlinked', account.user, device)
        }
        events.note('firstSignIn', account.user, device)
      })
    })
  }

  /** Signs in whom the provider vouches for; with the right to sign in that his account has here, and no other. */
  withIdentity(identity: Identity, device: TypedDevice): SignInOutcome {
    const { store, events, esia } = this.parts
    const user = esia.user(identity)
    const account = user && store.byUser(user)
    if (!account) return { ok: false, error: 'notLinked' }
    if (account.disabled) return { ok: false, error: 'revoked' }
    return this.welcome(account, device, (id) => events.note('signIn', account.user, id))
  }

  /** Spends the one-time code of an account that somebody signed in takes over; its password stays as it is. */
  async redeem(typed: Omit<Typed, 'password' | 'device'> & { code: string }): Promise<Redeemed> {
    const { codes } = this.parts
    return this.attempt<Redeemed & { ok: true }>(typed, async (account, left) => {
      const redeemed = await codes.check(account?.user, typed.code)
      if (redeemed === 'wrong' || !account) return this.wrong(account, left)
      if (account.disabled) return { ok: false, error: 'revoked' }
      if (redeemed === 'expired') return { ok: false, error: 'codeExpired' }
      if (redeemed === 'used' || !codes.spend(account.user)) return { ok: false, error: 'codeUsed' }
      return { ok: true, account }
    })
  }

  /** Changes the password of somebody signed in; his other devices are signed out. */
  async changePassword(
    account: Account,
    device: DeviceId,
    change: { old: string; new: string },
    address: string,
  ): Promise<{ ok: true } | SignInRefusal> {
    const { store, events, signOutOthers } = this.parts
    if (isWeak(change.new, account.login)) return { ok: false, error: 'weakPassword' }
    return this.attempt<{ ok: true }>({ login: account.login, address }, async (_, left) => {
      if (!(await verifySecret(store.passwordHash(account.user), change.old)))
        return this.wrong(account, left)
      store.setPasswordHash(account.user, await hashSecret(change.new))
      signOutOthers(account.user, device)
      events.note('passwordChanged', account.user, device)
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
    const pause = attempts.pause(key, address)
    if (pause > 0) return { ok: false, error: 'tooMany', retryAfter: Math.ceil(pause / 1000) }
    const left = attempts.begin(key, address)
    const outcome = await judge(store.byLogin(key), left)
    // Who has the right secret is no guesser, whatever else stands in the way.
    if (outcome.ok || outcome.error !== 'wrongCredentials') attempts.succeed(key, address)
    return outcome
  }

  private wrong(account: Account | undefined, left: number): SignInRefusal {
    if (account) this.parts.events.note('wrongSecret', account.user)
    return { ok: false, error: 'wrongCredentials', left }
  }

  private welcome(account: Account, typed: TypedDevice, note: (device: DeviceId) => void): SignInOutcome {
    const { devices } = this.parts
    const { name, id } = typed
    const isKnown = id !== undefined && devices.takeUp(account.user, id, name)
    const device = isKnown ? (id as DeviceId) : devices.add(account.user, name)
    note(device)
    const active = this.parts.store.byUser(account.user)!
    return { ok: true, account: active, device, ...this.parts.tokens.issue(account.user, device) }
  }
}
