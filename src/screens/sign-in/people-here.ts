import type { People } from '../../device/people.ts'
import { expectedHere, expectHere } from '../workspace/here.ts'
import type { DeviceSaid } from './device-said.tsx'
import type { PersonOnDevice } from './unlock.tsx'

/** Who is on this device; `erased` where the browser cleared away somebody who should be, which is said once. */
export async function peopleHere(
  people: People,
): Promise<{ all: PersonOnDevice[]; erased: DeviceSaid | undefined }> {
  const present = await people.people()
  const all = await Promise.all(
    present.map(async ({ user, label }) => ({
      id: user,
      name: label,
      waiting: (await people.waiting(user)).facts,
    })),
  )
  const missing = Object.entries(expectedHere()).filter(([user]) => !all.some(({ id }) => id === user))
  for (const [user] of missing) expectHere(user, null)
  const unsent = missing.reduce((sum, [, waiting]) => sum + waiting, 0)
  return { all, erased: missing.length > 0 ? { kind: 'erased', unsent } : undefined }
}
