import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import type { UnsignedReceipt } from './mac.ts'

/** What a receipt says of the elements [from, to) of its run, counted from the run's start; not signed any more. */
export function sliceReceipt(receipt: Receipt, from: number, to: number): UnsignedReceipt {
  const { mac: _, ...rest } = receipt
  const times: number[] = []
  let start = 0
  for (let i = 0; i < receipt.times.length; i += 2) {
    const end = start + receipt.times[i]!
    const part = Math.min(end, to) - Math.max(start, from)
    if (part > 0) addTime(times, part, receipt.times[i + 1]!)
    start = end
  }
  return { ...rest, clock: receipt.clock + from, length: to - from, times }
}

/** Whether `next` goes on where `receipt` ends, by the same writer and with the same verdict. */
export function continues(receipt: UnsignedReceipt, next: UnsignedReceipt): boolean {
  return (
    next.client === receipt.client &&
    next.clock === receipt.clock + receipt.length &&
    next.author === receipt.author &&
    next.device === receipt.device &&
    next.as === receipt.as &&
    next.verdict === receipt.verdict &&
    next.reason === receipt.reason
  )
}

/** One receipt for two runs of which the second continues the first. */
export function joinReceipts(receipt: UnsignedReceipt, next: UnsignedReceipt): UnsignedReceipt {
  const times = [...receipt.times]
  for (let i = 0; i < next.times.length; i += 2) addTime(times, next.times[i]!, next.times[i + 1]!)
  return { ...receipt, length: receipt.length + next.length, times }
}

function addTime(times: number[], count: number, time: number): void {
  if (times.at(-1) === time) times[times.length - 2]! += count
  else times.push(count, time)
}
