import { randomUUID } from 'node:crypto'
import { randomNonce, randomPKCECodeVerifier } from 'openid-client'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Identity } from '../accounts/esia-links.ts'
import { randomToken, tokenHash } from '../accounts/secrets.ts'
import type { EsiaFault, SignInOutcome, TypedDevice } from '../accounts/sign-in.ts'
import type { Provider, RequestSecrets } from './provider.ts'

/** Which of the two apps somebody came from, and goes back to. */
export type EsiaApp = 'journal' | 'diary'

type Failed = { ok: false; error: EsiaFault }

/** What was begun on a page; waits under its state. */
interface Begun extends RequestSecrets {
  app: EsiaApp
  /** Hash of the secret that the page keeps. */
  page: string
  /** Who links his account; undefined: somebody signs in. */
  user: UserId | undefined
}

/** What waits under the one-time value that the app is handed. */
interface Handed extends Begun {
  query: string
}

/** Where faults of the provider are told of. */
export interface EsiaLog {
  warn(details: object, message: string): void
}

/**
 * Signing in through ЕСИА, or another provider of OpenID Connect. Three steps: `begin` gives the address of the
 * provider, `returned` takes what the provider sent the browser back with, `finish` trades that for the identity.
 *
 * The browser is known again by a secret that its page keeps in sessionStorage, and no cookie: the API knows none, so
 * that no other site can make a browser ask anything here. Whoever opens somebody else's address of return has no
 * secret, and nothing is asked of the provider for him.
 */
export class Esia {
  constructor(
    private readonly provider: Provider,
    private readonly accounts: Accounts,
    private readonly log: EsiaLog,
  ) {}

  /** Where the browser goes, and the secret that its page keeps. `user`: who links his account. */
  async begin(
    app: EsiaApp,
    user?: UserId,
  ): Promise<{ ok: true; url: string; secret: string } | { ok: false; error: 'providerDown' }> {
    // ЕСИА wants a UUID.
    const state = randomUUID()
    const secrets = { state, nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
    let url: URL
    try {
      url = await this.provider.address(secrets)
    } catch (error) {
      this.log.warn({ reason: (error as Error).name }, 'no address for sign-in through ЕСИА')
      return { ok: false, error: 'providerDown' }
    }
    const secret = randomToken(32)
    const begun: Begun = { ...secrets, app, page: tokenHash(secret), user }
    await this.accounts.pending.put(state, begun)
    return { ok: true, url: url.href, secret }
  }

  /** The browser is back with a query; undefined when its state is unknown, used or older than ten minutes. */
  async returned(query: string): Promise<{ app: EsiaApp; handover: string } | undefined> {
    const begun = await this.accounts.pending.take<Begun>(new URLSearchParams(query).get('state') ?? '')
    if (!begun) return undefined
    const handover = randomToken(32)
    const handed: Handed = { ...begun, query }
    await this.accounts.pending.put(handover, handed)
    return { app: begun.app, handover }
  }

  /** Signs in whom the provider vouches for. */
  async signIn(handover: string, secret: string, device: TypedDevice): Promise<SignInOutcome> {
    const who = await this.identity(handover, secret, undefined)
    return who.ok ? this.accounts.signIn.withIdentity(who.identity, device) : who
  }

  /** Links the account of somebody signed in to whom the provider vouches for. */
  async link(handover: string, secret: string, user: UserId): Promise<{ ok: true } | Failed> {
    const who = await this.identity(handover, secret, user)
    if (!who.ok) return who
    const { store, esia } = this.accounts
    const other = await esia.user(who.identity)
    // An account that was closed, as when it went over into another of the same person, gives way.
    if (other !== undefined && other !== user && (await store.byUser(other))?.disabled === false)
      return { ok: false, error: 'linkedElsewhere' }
    await this.accounts.linkEsia(user, who.identity)
    return { ok: true }
  }

  isLinked(user: UserId): Promise<boolean> {
    return this.accounts.esia.has(user)
  }

  unlink(user: UserId): Promise<void> {
    return this.accounts.unlinkEsia(user)
  }

  private async identity(
    handover: string,
    secret: string,
    user: UserId | undefined,
  ): Promise<{ ok: true; identity: Identity } | Failed> {
    const begun = await this.accounts.pending.take<Handed>(handover)
    if (!begun || begun.page !== tokenHash(secret) || begun.user !== user)
      return { ok: false, error: 'startAgain' }
    const vouched = await this.provider.identity(begun.query, begun)
    if (vouched.ok) return vouched
    this.log.warn({ reason: vouched.reason }, 'no identity from ЕСИА')
    return { ok: false, error: faults[vouched.error] }
  }
}

const faults = { declined: 'declined', down: 'providerDown', untrue: 'startAgain' } as const
