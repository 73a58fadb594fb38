import { isFact } from '../../src/domain/ledger/fact.ts'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { type CarriedOutcome, splitOutbox } from '../../src/domain/ledger/outbox.ts'
import type { Awaitable } from '../store/row-store.ts'
import { accessOf } from './access.ts'
import { answer, readsOf } from './answer.ts'
import type { Authenticated } from './authenticated.ts'
import type { OutboxKeys } from './outbox-keys.ts'
import type { RelayLog } from './relay-log.ts'

/** Who a device's rows are by, as accounts stand; null for one that may not deliver any more. */
export type KnownDevice = (user: UserId, device: DeviceId) => Awaitable<Authenticated | null>

/**
 * Takes rows that somebody carried, in their authors' names: each is judged as if its device had sent it, and one that
 * is known already stores nothing. Resolves after fsync with what became of the facts; null when the bytes are no file.
 */
export async function takeCarried(
  log: RelayLog,
  keys: OutboxKeys,
  known: KnownDevice,
  file: Uint8Array,
): Promise<CarriedOutcome | null> {
  const parts = splitOutbox(file)
  if (!parts) return null
  const rows = keys.open(parts)
  const outcome: CarriedOutcome = { taken: 0, later: 0, refused: 0, unreadable: 0 }
  // The writer's order, whatever the file's: what comes first in an array must be taken first.
  const ordered = rows.flatMap((row) => row ?? []).sort((a, b) => a.clock - b.clock)
  outcome.unreadable = rows.length - ordered.length
  for (const row of ordered) {
    const { document, client, clock, elements, user, device } = row
    const facts = elements.filter(isFact).length
    const who = await known(user, device)
    if (!who || accessOf(log, who, document) === 'none') {
      outcome.refused += facts
      continue
    }
    const runs = [{ client, clock, elements }]
    const { kind } = await log.submit(readsOf(document, runs), (written) =>
      answer(written, document, who, runs),
    )
    outcome[kind === 'accepted' ? 'taken' : kind === 'resync' ? 'later' : 'refused'] += facts
  }
  return outcome
}
