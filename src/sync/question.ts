import type { DeviceId } from '../domain/ledger/ids.ts'

/** A device as a person knows it; `id` where he signs in again on one that already is his. */
export interface NamedDevice {
  name: string
  id?: DeviceId
}

/** ISO dates. */
export interface DateRange {
  from: string
  to: string
}

/** What came back, read to its end. */
export interface Came {
  ok: boolean
  status: number
  text: string
}

/** Where one signs in: with a one-time code, or with the password. */
export const signInPaths = { first: '/api/first-sign-in', again: '/api/sign-in' } as const

/** Ms after which a request counts as unanswered: an old phone line needs seconds, nobody waits a minute. */
const patience = 30_000

/** Sends one question to the relay; `body` makes it a POST. Rejects when nothing comes. */
export async function send(
  fetch: typeof globalThis.fetch,
  address: string,
  { access, body }: { access?: string | undefined; body?: unknown },
): Promise<Came> {
  const response = await fetch.call(globalThis, address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(access ? { authorization: `Bearer ${access}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    cache: 'no-store',
    credentials: 'omit',
    // The relay sends nobody elsewhere: whoever does is something between.
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  })
  return { ok: response.ok, status: response.status, text: await response.text() }
}
