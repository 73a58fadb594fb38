import type { Tokens } from './tokens.ts'

/** A token good enough for a dial, or why there is none. */
export type Access =
  | { kind: 'token'; access: string; accessExpires: number }
  | { kind: 'noLine' }
  | { kind: 'signInAgain' }
  | { kind: 'revoked' }

/** A token this close to its end is renewed before it is used, ms. */
export const tokenMargin = 60_000

/** The access token with which a line signs in. */
export class LineAccess {
  /** The account or this device was revoked; what waits may still be delivered. */
  revoked = false
  /** The token of this dial, and the last one that the relay refused. */
  private used = ''
  private spent = ''

  /** `relayTime`: the relay's clock as far as it is known. */
  constructor(
    private readonly tokens: Tokens,
    private readonly relayTime: () => number,
  ) {}

  /** The token at hand where it is good, else a renewed one. */
  async next(): Promise<Access> {
    const current = await this.tokens.current()
    const good =
      current && current.access !== this.spent && current.accessExpires - tokenMargin > this.relayTime()
    if (good) {
      // One that was kept since: the person has signed in again.
      this.revoked = false
      return this.use(current.access, current.accessExpires)
    }
    const renewal = await this.tokens.renew(current?.access ?? '')
    if (renewal.kind === 'renewed') {
      this.revoked = false
      return this.use(renewal.access, renewal.accessExpires)
    }
    if (renewal.kind !== 'revoked') return renewal
    this.revoked = true
    if (renewal.deliver === undefined) return { kind: 'revoked' }
    // How long it is good the relay says by closing.
    return this.use(renewal.deliver, Number.MAX_SAFE_INTEGER)
  }

  /** The relay refused the token that was used last: it is renewed whatever its date says. */
  refused(revoked: boolean): void {
    this.revoked ||= revoked
    this.spent = this.used
  }

  private use(access: string, accessExpires: number): Access {
    this.used = access
    return { kind: 'token', access, accessExpires }
  }
}
