import type { Receipt } from '../domain/ledger/receipt.ts'

/** Short names for what the relay repeats in every receipt. */
const capacities = ['assigned', 'substitute', 'classTeacher', 'office', 'family', 'relay', 'import'] as const

/** A receipt as a tuple for the wire and the disk; times after the first are differences. */
export function packReceipt(receipt: Receipt): unknown[] {
  const { client, clock, length, author, device, as, times, verdict, reason, mac } = receipt
  let last = 0
  const deltas = times.map((part, index) => {
    if (index % 2 === 0) return part
    const delta = part - last
    last = part
    return delta
  })
  const tuple: unknown[] = [client, clock, length, author, device, capacities.indexOf(as), deltas, mac]
  if (verdict === 'void') tuple.push(reason ?? null)
  return tuple
}

/** The object of a packed receipt; parse it with `receiptSchema` before trusting it. */
export function unpackReceipt(tuple: readonly unknown[]): unknown {
  const [client, clock, length, author, device, as, deltas, mac, reason] = tuple
  let last = 0
  const times = Array.isArray(deltas)
    ? deltas.map((part: number, index) => {
        if (index % 2 === 0) return part
        last += part
        return last
      })
    : deltas
  return {
    client,
    clock,
    length,
    author,
    device,
    as: capacities[as as number],
    times,
    mac,
    verdict: tuple.length > 8 ? 'void' : 'ok',
    ...(tuple.length > 8 && reason ? { reason } : {}),
  }
}
