import { createDecipheriv, createECDH, createHmac, type ECDH, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import {
  type CarriedRow,
  ivLength,
  type OutboxKey,
  outboxPurpose,
  publicKeyLength,
  readCarriedRow,
} from '../../src/domain/ledger/outbox.ts'
import type { RelayKeys } from './keys.ts'

const tagLength = 16

/**
 * The relay's key pair for sealed outboxes and the tokens in them, derived from `relay.key`: nothing more to keep, and
 * a restored school opens what was sealed before.
 */
export class OutboxKeys {
  private readonly pair: ECDH
  private readonly publicKey: Buffer
  private readonly tokenKey: Buffer

  constructor({ mac }: RelayKeys) {
    this.pair = keyPair(mac)
    this.publicKey = this.pair.getPublicKey()
    this.tokenKey = derive(mac, 'parta deliver-only token 1')
  }

  /** What a device seals with. */
  keyFor(user: UserId, device: DeviceId): OutboxKey {
    return { key: this.publicKey.toString('base64url'), token: this.token(user, device) }
  }

  /** Opens parts; `null` for each that was not sealed to this relay by a device it knows. */
  open(parts: readonly Uint8Array[]): (CarriedRow | null)[] {
    // A session seals under one ephemeral key.
    const secrets = new Map<string, Buffer>()
    return parts.map((part) => {
      try {
        return this.openOne(part, secrets)
      } catch {
        return null
      }
    })
  }

  private openOne(part: Uint8Array, secrets: Map<string, Buffer>): CarriedRow | null {
    const bytes = Buffer.from(part)
    const theirs = bytes.subarray(0, publicKeyLength)
    const name = theirs.toString('latin1')
    let key = secrets.get(name)
    if (!key) {
      const salt = Buffer.concat([theirs, this.publicKey])
      key = Buffer.from(hkdfSync('sha256', this.pair.computeSecret(theirs), salt, outboxPurpose, 32))
      secrets.set(name, key)
    }
    const iv = bytes.subarray(publicKeyLength, publicKeyLength + ivLength)
    const decipher = createDecipheriv('aes-256-gcm', key, iv)
    decipher.setAuthTag(bytes.subarray(-tagLength))
    const plain = Buffer.concat([
      decipher.update(bytes.subarray(publicKeyLength + ivLength, -tagLength)),
      decipher.final(),
    ])
    const row = readCarriedRow(plain.toString())
    return row && this.isToken(row) ? row : null
  }

  private isToken({ user, device, token }: CarriedRow): boolean {
    const given = Buffer.from(token)
    const right = Buffer.from(this.token(user, device))
    return given.length === right.length && timingSafeEqual(given, right)
  }

  private token(user: UserId, device: DeviceId): string {
    return createHmac('sha256', this.tokenKey)
      .update(JSON.stringify([user, device]))
      .digest('base64url')
  }
}

/** Nearly every number of 32 bytes is a private key of P-256; one that is none is followed by the next. */
function keyPair(mac: Buffer): ECDH {
  for (let attempt = 1; ; attempt++) {
    const pair = createECDH('prime256v1')
    try {
      pair.setPrivateKey(derive(mac, `parta sealed outbox P-256 ${attempt}`))
      return pair
    } catch (error) {
      if (attempt > 100) throw error
    }
  }
}

function derive(mac: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', mac, '', purpose, 32))
}
