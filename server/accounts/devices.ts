import { randomBytes } from 'node:crypto'
import { type DeviceId, deviceIdLength, lettersFrom, type UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'
import { readVersion } from './app-version.ts'

/** One browser profile of one person. */
export interface Device {
  id: DeviceId
  name: string
  createdAt: number
  lastSeen: number
  revoked: boolean
  /** When the office forgot it, ms since 1970: it wipes itself once nothing waits on it. */
  forgottenAt: number | null
}

/** "Last seen" is told to the minute; more writes would only wear the disk. */
export const seenEvery = 60_000

/** The devices of each account. */
export class Devices {
  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  /** Adds a device under a fresh id. */
  *add(user: UserId, name: string): Steps<DeviceId> {
    for (;;) {
      const id = lettersFrom(randomBytes(deviceIdLength)) as DeviceId
      const added = yield* query(
        `INSERT INTO devices (school, "user", id, name, created_at, last_seen) VALUES (:school, ?, ?, ?, ?, ?)
         ON CONFLICT (school, "user", id) DO NOTHING RETURNING id`,
        ...[user, id, name, this.now(), this.now()],
      )
      if (added.length === 1) return id
    }
  }

  /**
   * Takes up a device on which its person signs in again with the password, revoked or not: what waits there is
   * written under its id. False when the account never had it.
   */
  *takeUp(user: UserId, id: string, name: string): Steps<boolean> {
    const taken = yield* query(
      `UPDATE devices SET revoked_at = NULL, forgotten_at = NULL, name = ?, last_seen = ?
       WHERE school = :school AND "user" = ? AND id = ? RETURNING id`,
      ...[name, this.now(), user, id],
    )
    return taken.length === 1
  }

  async find(user: UserId, id: string): Promise<Device | undefined> {
    const [row] = await this.tables.query<DeviceRow>(
      `SELECT ${columns} FROM devices WHERE school = :school AND "user" = ? AND id = ?`,
      user,
      id,
    )
    return row && read(row)
  }

  /** Devices that are not revoked, the latest seen first. */
  list(user: UserId): Promise<Device[]> {
    return this.tables.run(this.listing(user))
  }

  *listing(user: UserId): Steps<Device[]> {
    const rows = yield* query<DeviceRow>(
      `SELECT ${columns} FROM devices WHERE school = :school AND "user" = ? AND revoked_at IS NULL
       ORDER BY last_seen DESC, id`,
      user,
    )
    return rows.map(read)
  }

  /** Gives a device another name; false when the account does not have it. */
  async rename(user: UserId, id: string, name: string): Promise<boolean> {
    const renamed = await this.tables.query(
      `UPDATE devices SET name = ? WHERE school = :school AND "user" = ? AND id = ? AND revoked_at IS NULL
       RETURNING id`,
      ...[name, user, id],
    )
    return renamed.length === 1
  }

  /** Leaves no name to any device that the account ever had. */
  *forgetNames(user: UserId): Steps<void> {
    yield* query(`UPDATE devices SET name = '' WHERE school = :school AND "user" = ?`, user)
  }

  /** Notes that the device has just been heard of, by a token of a generation. */
  async heard(user: UserId, id: DeviceId, generation: number): Promise<void> {
    await this.tables.query(
      `UPDATE devices SET last_seen = CASE WHEN last_seen < ? THEN ? ELSE last_seen END,
         generation = CASE WHEN generation < ? THEN ? ELSE generation END
       WHERE school = :school AND "user" = ? AND id = ?`,
      ...[this.now() - seenEvery, this.now(), generation, generation, user, id],
    )
  }

  /** Notes which version of the app the device has reported; nothing where it is the one that is known, or none. */
  async reported(user: UserId, id: DeviceId, app: string): Promise<void> {
    const version = readVersion(app)
    if (version === undefined) return
    await this.tables.query(
      `UPDATE devices SET app = ? WHERE school = :school AND "user" = ? AND id = ? AND (app IS NULL OR app <> ?)`,
      ...[version, user, id, version],
    )
  }

  /** Revokes a device for good, with its tokens; false when it was revoked or is unknown. */
  *revoke(user: UserId, id: DeviceId): Steps<boolean> {
    const revoked = yield* query(
      `UPDATE devices SET revoked_at = ? WHERE school = :school AND "user" = ? AND id = ? AND revoked_at IS NULL
       RETURNING id`,
      ...[this.now(), user, id],
    )
    yield* query('DELETE FROM access_tokens WHERE school = :school AND "user" = ? AND device = ?', user, id)
    return revoked.length === 1
  }

  /** Marks a device as one that is to wipe itself. */
  *forget(user: UserId, id: DeviceId): Steps<void> {
    yield* query(
      'UPDATE devices SET forgotten_at = ? WHERE school = :school AND "user" = ? AND id = ?',
      ...[this.now(), user, id],
    )
  }
}

const columns = 'id, name, created_at, last_seen, revoked_at, forgotten_at'

interface DeviceRow {
  id: DeviceId
  name: string
  created_at: number
  last_seen: number
  revoked_at: number | null
  forgotten_at: number | null
}

function read(row: DeviceRow): Device {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    lastSeen: row.last_seen,
    revoked: row.revoked_at !== null,
    forgottenAt: row.forgotten_at,
  }
}
