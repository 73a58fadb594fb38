import type { Database } from 'libsql'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { PushKeys } from './push-sealing.ts'

/** Where a phone's browser takes messages. */
export interface Subscription {
  endpoint: string
  keys: PushKeys
}

/** Phones of one person: the oldest is forgotten for an eleventh. */
const perUser = 10

/** Phones that families get messages on, by account. */
export class Subscriptions {
  constructor(private readonly database: Database) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS push_subscriptions (
        endpoint TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        device TEXT NOT NULL,
        p256dh TEXT NOT NULL,
        auth TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX IF NOT EXISTS push_subscriptions_by_user ON push_subscriptions (user, created_at);
    `)
  }

  /** Takes a phone's subscription, in place of the one it had. */
  put(user: UserId, device: DeviceId, { endpoint, keys }: Subscription, now: number): void {
    this.database.transaction(() => {
      this.forgetDevice(user, device)
      this.database
        .prepare('INSERT OR REPLACE INTO push_subscriptions VALUES (?, ?, ?, ?, ?, ?)')
        .run(endpoint, user, device, keys.p256dh, keys.auth, now)
      this.database
        .prepare(
          `DELETE FROM push_subscriptions WHERE user = ? AND endpoint NOT IN
           (SELECT endpoint FROM push_subscriptions WHERE user = ? ORDER BY created_at DESC LIMIT ${perUser})`,
        )
        .run(user, user)
    })()
  }

  of(user: UserId): Subscription[] {
    const rows = this.database
      .prepare('SELECT endpoint, p256dh, auth FROM push_subscriptions WHERE user = ? ORDER BY created_at')
      .all(user) as { endpoint: string; p256dh: string; auth: string }[]
    return rows.map(({ endpoint, ...keys }) => ({ endpoint, keys }))
  }

  /** Whether this phone takes messages. */
  has(user: UserId, device: DeviceId): boolean {
    return (
      this.database
        .prepare('SELECT 1 FROM push_subscriptions WHERE user = ? AND device = ?')
        .get(user, device) !== undefined
    )
  }

  /** Forgets one that its push service does not know any more. */
  forget(endpoint: string): void {
    this.database.prepare('DELETE FROM push_subscriptions WHERE endpoint = ?').run(endpoint)
  }

  /** Forgets those of a device; of all devices of the account without one. */
  forgetDevice(user: UserId, device: DeviceId | undefined): void {
    this.database
      .prepare('DELETE FROM push_subscriptions WHERE user = ?1 AND (?2 IS NULL OR device = ?2)')
      .run(user, device ?? null)
  }
}
