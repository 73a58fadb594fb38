import * as v from 'valibot'
import type { Capacity } from './attributes.ts'
import type { Element } from './fact.ts'
import type { ClientId, DeviceId, UserId } from './ids.ts'

/** A run of elements of one writer: contiguous clocks from `clock` on, one verdict. */
export interface Row {
  client: ClientId
  /** The writer's clock of the first element. */
  clock: number
  elements: readonly Element[]
}

/** Why an honest fact is kept but does not count. */
export const voidReasons = [
  'periodLocked',
  'assignmentEnded',
  'notAssignedThen',
  'substitutionEnded',
  'dutyEnded',
] as const
export type VoidReason = (typeof voidReasons)[number]

/**
 * What the relay says of a run: the acknowledgement (only after fsync), the author it authenticated and in what
 * capacity he wrote, its own time for the legal record, and the verdict; the MAC lets any device give the run back
 * to a relay that lost it. `times` is flat: number of elements, then ms since 1970 when those were received,
 * for each part of the run in order; a run the relay has just stored has one part.
 */
export interface Receipt {
  client: ClientId
  clock: number
  length: number
  author: UserId
  device: DeviceId
  as: Capacity
  times: readonly number[]
  verdict: 'ok' | 'void'
  reason?: VoidReason
  mac: string
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const receiptSchema = v.pipe(
  v.strictObject({
    client: whole,
    clock: whole,
    length: v.pipe(whole, v.minValue(1)),
    author: v.string(),
    device: v.string(),
    as: v.picklist(['assigned', 'substitute', 'classTeacher', 'office', 'family', 'relay', 'import']),
    times: v.array(whole),
    verdict: v.picklist(['ok', 'void']),
    reason: v.optional(v.picklist(voidReasons)),
    mac: v.string(),
  }),
  v.check(({ length, times }) => {
    let sum = 0
    for (let i = 0; i < times.length; i += 2) sum += times[i]!
    return times.length % 2 === 0 && sum === length
  }, 'times do not add up to the length'),
)

/** A place in a document's log at one relay: how far a device has read. */
export interface Cursor {
  /** The relay's database; a restored copy gets another. */
  incarnation: string
  seq: number
  /** Hash of the log's chain at `seq`, first 16 hex digits. */
  chain: string
}

/** What one element's receipt says, taken out of its run's. */
export interface ElementReceipt {
  author: UserId
  device: DeviceId
  as: Capacity
  /** Relay's time, ms since 1970. */
  receivedAt: number
  verdict: 'ok' | 'void'
  reason?: VoidReason | undefined
}

/** The receipts of a run's elements, in order of their clocks; elements received together share one object. */
export function elementReceipts(receipt: Receipt): ElementReceipt[] {
  const { author, device, as, verdict, reason, times } = receipt
  const all: ElementReceipt[] = []
  for (let i = 0; i < times.length; i += 2) {
    const part = { author, device, as, receivedAt: times[i + 1]!, verdict, reason }
    for (let k = 0; k < times[i]!; k++) all.push(part)
  }
  return all
}
