import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Erased } from '../../src/domain/ledger/fact.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import type { RelayKeys } from './keys.ts'

/** A receipt before it is signed. */
export type UnsignedReceipt = Omit<Receipt, 'mac'>

const macBytes = 16

function macOf(keys: RelayKeys, document: DocumentId, receipt: UnsignedReceipt, hash: Uint8Array): Buffer {
  const { client, clock, length, author, device, as, times, verdict, reason } = receipt
  const signed = [document, client, clock, length, author, device, as, times, verdict, reason ?? null]
  return createHmac('sha256', keys.mac)
    .update(JSON.stringify(signed))
    .update(hash)
    .digest()
    .subarray(0, macBytes)
}

/**
 * Signs a receipt: HMAC-SHA256, cut to 16 bytes, over the document, all fields but incarnation and seq (a returned
 * receipt stays as it was) and the hash of the elements (`elementsHash`).
 */
export function sign(
  keys: RelayKeys,
  document: DocumentId,
  receipt: UnsignedReceipt,
  hash: Uint8Array,
): Receipt {
  return { ...receipt, mac: macOf(keys, document, receipt, hash).toString('base64url') }
}

/** Whether a relay with this key made the receipt for elements of this hash. */
export function isGenuine(
  keys: RelayKeys,
  document: DocumentId,
  receipt: Receipt,
  hash: Uint8Array,
): boolean {
  const given = Buffer.from(receipt.mac, 'base64url')
  return given.length === macBytes && timingSafeEqual(given, macOf(keys, document, receipt, hash))
}

function macOfErased(keys: RelayKeys, document: DocumentId, hash: Uint8Array): Buffer {
  return createHmac('sha256', keys.mac)
    .update(JSON.stringify(['erased', document]))
    .update(hash)
    .digest()
    .subarray(0, macBytes)
}

/** What is left of an element of this hash once it is erased, signed. */
export function signErased(keys: RelayKeys, document: DocumentId, hash: Uint8Array): Erased {
  const mac = macOfErased(keys, document, hash).toString('base64url')
  return { erased: Buffer.from(hash).toString('base64url'), mac }
}

/** Whether a relay with this key erased it. */
export function isGenuineErased(keys: RelayKeys, document: DocumentId, { erased, mac }: Erased): boolean {
  const given = Buffer.from(mac, 'base64url')
  const hash = Buffer.from(erased, 'base64url')
  return given.length === macBytes && timingSafeEqual(given, macOfErased(keys, document, hash))
}
