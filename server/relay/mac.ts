import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
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
