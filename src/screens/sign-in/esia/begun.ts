import * as v from 'valibot'
import type { AccountClient } from '../../../sync/account-client.ts'
import { esiaBegun } from '../../../sync/esia-answers.ts'

/** What the page keeps while the person is at the provider: for this tab alone, and gone with it. */
const storageName = 'parta-esia'
const kept = v.object({
  purpose: v.picklist(['signIn', 'link']),
  secret: v.string(),
  /** The one-time value that the browser came back with. */
  handover: v.optional(v.string()),
})
export type Begun = v.InferOutput<typeof kept>

/** Keeps what was begun, and leaves for the provider; tells why not. */
export async function leaveFor(
  purpose: Begun['purpose'],
  answer: ReturnType<typeof askToBegin>,
): ReturnType<typeof askToBegin> {
  const outcome = await answer
  if (!outcome.ok) return outcome
  keepBegun({ purpose, secret: outcome.value.secret })
  location.assign(outcome.value.url)
  return outcome
}

/** Asks where to go to sign in. */
export function askToBegin(account: AccountClient, app: 'journal' | 'diary') {
  return account.ask(esiaBegun, '/api/esia/begin', { body: { app } })
}

export function keepBegun(begun: Begun): void {
  sessionStorage.setItem(storageName, JSON.stringify(begun))
}

/** What this tab began; undefined when it began nothing. */
export function readBegun(): Begun | undefined {
  try {
    const read = v.safeParse(kept, JSON.parse(sessionStorage.getItem(storageName) ?? 'null'))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

export function forgetBegun(): void {
  sessionStorage.removeItem(storageName)
}
