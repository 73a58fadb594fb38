import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** What a browser gave to seal messages with, base64url: its public point, and a secret of 16 bytes. */
export interface PushKeys {
  p256dh: string
  auth: string
}

/** Bytes of a record; ours is one. */
const recordSize = 4096

/**
 * Seals a message for one browser (RFC 8291, `aes128gcm` of RFC 8188): the push service carries it and cannot read it.
 * `salt` and `secret` are random unless a test tells them. Throws when the keys are no keys.
 */
export function sealPush(
  message: string,
  { p256dh, auth }: PushKeys,
  salt: Uint8Array = randomBytes(16),
  secret?: Uint8Array,
): Buffer {
  const own = createECDH('prime256v1')
  if (secret) own.setPrivateKey(secret)
  else own.generateKeys()
  const theirs = Buffer.from(p256dh, 'base64url')
  const point = own.getPublicKey()
  const shared = own.computeSecret(theirs)
  const derive = (key: Uint8Array, salted: Uint8Array, info: Uint8Array | string, length: number) =>
    Buffer.from(hkdfSync('sha256', key, salted, info, length))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, point])
  const input = derive(shared, Buffer.from(auth, 'base64url'), info, 32)
  const key = derive(input, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(input, salt, 'Content-Encoding: nonce\0', 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(recordSize)
  return Buffer.concat([
    salt,
    size,
    Buffer.from([point.length]),
    point,
    // 2: the last record, without padding.
    cipher.update(Buffer.concat([Buffer.from(message), Buffer.from([2])])),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}
