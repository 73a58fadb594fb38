import type { UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'

/** Who somebody is at the provider: the subject is the provider's own id of him, and never changes with his name. */
export interface Identity {
  issuer: string
  subject: string
}

/**
 * Which account somebody has whom the provider vouches for. Nothing else of him is kept: no name, no document. An
 * account has one identity at most, and an identity one account, which may be a teacher's and a parent's at once.
 */
export class EsiaLinks {
  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  /** Links an account in place of what either side was linked to before. */
  *put(user: UserId, { issuer, subject }: Identity): Steps<void> {
    yield* this.remove(user)
    yield* query(
      `INSERT INTO esia_links (school, issuer, subject, "user", linked_at) VALUES (:school, ?, ?, ?, ?)
       ON CONFLICT (school, issuer, subject) DO UPDATE SET "user" = excluded."user", linked_at = excluded.linked_at`,
      ...[issuer, subject, user, this.now()],
    )
  }

  /** Whose account it is. */
  async user({ issuer, subject }: Identity): Promise<UserId | undefined> {
    const [row] = await this.tables.query<{ user: UserId }>(
      'SELECT "user" FROM esia_links WHERE school = :school AND issuer = ? AND subject = ?',
      issuer,
      subject,
    )
    return row?.user
  }

  async has(user: UserId): Promise<boolean> {
    const found = await this.tables.query(
      'SELECT 1 AS linked FROM esia_links WHERE school = :school AND "user" = ?',
      user,
    )
    return found.length > 0
  }

  /** Takes an account's link away; false where there is none. */
  *remove(user: UserId): Steps<boolean> {
    const removed = yield* query(
      'DELETE FROM esia_links WHERE school = :school AND "user" = ? RETURNING "user"',
      user,
    )
    return removed.length === 1
  }
}
