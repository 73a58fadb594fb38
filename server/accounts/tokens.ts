import type { Database } from 'libsql'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { unlessFull } from '../store/room.ts'
import { randomToken, tokenHash } from './secrets.ts'

/** ms; short, for an access token is not asked back. */
const accessLifetime = 15 * 60_000
/** ms without a word from the device after which it must sign in anew; a summer is about 100 days. */
const silence = 180 * 86_400_000
/** Used refresh tokens are known this long, so that their second use is noticed, ms. */
const memory = 30 * 86_400_000

/** Two opaque secrets of one device. */
export interface TokenPair {
  access: string
  /** ms since 1970. */
  accessExpires: number
  refresh: string
}

/** Whose access token it is. */
export interface Session {
  user: UserId
  device: DeviceId
  /** ms since 1970. */
  expires: number
  /** Of a disabled account: what waits on the device may be delivered, nothing else. */
  deliverOnly: boolean
}

export type Refreshed =
  | ({ kind: 'ok'; user: UserId; device: DeviceId } & TokenPair)
  /** A token that had been replaced was used again: it was stolen, or its successor was. */
  | { kind: 'reused'; user: UserId; device: DeviceId }
  | { kind: 'revoked'; user: UserId; device: DeviceId }
  | { kind: 'unknown' }

/**
 * Access tokens and rotating refresh tokens. Each refresh makes a pair of the next generation; the former refresh
 * token stays good until one of a later generation (or its access token) is first used, since the answer may be lost
 * on a bad line. A token of an earlier generation than the latest used one is a theft, and so is one of the same
 * generation as another that was traded: a device goes on with one of the answers that it got.
 */
export class Tokens {
  constructor(
    private readonly database: Database,
    private readonly now: () => number,
  ) {}

  /** The first pair of a device, or of one that its person signs in on again: former tokens end. */
  issue(user: UserId, device: DeviceId): TokenPair {
    return this.database.transaction(() => {
      this.database.prepare('DELETE FROM refresh_tokens WHERE user = ? AND device = ?').run(user, device)
      this.database.prepare('DELETE FROM access_tokens WHERE user = ? AND device = ?').run(user, device)
      const row = this.database
        .prepare('SELECT generation FROM devices WHERE user = ? AND id = ?')
        .get(user, device) as { generation: number }
      return this.pair(user, device, row.generation + 1)
    })()
  }

  /** Trades a refresh token for the next pair. */
  refresh(token: string): Refreshed {
    const hash = tokenHash(token)
    return this.database.transaction((): Refreshed => {
      const row = this.database
        .prepare(
          `SELECT t.user, t.device, t.generation, d.generation AS used, d.revoked_at, d.last_seen,
             d.traded, other.generation AS traded_generation
           FROM refresh_tokens t JOIN devices d ON d.user = t.user AND d.id = t.device
           LEFT JOIN refresh_tokens other ON other.hash = d.traded WHERE t.hash = ?`,
        )
        .get(hash) as RefreshRow | undefined
      if (!row) return { kind: 'unknown' }
      const { user, device, generation, used } = row
      if (row.revoked_at !== null) return { kind: 'revoked', user, device }
      const isSibling = row.traded_generation === generation && row.traded !== hash
      if (generation < used || isSibling) return { kind: 'reused', user, device }
      if (row.last_seen < this.now() - silence) return { kind: 'unknown' }
      this.use(user, device, generation)
      this.database.prepare('UPDATE devices SET traded = ? WHERE user = ? AND id = ?').run(hash, user, device)
      return { kind: 'ok', user, device, ...this.pair(user, device, generation + 1) }
    })()
  }

  /** Whose access token it is; null when unknown or expired. Its first use retires the former refresh token. */
  session(access: string): Session | null {
    const row = this.database
      .prepare('SELECT user, device, generation, expires_at, deliver_only FROM access_tokens WHERE hash = ?')
      .get(tokenHash(access)) as AccessRow | undefined
    if (!row || row.expires_at <= this.now()) return null
    unlessFull(() => this.use(row.user, row.device, row.generation))
    return {
      user: row.user,
      device: row.device,
      expires: row.expires_at,
      deliverOnly: row.deliver_only === 1,
    }
  }

  /** An access token with which a device of a disabled account delivers what waits on it. */
  deliverOnly(user: UserId, device: DeviceId): { access: string; accessExpires: number } {
    return this.access(user, device, 0, true)
  }

  /** Ends an account's full access tokens, on all devices. */
  endSessions(user: UserId): void {
    this.database.prepare('DELETE FROM access_tokens WHERE user = ? AND deliver_only = 0').run(user)
  }

  private pair(user: UserId, device: DeviceId, generation: number): TokenPair {
    const refresh = randomToken(32)
    this.database
      .prepare(
        'DELETE FROM refresh_tokens WHERE user = ? AND device = ? AND generation < ? AND issued_at < ?',
      )
      .run(user, device, generation - 1, this.now() - memory)
    this.database
      .prepare(
        'INSERT INTO refresh_tokens (hash, user, device, generation, issued_at) VALUES (?, ?, ?, ?, ?)',
      )
      .run(tokenHash(refresh), user, device, generation, this.now())
    return { ...this.access(user, device, generation, false), refresh }
  }

  private access(user: UserId, device: DeviceId, generation: number, deliverOnly: boolean) {
    const access = randomToken(16)
    const accessExpires = this.now() + accessLifetime
    this.database.prepare('DELETE FROM access_tokens WHERE expires_at <= ?').run(this.now())
    this.database
      .prepare(
        `INSERT INTO access_tokens (hash, user, device, generation, expires_at, deliver_only)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(tokenHash(access), user, device, generation, accessExpires, Number(deliverOnly))
    return { access, accessExpires }
  }

  private use(user: UserId, device: DeviceId, generation: number): void {
    this.database
      .prepare('UPDATE devices SET generation = ? WHERE user = ? AND id = ? AND generation < ?')
      .run(generation, user, device, generation)
  }
}

interface RefreshRow {
  user: UserId
  device: DeviceId
  generation: number
  used: number
  revoked_at: number | null
  last_seen: number
  /** Hash of the refresh token that was traded last, and its generation. */
  traded: string | null
  traded_generation: number | null
}

interface AccessRow {
  user: UserId
  device: DeviceId
  generation: number
  expires_at: number
  deliver_only: number
}
