import type { DocumentId } from '../domain/ledger/documents.ts'
import type { DeviceId, UserId } from '../domain/ledger/ids.ts'
import { type CarriedRow, ivLength, type OutboxKey, outboxPurpose } from '../domain/ledger/outbox.ts'
import type { Row } from '../domain/ledger/receipt.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/**
 * Seals rows that wait to the relay's public key. One ephemeral key serves a session: a row then costs one AES-GCM
 * encryption, and a tap does not notice.
 */
export class OutboxSeal {
  private constructor(
    private readonly author: { user: UserId; device: DeviceId; token: string },
    private readonly publicKey: Uint8Array,
    private readonly key: CryptoKey,
  ) {}

  /** Agrees on a key with the relay, which need not be there. Throws when its public key is none. */
  static async to(
    { key, token }: OutboxKey,
    { user, device }: { user: UserId; device: DeviceId },
  ): Promise<OutboxSeal> {
    const theirs = fromBase64url(key)
    const relay = await crypto.subtle.importKey('raw', theirs, curve, false, [])
    const own = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey))
    const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: relay }, own.privateKey, 256)
    const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
    const salt = new Uint8Array([...publicKey, ...theirs])
    const sealing = await crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(outboxPurpose) },
      material,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt'],
    )
    return new OutboxSeal({ user, device, token }, publicKey, sealing)
  }

  /** One part of a sealed outbox. */
  async seal(document: DocumentId, { client, clock, elements }: Row): Promise<Uint8Array> {
    const row: CarriedRow = { document, client, clock, elements, ...this.author }
    const iv = crypto.getRandomValues(new Uint8Array(ivLength))
    const plain = new TextEncoder().encode(JSON.stringify(row))
    const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.key, plain)
    const part = new Uint8Array(this.publicKey.length + ivLength + cipher.byteLength)
    part.set(this.publicKey)
    part.set(iv, this.publicKey.length)
    part.set(new Uint8Array(cipher), this.publicKey.length + ivLength)
    return part
  }
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  )
}
