import { isFact } from '../../src/domain/ledger/fact.ts'
import type { NewEntry } from './row-store.ts'

/** What was received from devices within an hour. */
export interface Received {
  /** Whole hours since 1970. */
  hour: number
  /** Facts that count, and facts that are kept but do not. */
  entries: number
  voided: number
  /** The last receipt, ms since 1970. */
  newest: number
}

const hourLength = 3_600_000

export const hourOf = (time: number): number => Math.floor(time / hourLength)

/** What appended entries count by the hour of their receipts; what the server wrote itself counts nothing. */
export function receivedIn(appended: readonly { entry: NewEntry; carries: boolean }[]): Received[] {
  const hours = new Map<number, Received>()
  for (const { entry, carries } of appended) {
    const { receipt, elements } = entry
    if (!carries || receipt.as === 'relay' || receipt.as === 'import') continue
    const time = receipt.times.at(-1)!
    const hour = hourOf(time)
    const known = hours.get(hour) ?? { hour, entries: 0, voided: 0, newest: 0 }
    const facts = (elements ?? []).filter(isFact).length
    if (receipt.verdict === 'ok') known.entries += facts
    else known.voided += facts
    known.newest = Math.max(known.newest, time)
    hours.set(hour, known)
  }
  return [...hours.values()]
}
