import type { DataKey } from './seal.ts'

/**
 * The data key wrapped so that it takes the PIN and the relay's share together. Neither lies here: without the relay
 * nobody can guess at the PIN, and the relay counts the guesses (SPEC.md, SEAL7).
 */
export interface OnlineKey {
  /** By which this device asks the relay about itself and for the share; it opens nothing. base64url. */
  ticket: string
  salt: Uint8Array
  rounds: number
  iv: Uint8Array
  wrapped: Uint8Array
}

/** What the relay gets to keep; base64url. */
export interface ShareForRelay {
  ticket: string
  share: string
  proof: string
}

/** The relay's answer to a proof. */
export type ShareAnswer =
  | { kind: 'share'; share: string }
  /** `left`: tries before the relay destroys the share. */
  | { kind: 'wrong'; left: number }
  /** Destroyed, or never kept: what is sealed here opens no more. */
  | { kind: 'gone' }
  /** No answer. */
  | { kind: 'noLine' }

/** Asks the relay for its share of a locked device's key. */
export type AskShare = (ticket: string, proof: string) => Promise<ShareAnswer>

/** What of the PIN goes to the relay (`proof`), and what stays here (`half`). */
export interface PinProof {
  proof: string
  half: CryptoKey
}

const ivLength = 12

/** Wraps an extractable data key under a PIN and a fresh share. */
export async function createOnlineKey(
  key: CryptoKey,
  pin: string,
  rounds: number,
): Promise<{ online: OnlineKey; relay: ShareForRelay }> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const share = base64(crypto.getRandomValues(new Uint8Array(32)))
  const ticket = base64(crypto.getRandomValues(new Uint8Array(32)))
  const { proof, half } = await provePin({ salt, rounds }, pin)
  const kek = await combine(half, share)
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', key, kek, { name: 'AES-GCM', iv }))
  return { online: { ticket, salt, rounds, iv, wrapped }, relay: { ticket, share, proof } }
}

/** Derives from the PIN what the relay asks for. It holds no salt, so its copy tells nothing of the PIN. */
export async function provePin(
  { salt, rounds }: Pick<OnlineKey, 'salt' | 'rounds'>,
  pin: string,
): Promise<PinProof> {
  const material = await crypto.subtle.importKey('raw', text(pin), 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds },
    material,
    256,
  )
  const half = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits', 'deriveKey'])
  const proof = await crypto.subtle.deriveBits(expand('parta proof', new Uint8Array()), half, 256)
  return { proof: base64(new Uint8Array(proof)), half }
}

/** Unwraps the data key with the relay's share; extractable, so that it can be wrapped under the PIN alone again. */
export async function openOnlineKey(
  { iv, wrapped }: OnlineKey,
  half: CryptoKey,
  share: string,
): Promise<DataKey> {
  return crypto.subtle.unwrapKey(
    'raw',
    new Uint8Array(wrapped),
    await combine(half, share),
    { name: 'AES-GCM', iv: new Uint8Array(iv) },
    'AES-GCM',
    true,
    ['encrypt', 'decrypt'],
  )
}

function combine(half: CryptoKey, share: string): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    expand('parta share', text(share)),
    half,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}

function expand(info: string, salt: Uint8Array<ArrayBuffer>): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt, info: text(info) }
}

function text(value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(value))
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
