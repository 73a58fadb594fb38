import type { Capacity } from '../../src/domain/ledger/attributes.ts'
import type { Element } from '../../src/domain/ledger/fact.ts'
import type { ClientId, DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { Receipt, VoidReason } from '../../src/domain/ledger/receipt.ts'
import { shortChain } from './row-hash.ts'
import type { KeptEntry, LogEntry, NewEntry } from './row-store.ts'

/** A line of the `row` table. */
export interface StoredRow {
  seq: number
  client: ClientId
  clock: number
  length: number
  author: UserId
  device: DeviceId
  capacity: Capacity
  times: string
  verdict: 'ok' | 'void'
  reason: VoidReason | null
  mac: string
  carries: 0 | 1
  elements: string | null
  hash: Buffer
  chain: Buffer
}

/** The entry in a line of the table. Throws where its JSON was damaged. */
export function readEntry(row: StoredRow): NewEntry {
  const elements = row.elements === null ? null : (JSON.parse(row.elements) as Element[])
  return { receipt: readReceipt(row), elements, hash: row.hash }
}

/** The same without reading its elements. */
export function readKept(row: StoredRow): KeptEntry {
  return { receipt: readReceipt(row), seq: row.seq, chain: shortChain(row.chain), json: row.elements }
}

function readReceipt(row: StoredRow): Receipt {
  const { client, clock, length, author, device, capacity, times, verdict, reason, mac } = row
  return {
    client,
    clock,
    length,
    author,
    device,
    as: capacity,
    times: JSON.parse(times) as number[],
    verdict,
    ...(reason ? { reason } : {}),
    mac,
  }
}

/** Rows with the chain before each, which is the chain after the one before. */
export function linked(rows: StoredRow[], before: Uint8Array): LogEntry[] {
  let previous = before
  return rows.map((row) => {
    const entry = {
      ...readEntry(row),
      seq: row.seq,
      chain: shortChain(row.chain),
      previousChain: shortChain(previous),
    }
    previous = row.chain
    return entry
  })
}
