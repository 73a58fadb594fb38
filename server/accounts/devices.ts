import { randomBytes } from 'node:crypto'
import type { Database } from 'libsql'
import { type DeviceId, deviceIdLength, lettersFrom, type UserId } from '../../src/domain/ledger/ids.ts'

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
const seenEvery = 60_000

/** The devices of each account. */
export class Devices {
  constructor(
    private readonly database: Database,
    private readonly now: () => number,
  ) {}

  /** Adds a device under a fresh id. */
  add(user: UserId, name: string): DeviceId {
    for (;;) {
      const id = lettersFrom(randomBytes(deviceIdLength)) as DeviceId
      const { changes } = this.database
        .prepare(
          'INSERT OR IGNORE INTO devices (user, id, name, created_at, last_seen) VALUES (?, ?, ?, ?, ?)',
        )
        .run(user, id, name, this.now(), this.now())
      if (changes === 1) return id
    }
  }

  /**
   * Takes up a device on which its person signs in again with the password, revoked or not: what waits there is
   * written under its id. False when the account never had it.
   */
  takeUp(user: UserId, id: string, name: string): boolean {
    const { changes } = this.database
      .prepare(`UPDATE devices SET revoked_at = NULL, forgotten_at = NULL, name = ?, last_seen = ?
         WHERE user = ? AND id = ?`)
      .run(name, this.now(), user, id)
    return changes === 1
  }

  find(user: UserId, id: string): Device | undefined {
    const row = this.database.prepare(`${select} AND id = ?`).get(user, id) as DeviceRow | undefined
    return row && read(row)
  }

  /** Devices that are not revoked, the latest seen first. */
  list(user: UserId): Device[] {
    const rows = this.database
      .prepare(`${select} AND revoked_at IS NULL ORDER BY last_seen DESC, id`)
      .all(user) as DeviceRow[]
    return rows.map(read)
  }

  /** Gives a device another name; false when the account does not have it. */
  rename(user: UserId, id: string, name: string): boolean {
    const { changes } = this.database
      .prepare('UPDATE devices SET name = ? WHERE user = ? AND id = ? AND revoked_at IS NULL')
      .run(name, user, id)
    return changes === 1
  }

  /** Leaves no name to any device that the account ever had. */
  forgetNames(user: UserId): void {
    this.database.prepare(`UPDATE devices SET name = '' WHERE user = ?`).run(user)
  }

  /** Notes that the device has just been heard of. */
  seen(user: UserId, id: DeviceId): void {
    this.database
      .prepare('UPDATE devices SET last_seen = ? WHERE user = ? AND id = ? AND last_seen < ?')
      .run(this.now(), user, id, this.now() - seenEvery)
  }

  /** Revokes a device for good, with its tokens; false when it was revoked or is unknown. */
  revoke(user: UserId, id: DeviceId): boolean {
    const { changes } = this.database
      .prepare('UPDATE devices SET revoked_at = ? WHERE user = ? AND id = ? AND revoked_at IS NULL')
      .run(this.now(), user, id)
    this.database.prepare('DELETE FROM access_tokens WHERE user = ? AND device = ?').run(user, id)
    return changes === 1
  }

  /** Marks a device as one that is to wipe itself. */
  forget(user: UserId, id: DeviceId): void {
    this.database
      .prepare('UPDATE devices SET forgotten_at = ? WHERE user = ? AND id = ?')
      .run(this.now(), user, id)
  }
}

const select = 'SELECT id, name, created_at, last_seen, revoked_at, forgotten_at FROM devices WHERE user = ?'

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
