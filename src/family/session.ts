import * as v from 'valibot'
import type { AccountClient, Answer } from '../sync/account-client.ts'
import { sealedTokens, type Tokens } from '../sync/tokens.ts'
import type { Vault } from './vault.ts'

/** How long before its end an access token is not used any more, ms. */
const margin = 10_000

/** A signed-in family: asks the relay, renewing the token as need be. */
export class FamilySession {
  private readonly tokens: Tokens
  /** A new token looks spent already: only the relay can tell which are. */
  private clockIsFast = false

  constructor(
    vault: Vault,
    private readonly account: AccountClient,
    private readonly now: () => number = Date.now,
  ) {
    this.tokens = sealedTokens(
      {
        kept: (name) => vault.read(name),
        keep: (name, value) => vault.write(name, value),
        waiting: async () => ({ facts: 0, since: null }),
      },
      account,
    )
  }

  /** Asks once more under a fresh token when the one at hand is not good any more. */
  async ask<S extends v.GenericSchema>(
    schema: S,
    path: string,
    body?: unknown,
  ): Promise<Answer<v.InferOutput<S>>> {
    const current = await this.tokens.current()
    if (!current) return { ok: false, fault: { code: 'notSignedIn' } }
    let { access } = current
    if (!this.clockIsFast && this.looksSpent(current.accessExpires)) {
      const renewed = await this.renew(access)
      if (typeof renewed !== 'string') return renewed
      access = renewed
    }
    const answer = await this.account.ask(schema, path, { access, body })
    if (answer.ok || answer.fault.code !== 'notSignedIn') return answer
    const renewed = await this.renew(access)
    return typeof renewed === 'string' ? this.account.ask(schema, path, { access: renewed, body }) : renewed
  }

  /** The bytes of a file; undefined when they don't come. */
  async file(path: string): Promise<Blob | undefined> {
    const current = await this.tokens.current()
    if (!current) return undefined
    try {
      const answer = await fetch(path, {
        headers: { authorization: `Bearer ${current.access}` },
        cache: 'no-store',
      })
      return answer.ok ? await answer.blob() : undefined
    } catch {
      return undefined
    }
  }

  async signOut(): Promise<void> {
    const current = await this.tokens.current()
    if (current) await this.account.signOut(current.access)
  }

  private looksSpent(expires: number): boolean {
    return expires - margin < this.now()
  }

  private async renew(
    spent: string,
  ): Promise<string | { ok: false; fault: { code: 'noLine' | 'notSignedIn' } }> {
    const renewal = await this.tokens.renew(spent)
    if (renewal.kind === 'renewed') {
      this.clockIsFast = this.looksSpent(renewal.accessExpires)
      return renewal.access
    }
    return { ok: false, fault: { code: renewal.kind === 'noLine' ? 'noLine' : 'notSignedIn' } }
  }
}

export const profile = v.object({ name: v.string(), school: v.string() })
