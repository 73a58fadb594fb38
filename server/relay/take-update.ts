import type { CarriedRun } from '../../src/sync/update.ts'
import { NoRoom } from '../store/row-store.ts'
import { type Answer, answer, readsOf, weightOf } from './answer.ts'
import type { Authenticated } from './authenticated.ts'
import type { Channel } from './channel.ts'
import type { Surroundings } from './session.ts'

/** Judges and stores an update in the next transaction; resolves with what its device is told, after fsync. */
export async function takeUpdate(
  { log, hasRoom, logger }: Pick<Surroundings, 'log' | 'hasRoom' | 'logger'>,
  channel: Channel,
  who: Authenticated,
  runs: readonly CarriedRun[],
): Promise<Answer> {
  const work: Parameters<typeof log.submit<Answer>>[1] = (written) => {
    if (!hasRoom()) throw new NoRoom('what is left is kept for signing in')
    const found = answer(written, channel.document, who, runs)
    // Only what was taken is remembered, and before it goes out to readers.
    if (found.kind === 'accepted') channel.noteSent(runs)
    return found
  }
  try {
    return await log.submit(readsOf(channel.document, runs), work, weightOf(runs))
  } catch (err) {
    if (!(err instanceof NoRoom)) throw err
    logger.error({ err }, 'no room on the disk')
    return { kind: 'noRoom' }
  }
}
