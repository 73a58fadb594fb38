import { cut, disjoint } from '../device/runs.ts'
import { isErased } from '../domain/ledger/fact.ts'
import type { ClientId } from '../domain/ledger/ids.ts'
import { elementReceipts, type Receipt, type Row } from '../domain/ledger/receipt.ts'
import { type Entry, frameLimit, type ReceiptMark } from './frames.ts'

/** Bytes of JSON in one `return` frame; well under the limit, since letters may take several bytes. */
const returnSize = frameLimit / 4

/**
 * Runs to give back to a relay restored from an older backup: those with a receipt for any element that the relay's
 * own receipts, by time and verdict, lack, and those of which something was erased, which the backup may still hold. A run
 * is returned whole, its MAC covers it. In frames of bearable size.
 */
export function missingAtRelay(
  rows: readonly Row[],
  receipts: readonly Receipt[],
  marks: readonly ReceiptMark[],
): Entry[][] {
  const known = new Set<string>()
  for (const [client, clock, length, receivedAt, ok] of marks)
    for (let i = 0; i < length; i++) known.add(`${client},${clock + i},${receivedAt},${ok}`)
  const writers = byWriter(rows)
  const lacking = receipts.filter(
    (receipt) =>
      elementReceipts(receipt).some(({ receivedAt, verdict }, index) => {
        const ok = verdict === 'ok' ? 1 : 0
        return !known.has(`${receipt.client},${receipt.clock + index},${receivedAt},${ok}`)
      }) || elementsOf(writers.get(receipt.client) ?? [], receipt)?.some(isErased),
  )
  const frames: Entry[][] = []
  let size = returnSize
  for (const receipt of lacking) {
    const elements = elementsOf(writers.get(receipt.client) ?? [], receipt)
    if (!elements) continue
    const length = JSON.stringify(elements).length + 200
    if (size + length > returnSize) {
      frames.push([])
      size = 0
    }
    frames.at(-1)!.push({ receipt, elements })
    size += length
  }
  return frames
}

function byWriter(rows: readonly Row[]): Map<ClientId, Row[]> {
  const writers = new Map<ClientId, Row[]>()
  for (const row of disjoint(rows)) {
    const list = writers.get(row.client)
    if (list) list.push(row)
    else writers.set(row.client, [row])
  }
  for (const list of writers.values()) list.sort((a, b) => a.clock - b.clock)
  return writers
}

/** The elements under a receipt; null when this device does not hold them all. */
function elementsOf(rows: readonly Row[], { clock, length }: Receipt): Row['elements'] | null {
  const end = clock + length
  const elements = rows.flatMap((row) => {
    const from = Math.max(clock, row.clock)
    const to = Math.min(end, row.clock + row.elements.length)
    return from < to ? cut(row, { clock: from, end: to }).elements : []
  })
  return elements.length === length ? elements : null
}
