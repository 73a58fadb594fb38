import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { unlessFull } from '../store/room.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'
import { type Account, type AccountRow, readAccount } from './account-store.ts'
import { type Devices, seenEvery } from './devices.ts'
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

/** Who stands behind an access token. */
export interface Caller {
  account: Account
  device: DeviceId
  /** ms since 1970. */
  expires: number
  /** Of a disabled account or a forgotten device: may deliver what waits on it, nothing else. */
  deliverOnly: boolean
}

export type Refreshed =
  | ({ kind: 'ok'; user: UserId; device: DeviceId } & TokenPair)
  /** A token that had been replaced was used again: it was stolen, or its successor was. */
  | { kind: 'reused'; user: UserId; device: DeviceId }
  | { kind: 'revoked'; user: UserId; device: DeviceId; forgotten: boolean }
  | { kind: 'unknown' }

/**
 * Access tokens and rotating refresh tokens. Each refresh makes a pair of the next generation; the former refresh
 * token stays good until one of a later generation (or its access token) is first used, since the answer may be lost
 * on a bad line. A token of an earlier generation than the latest used one is a theft, and so is one of the same
 * generation as another that was traded: a device goes on with one of the answers that it got.
 */
export class Tokens {
  constructor(
    private readonly tables: Tables,
    private readonly devices: Devices,
    private readonly now: () => number,
  ) {}

  /** The first pair of a device, or of one that its person signs in on again: former tokens end. */
  *issue(user: UserId, device: DeviceId): Steps<TokenPair> {
    const { generation } = yield* this.lockDevice(user, device)
    for (const table of ['refresh_tokens', 'access_tokens'])
      yield* query(`DELETE FROM ${table} WHERE school = :school AND "user" = ? AND device = ?`, user, device)
    return yield* this.pair(user, device, generation + 1)
  }

  /** Trades a refresh token for the next pair. */
  *refresh(token: string): Steps<Refreshed> {
    const hash = tokenHash(token)
    const [row] = yield* query<{ user: UserId; device: DeviceId; generation: number }>(
      'SELECT "user", device, generation FROM refresh_tokens WHERE school = :school AND hash = ?',
      hash,
    )
    if (!row) return { kind: 'unknown' }
    const { user, device, generation } = row
    const { generation: used, traded, ...found } = yield* this.lockDevice(user, device)
    if (found.revoked_at !== null)
      return { kind: 'revoked', user, device, forgotten: found.forgotten_at !== null }
    const other = traded === null || traded === hash ? undefined : yield* this.generationOf(traded)
    if (generation < used || other === generation) return { kind: 'reused', user, device }
    if (found.last_seen < this.now() - silence) return { kind: 'unknown' }
    yield* query(
      `UPDATE devices SET generation = ?, traded = ?, last_seen = ?
       WHERE school = :school AND "user" = ? AND id = ?`,
      ...[generation, hash, this.now(), user, device],
    )
    return { kind: 'ok', user, device, ...(yield* this.pair(user, device, generation + 1)) }
  }

  /**
   * Whose access token it is; null when unknown or expired. Its first use retires the former refresh token; that the
   * device was heard of is noted as often as is told.
   */
  async session(access: string): Promise<Caller | null> {
    const [row] = await this.tables.query<AccessRow>(
      `SELECT t.device, t.generation, t.expires_at, t.deliver_only, d.generation AS used, d.last_seen,
         a."user", a.login, a.person, a.administrator, a.disabled, a.password IS NOT NULL AS active, a.created_at
       FROM access_tokens t JOIN devices d ON d.school = :school AND d."user" = t."user" AND d.id = t.device
       JOIN accounts a ON a.school = :school AND a."user" = t."user" WHERE t.school = :school AND t.hash = ?`,
      tokenHash(access),
    )
    if (!row || row.expires_at <= this.now()) return null
    const { device, generation } = row
    const account = readAccount(row)
    const deliverOnly = row.deliver_only === 1
    if (account.disabled && !deliverOnly) return null
    if (row.used < generation || row.last_seen < this.now() - seenEvery)
      await unlessFull(() => this.devices.heard(account.user, device, generation))
    return { account, device, expires: row.expires_at, deliverOnly }
  }

  /** An access token with which a device of a disabled account delivers what waits on it. */
  *deliverOnly(user: UserId, device: DeviceId): Steps<string> {
    const { access } = yield* this.access(user, device, 0, true)
    return access
  }

  /** Ends an account's full access tokens, on all devices. */
  *endSessions(user: UserId): Steps<void> {
    yield* query('DELETE FROM access_tokens WHERE school = :school AND "user" = ? AND deliver_only = 0', user)
  }

  private *lockDevice(user: UserId, device: DeviceId): Steps<DeviceState> {
    const [row] = yield* query<DeviceState>(
      `SELECT generation, revoked_at, forgotten_at, last_seen, traded FROM devices
       WHERE school = :school AND "user" = ? AND id = ? FOR UPDATE`,
      user,
      device,
    )
    return row!
  }

  private *generationOf(hash: string): Steps<number | undefined> {
    const [row] = yield* query<{ generation: number }>(
      'SELECT generation FROM refresh_tokens WHERE school = :school AND hash = ?',
      hash,
    )
    return row?.generation
  }

  private *pair(user: UserId, device: DeviceId, generation: number): Steps<TokenPair> {
    const refresh = randomToken(32)
    yield* query(
      `DELETE FROM refresh_tokens
       WHERE school = :school AND "user" = ? AND device = ? AND generation < ? AND issued_at < ?`,
      ...[user, device, generation - 1, this.now() - memory],
    )
    yield* query(
      `INSERT INTO refresh_tokens (school, hash, "user", device, generation, issued_at)
       VALUES (:school, ?, ?, ?, ?, ?)`,
      ...[tokenHash(refresh), user, device, generation, this.now()],
    )
    return { ...(yield* this.access(user, device, generation, false)), refresh }
  }

  private *access(user: UserId, device: DeviceId, generation: number, deliverOnly: boolean) {
    const access = randomToken(16)
    const accessExpires = this.now() + accessLifetime
    yield* query(
      'DELETE FROM access_tokens WHERE school = :school AND "user" = ? AND device = ? AND expires_at <= ?',
      ...[user, device, this.now()],
    )
    yield* query(
      `INSERT INTO access_tokens (school, hash, "user", device, generation, expires_at, deliver_only)
       VALUES (:school, ?, ?, ?, ?, ?, ?)`,
      ...[tokenHash(access), user, device, generation, accessExpires, Number(deliverOnly)],
    )
    return { access, accessExpires }
  }
}

interface DeviceState {
  /** The latest that was used. */
  generation: number
  revoked_at: number | null
  forgotten_at: number | null
  last_seen: number
  /** Hash of the refresh token that was traded last. */
  traded: string | null
}

interface AccessRow extends AccountRow {
  device: DeviceId
  generation: number
  expires_at: number
  deliver_only: number
  used: number
  last_seen: number
}
