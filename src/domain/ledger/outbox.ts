import * as v from 'valibot'
import type { DocumentId } from './documents.ts'
import type { Element } from './fact.ts'
import { type ClientId, type DeviceId, isDeviceId, isUserId, type UserId } from './ids.ts'

/**
 * The sealed outbox: rows that wait, each sealed to the relay's public key, so that anybody may carry them and nobody
 * read them. A part is the sealer's ephemeral public key (P-256, 65 bytes), an initialisation vector (12) and the
 * AES-256-GCM ciphertext of a `CarriedRow`; the key comes by HKDF-SHA256 from the ECDH secret, salted with both public
 * keys. A file or request body is the mark, then each part behind its length (4 bytes, big-endian).
 */
export interface CarriedRow {
  document: DocumentId
  client: ClientId
  clock: number
  elements: readonly Element[]
  user: UserId
  device: DeviceId
  /** Says that the relay knows this device; it can only deliver. */
  token: string
}

/** What a device needs to seal: the relay's public key (base64url of the 65 bytes) and its own token. */
export const outboxKeySchema = v.object({
  key: v.pipe(v.string(), v.maxLength(100)),
  token: v.pipe(v.string(), v.maxLength(100)),
})
export type OutboxKey = v.InferOutput<typeof outboxKeySchema>

/** What became of the facts that somebody carried. */
export const carriedOutcomeSchema = v.object({
  /** At the relay now, or already before; judged as usual. */
  taken: v.number(),
  /** Behind others that are not in this file; they come by themselves over the line. */
  later: v.number(),
  /** Not to be taken; the device keeps them and hears why when it is online. */
  refused: v.number(),
  /** Parts that this relay can't open: of another school, or damaged. */
  unreadable: v.number(),
})
export type CarriedOutcome = v.InferOutput<typeof carriedOutcomeSchema>

export const publicKeyLength = 65
export const ivLength = 12
/** HKDF's purpose. */
export const outboxPurpose = 'parta sealed outbox 1'
/** Bytes of one request; a larger file goes in several. */
export const outboxLimit = 1_000_000

const mark = 'PARTA-1\n'
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const carriedRow = v.object({
  document: v.pipe(v.string(), v.maxLength(300)),
  client: whole,
  clock: whole,
  elements: v.pipe(v.array(v.unknown()), v.minLength(1)),
  user: v.custom<UserId>((id) => typeof id === 'string' && isUserId(id)),
  device: v.custom<DeviceId>((id) => typeof id === 'string' && isDeviceId(id)),
  token: v.string(),
})

/** Reads what was sealed; null when it is something else. Elements are checked where rows are taken. */
export function readCarriedRow(json: string): CarriedRow | null {
  try {
    return v.parse(carriedRow, JSON.parse(json)) as unknown as CarriedRow
  } catch {
    return null
  }
}

/** Puts sealed parts into one file. */
export function joinOutbox(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(mark)
  const file = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, head.length))
  file.set(head)
  let at = head.length
  for (const part of parts) {
    new DataView(file.buffer).setUint32(at, part.length)
    file.set(part, at + 4)
    at += 4 + part.length
  }
  return file
}

/** Takes a file apart; null when it is none, or was cut. */
export function splitOutbox(file: Uint8Array): Uint8Array[] | null {
  if (new TextDecoder().decode(file.subarray(0, mark.length)) !== mark) return null
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const parts: Uint8Array[] = []
  for (let at = mark.length; at < file.length; ) {
    if (at + 4 > file.length) return null
    const end = at + 4 + view.getUint32(at)
    if (end > file.length) return null
    parts.push(file.subarray(at + 4, end))
    at = end
  }
  return parts
}

/** Files of at most about `outboxLimit` bytes that hold the same parts, in order. */
export function outboxPortions(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer>[] {
  const portions: Uint8Array[][] = []
  let size = outboxLimit
  for (const part of parts) {
    if (size + part.length + 4 > outboxLimit - mark.length) {
      portions.push([])
      size = 0
    }
    portions.at(-1)!.push(part)
    size += part.length + 4
  }
  return portions.map(joinOutbox)
}
