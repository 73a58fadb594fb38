import { createHash, hash } from 'node:crypto'
import { canonical, type Element, isErased, type Json } from '../../src/domain/ledger/fact.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'

/** SHA-256 of an element as canonical JSON; of an erased one, what it had. */
export function elementHash(element: Element): Buffer {
  return isErased(element)
    ? Buffer.from(element.erased, 'base64url')
    : hash('sha256', canonical(element as unknown as Json), 'buffer')
}

/**
 * SHA-256 over the hashes of a run's elements: one of them can be erased, and the run's hash still be told. They are
 * kept as letters of 8 bits: a Buffer for each of a year's 1,400 would cost more than its hash.
 */
export function elementsHash(elements: readonly Element[]): Buffer {
  const hashes = elements.map((element) =>
    isErased(element)
      ? elementHash(element).toString('latin1')
      : hash('sha256', canonical(element as unknown as Json), 'binary'),
  )
  return hash('sha256', Buffer.from(hashes.join(''), 'latin1'), 'buffer')
}

/** SHA-256 over a run as a whole, as rows and receipts of schema version 1 have it. */
export function earlierElementsHash(elements: readonly Element[]): Buffer {
  return hash('sha256', canonical(elements as unknown as Json), 'buffer')
}

/** The hash of a run by those of its elements. */
export function hashOfHashes(hashes: readonly Uint8Array[]): Buffer {
  const all = createHash('sha256')
  for (const one of hashes) all.update(one)
  return all.digest()
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
  return Number.parseInt(hash('sha256', id, 'hex').slice(0, 12), 16)
}
