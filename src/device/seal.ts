/**
 * Sealing of what lies on the tablet: AES-256-GCM under a random data key; the data key itself lies wrapped under a
 * key derived from the person's PIN. It deters pupils, not thieves with a laboratory: six digits are a million guesses.
 */

/** The unwrapped data key of one person; it can't be exported and lives only in memory. */
export type DataKey = CryptoKey

/** A data key as it lies on the tablet. */
export interface WrappedKey {
  salt: Uint8Array
  rounds: number
  iv: Uint8Array
  wrapped: Uint8Array
}

/** PBKDF2-SHA256 rounds: 114 ms a guess on a school PC, about a second on an old tablet. */
export const pinRounds = 600_000

const ivLength = 12
const pinForm = /^\d{6,32}$/

/** Whether a text may serve as a PIN: six digits or more. */
export function isPin(text: string): boolean {
  return pinForm.test(text)
}

/** Makes a random data key wrapped under the PIN, and the key itself. */
export async function createDataKey(pin: string): Promise<{ key: DataKey; wrapped: WrappedKey }> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
    'encrypt',
    'decrypt',
  ])
  const wrapped = await wrapDataKey(fresh, pin)
  const key = await unwrapDataKey(wrapped, pin)
  if (!key) throw new Error('a data key just wrapped does not unwrap')
  return { key, wrapped }
}

/** Unwraps a data key; null when the PIN is wrong. */
export function unwrapDataKey(wrapped: WrappedKey, pin: string): Promise<DataKey | null> {
  return unwrap(wrapped, pin, false)
}

/** Wraps the same data key under another PIN; null when the old PIN is wrong. */
export async function rewrapDataKey(
  wrapped: WrappedKey,
  oldPin: string,
  newPin: string,
): Promise<WrappedKey | null> {
  const key = await unwrapForWrapping(wrapped, oldPin)
  return key && wrapDataKey(key, newPin)
}

/** Unwraps a data key so that it can be wrapped anew; null when the PIN is wrong. */
export function unwrapForWrapping(wrapped: WrappedKey, pin: string): Promise<CryptoKey | null> {
  return unwrap(wrapped, pin, true)
}

/** Wraps an extractable data key under a PIN, with a fresh salt. */
export async function wrapDataKey(key: CryptoKey, pin: string): Promise<WrappedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const kek = await derive(pin, salt, pinRounds)
  const wrapped = await crypto.subtle.wrapKey('raw', key, kek, { name: 'AES-GCM', iv })
  return { salt, rounds: pinRounds, iv, wrapped: new Uint8Array(wrapped) }
}

/**
 * Seals a JSON value. `context` says what and where the blob is (document, kind, place); a blob moved elsewhere does
 * not open. Returns initialisation vector and ciphertext as one array.
 */
export function seal(key: DataKey, context: string, value: unknown): Promise<Uint8Array> {
  return sealBytes(key, context, text(JSON.stringify(value)))
}

/** Seals bytes as they are. */
export async function sealBytes(
  key: DataKey,
  context: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const cipher = await crypto.subtle.encrypt(parameters(iv, context), key, plain)
  const blob = new Uint8Array(ivLength + cipher.byteLength)
  blob.set(iv)
  blob.set(new Uint8Array(cipher), ivLength)
  return blob
}

/** Opens what `seal` made under the same key and context; rejects when key, context or bytes differ. */
export async function unseal(key: DataKey, context: string, blob: Uint8Array): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unsealBytes(key, context, blob)))
}

/** Opens what `sealBytes` made. */
export async function unsealBytes(
  key: DataKey,
  context: string,
  blob: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(blob)
  const plain = await crypto.subtle.decrypt(
    parameters(bytes.subarray(0, ivLength), context),
    key,
    bytes.subarray(ivLength),
  )
  return new Uint8Array(plain)
}

function parameters(iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: text(context) }
}

function text(value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(value))
}

async function unwrap(
  { salt, rounds, iv, wrapped }: WrappedKey,
  pin: string,
  extractable: boolean,
): Promise<CryptoKey | null> {
  const kek = await derive(pin, new Uint8Array(salt), rounds)
  try {
    return await crypto.subtle.unwrapKey(
      'raw',
      new Uint8Array(wrapped),
      kek,
      { name: 'AES-GCM', iv: new Uint8Array(iv) },
      'AES-GCM',
      extractable,
      ['encrypt', 'decrypt'],
    )
  } catch (error) {
    // The tag not matching is how a wrong PIN shows; anything else is a fault of the platform.
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

async function derive(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', text(pin), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}
