import * as v from 'valibot'
import type { People, Removed } from '../../device/people.ts'
import type { UserId } from '../../domain/ledger/ids.ts'

const storageKey = 'here'
const schema = v.record(v.string(), v.number())

/** Who should be on this device, and how many entries of each wait: it outlives a browser that clears its databases. */
export function expectedHere(): Readonly<Record<string, number>> {
  try {
    const kept = v.safeParse(schema, JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
    if (kept.success) return kept.output
  } catch {
    // A browser that keeps nothing expects nobody.
  }
  return {}
}

/** Notes what waits of a person on this device; null: he is no longer to be here. */
export function expectHere(user: string, waiting: number | null): void {
  const { [user]: _, ...others } = expectedHere()
  try {
    localStorage.setItem(
      storageKey,
      JSON.stringify(waiting === null ? others : { ...others, [user]: waiting }),
    )
  } catch {
    // Then nobody is missed after the browser has cleared its databases.
  }
}

/** Removes a person from this device, so that nobody misses him. */
export async function removePerson(people: People, user: UserId, force = false): Promise<Removed> {
  const removed = await people.removePerson(user, force)
  if (removed.ok) expectHere(user, null)
  return removed
}
