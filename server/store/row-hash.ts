import { createHash, hash } from 'node:crypto'
import { canonical, type Element, type Json } from '../../src/domain/ledger/fact.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'

/** SHA-256 over a run's elements as canonical JSON. */
export function elementsHash(elements: readonly Element[]): Buffer {
  return createHash('sha256')
    .update(canonical(elements as unknown as Json))
    .digest()
}

/** The chain before the first entry of a log. */
export const chainStart = Buffer.alloc(32)

/** The chain after an entry: the hash before it, all that its receipt says, the hash of its elements. */
export function nextChain(
  previous: Uint8Array,
  receipt: Receipt,
  carries: boolean,
  elements: Uint8Array,
): Buffer {
  const { client, clock, length, author, device, as, times, verdict, reason, mac } = receipt
  const meta = [client, clock, length, author, device, as, times, verdict, reason ?? null, mac, carries]
  return createHash('sha256').update(previous).update(JSON.stringify(meta)).update(elements).digest()
}

/** A chain hash as cursors carry it: the first eight bytes in hex. */
export function shortChain(chain: Uint8Array): string {
  return Buffer.from(chain.subarray(0, 8)).toString('hex')
}

/** 48 bits of a fact id's hash: a small index key; who looks up compares the id itself. */
export function factKey(id: FactId): number {
  return hash('sha256', id, 'buffer').readUIntBE(0, 6)
}
