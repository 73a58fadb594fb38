import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'
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
  constructor(private readonly tables: Tables) {}

  /** Takes a phone's subscription, in place of the one it had. */
  put(user: UserId, device: DeviceId, subscription: Subscription, now: number): Promise<void> {
    return this.tables.transact(() => putting(user, device, subscription, now))
  }

  async of(user: UserId): Promise<Subscription[]> {
    const rows = await this.tables.query<{ endpoint: string; p256dh: string; auth: string }>(
      `SELECT endpoint, p256dh, auth FROM push_subscriptions WHERE school = :school AND "user" = ?
       ORDER BY created_at`,
      user,
    )
    return rows.map(({ endpoint, ...keys }) => ({ endpoint, keys }))
  }

  /** Whether this phone takes messages. */
  async has(user: UserId, device: DeviceId): Promise<boolean> {
    const found = await this.tables.query(
      'SELECT 1 AS takes FROM push_subscriptions WHERE school = :school AND "user" = ? AND device = ?',
      user,
      device,
    )
    return found.length > 0
  }

  /** Forgets one that its push service does not know any more. */
  async forget(endpoint: string): Promise<void> {
    await this.tables.query(
      'DELETE FROM push_subscriptions WHERE school = :school AND endpoint = ?',
      endpoint,
    )
  }

  /** Forgets those of a device; of all devices of the account without one. */
  async forgetDevice(user: UserId, device: DeviceId | undefined): Promise<void> {
    if (device === undefined)
      await this.tables.query('DELETE FROM push_subscriptions WHERE school = :school AND "user" = ?', user)
    else await this.tables.run(forgetting(user, device))
  }
}

function* forgetting(user: UserId, device: DeviceId): Steps<void> {
  yield* query(
    'DELETE FROM push_subscriptions WHERE school = :school AND "user" = ? AND device = ?',
    user,
    device,
  )
}

function* putting(
  user: UserId,
  device: DeviceId,
  { endpoint, keys }: Subscription,
  now: number,
): Steps<void> {
  yield* forgetting(user, device)
  yield* query(
    `INSERT INTO push_subscriptions (school, endpoint, "user", device, p256dh, auth, created_at)
     VALUES (:school, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (school, endpoint) DO UPDATE SET "user" = excluded."user", device = excluded.device,
       p256dh = excluded.p256dh, auth = excluded.auth, created_at = excluded.created_at`,
    ...[endpoint, user, device, keys.p256dh, keys.auth, now],
  )
  yield* query(
    `DELETE FROM push_subscriptions WHERE school = :school AND "user" = ? AND endpoint NOT IN
       (SELECT endpoint FROM push_subscriptions WHERE school = :school AND "user" = ?
        ORDER BY created_at DESC LIMIT ${perUser})`,
    user,
    user,
  )
}
