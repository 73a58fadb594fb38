import * as v from 'valibot'
import { secretNames } from '../device/secret-names.ts'
import type { DeviceStore } from '../device/store.ts'
import type { AccountClient } from './account-client.ts'

export const tokensSchema = v.object({
  access: v.string(),
  /** ms since 1970 */
  accessExpires: v.number(),
  refresh: v.string(),
})
export type TokenSet = v.InferOutput<typeof tokensSchema>

export type Renewal =
  | { kind: 'renewed'; access: string; accessExpires: number }
  /** No answer, or not from the relay: try later. */
  | { kind: 'noLine' }
  | { kind: 'signInAgain' }
  /** The account or this device was revoked; `deliver` is a token that may only deliver what waits. */
  | { kind: 'revoked'; deliver?: string }

/** Where the line gets its access token. */
export interface Tokens {
  /** The token at hand, whether or not it is still good; null when none was ever kept. */
  current(): Promise<{ access: string; accessExpires: number } | null>
  /** A token other than `spent`: another tab's, or a fresh one from the relay. */
  renew(spent: string): Promise<Renewal>
}

/**
 * The person's tokens, sealed in his store. Refresh tokens rotate, and an old one used again counts as theft, so of
 * all tabs only one renews at a time, and looks first whether another just did.
 */
export function sealedTokens(
  store: Pick<DeviceStore, 'kept' | 'keep' | 'waiting'>,
  account: Pick<AccountClient, 'refresh'>,
): Tokens {
  const read = async () => {
    const kept = await store.kept(secretNames.tokens)
    return kept === undefined ? null : v.parse(tokensSchema, kept)
  }
  const renew = async (spent: string): Promise<Renewal> => {
    const kept = await read()
    if (!kept) return { kind: 'signInAgain' }
    if (kept.access !== spent)
      return { kind: 'renewed', access: kept.access, accessExpires: kept.accessExpires }
    const answer = await account.refresh(kept.refresh)
    if (answer.ok) {
      const { access, accessExpires, refresh } = answer.value
      await store.keep(secretNames.tokens, { access, accessExpires, refresh })
      return { kind: 'renewed', access, accessExpires }
    }
    switch (answer.fault.code) {
      case 'revoked': {
        const { deliver } = answer.fault
        return deliver && (await store.waiting()).facts > 0
          ? { kind: 'revoked', deliver }
          : { kind: 'revoked' }
      }
      case 'notSignedIn':
      case 'wrongCredentials':
        return { kind: 'signInAgain' }
      default:
        return { kind: 'noLine' }
    }
  }
  return { current: read, renew: (spent) => oneTabAtATime(() => renew(spent)) }
}

let previous: Promise<unknown> = Promise.resolve()

/** Runs under a lock that all tabs of this origin share; where the browser has none, one at a time in this tab. */
function oneTabAtATime<T>(run: () => Promise<T>): Promise<T> {
  if (globalThis.navigator?.locks) return navigator.locks.request('parta-tokens', run) as Promise<T>
  const next = previous.then(run, run)
  previous = next.catch(() => undefined)
  return next
}
