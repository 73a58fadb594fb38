import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'
import type { AccountEvents } from './events.ts'

/** An account of another school of the database, by that school's id there. */
export interface FarAccount {
  school: string
  user: UserId
}

/** One side of a link between accounts of two schools, as the school of `user` keeps it. */
export interface SchoolLink {
  user: UserId
  far: FarAccount
  /** Under which host the other school was reached when they were linked, and what it was called. */
  host: string
  name: string
}

/**
 * Which accounts have been linked to one of another school. Each school keeps its own side and sees no other; a link
 * stands while both sides do. An account has one link to each other school at most.
 */
export class SchoolLinks {
  constructor(
    private readonly tables: Tables,
    private readonly events: AccountEvents,
    private readonly now: () => number,
  ) {}

  /** Keeps a side in place of what either account was linked to before. */
  *put({ user, far, host, name }: SchoolLink): Steps<void> {
    yield* query(
      `DELETE FROM school_links
       WHERE school = :school AND other = ? AND ("user" = ? OR other_user = ?)`,
      ...[far.school, user, far.user],
    )
    yield* query(
      `INSERT INTO school_links (school, "user", other, other_user, host, name, linked_at)
       VALUES (:school, ?, ?, ?, ?, ?, ?)`,
      ...[user, far.school, far.user, host, name, this.now()],
    )
    yield* this.events.note('schoolLinked', user)
  }

  /** Sides of an account, by the other school. */
  async of(user: UserId): Promise<SchoolLink[]> {
    const rows = await this.tables.query<Row>(
      `SELECT ${columns} FROM school_links WHERE school = :school AND "user" = ? ORDER BY other`,
      user,
    )
    return rows.map(read)
  }

  /** The side of an account towards a school. */
  async find(user: UserId, other: string): Promise<SchoolLink | undefined> {
    return (await this.of(user)).find(({ far }) => far.school === other)
  }

  /** Whether a side is towards just this account. */
  async has(user: UserId, far: FarAccount): Promise<boolean> {
    return (await this.find(user, far.school))?.far.user === far.user
  }

  /** Takes a side away; false where there is none. */
  *remove(user: UserId, other: string): Steps<boolean> {
    const removed = yield* query(
      'DELETE FROM school_links WHERE school = :school AND "user" = ? AND other = ? RETURNING other',
      user,
      other,
    )
    if (removed.length > 0) yield* this.events.note('schoolUnlinked', user)
    return removed.length > 0
  }

  /** Takes all sides of an account away, with what led to them: its password is another, or it was closed. */
  *end(user: UserId, device: DeviceId | null = null, actor: UserId | null = null): Steps<void> {
    const removed = yield* query(
      'DELETE FROM school_links WHERE school = :school AND "user" = ? RETURNING other',
      user,
    )
    yield* query('DELETE FROM school_codes WHERE school = :school AND "user" = ?', user)
    if (removed.length > 0) yield* this.events.note('schoolUnlinked', user, device, actor)
  }
}

const columns = '"user", other, other_user, host, name'

interface Row {
  user: UserId
  other: string
  other_user: UserId
  host: string
  name: string
}

function read({ user, other, other_user, host, name }: Row): SchoolLink {
  return { user, far: { school: other, user: other_user }, host, name }
}
