import * as v from 'valibot'
import {
  type CarriedOutcome,
  carriedOutcomeSchema,
  outboxPortions,
  splitOutbox,
} from '../domain/ledger/outbox.ts'

export type CarriedAnswer =
  | { ok: true; outcome: CarriedOutcome }
  /** `notAnOutbox`: the file is none; `noLine`: no answer; `notTheRelay`: somebody else's; `tooMany`: later. */
  | { ok: false; code: 'notAnOutbox' | 'noLine' | 'notTheRelay' | 'tooMany' }

/** Delivers a file of sealed rows, portion by portion; what arrived already is taken again without harm. */
export async function deliverOutbox(
  file: Uint8Array,
  origin: string,
  fetch: typeof globalThis.fetch,
): Promise<CarriedAnswer> {
  const parts = splitOutbox(file)
  if (!parts || parts.length === 0) return { ok: false, code: 'notAnOutbox' }
  const outcome: CarriedOutcome = { taken: 0, later: 0, refused: 0, unreadable: 0 }
  for (const body of outboxPortions(parts)) {
    let response: Response
    try {
      response = await fetch.call(globalThis, `${origin}/api/outbox`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body,
        cache: 'no-store',
        credentials: 'omit',
      })
    } catch {
      return { ok: false, code: 'noLine' }
    }
    if (response.status === 429) return { ok: false, code: 'tooMany' }
    const answer = v.safeParse(carriedOutcomeSchema, await response.json().catch(() => null))
    if (!response.ok || !answer.success) return { ok: false, code: 'notTheRelay' }
    for (const key of ['taken', 'later', 'refused', 'unreadable'] as const) outcome[key] += answer.output[key]
  }
  return { ok: true, outcome }
}
