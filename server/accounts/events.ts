import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'

export type AccountEventKind =
  | 'created'
  | 'codeIssued'
  | 'codeWithdrawn'
  | 'firstSignIn'
  | 'signIn'
  | 'wrongSecret'
  | 'signOut'
  | 'passwordChanged'
  | 'deviceRevoked'
  | 'tokenReused'
  | 'disabled'
  | 'familyLinked'
  | 'familyUnlinked'
  | 'enabled'
  | 'esiaLinked'
  | 'esiaUnlinked'
  | 'schoolLinked'
  | 'schoolUnlinked'
  /** Went over to another school. */
  | 'schoolOpened'
  /** Came in from there. */
  | 'schoolSignIn'

export interface AccountEvent {
  at: number
  user: UserId
  device: DeviceId | null
  kind: AccountEventKind
  /** Who of the office did it; null: the person, the command line or the server. */
  actor: UserId | null
}

/**
 * Who signed in when, from which device. Tries with unknown logins are not kept: a password typed into the wrong field
 * would stand here.
 */
export class AccountEvents {
  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  *note(
    kind: AccountEventKind,
    user: UserId,
    device: DeviceId | null = null,
    actor: UserId | null = null,
  ): Steps<void> {
    yield* query(
      'INSERT INTO account_events (school, at, "user", device, kind, actor) VALUES (:school, ?, ?, ?, ?, ?)',
      ...[this.now(), user, device, kind, actor],
    )
  }

  /** Events of an account, oldest first. */
  of(user: UserId): Promise<AccountEvent[]> {
    return this.tables.query(
      `SELECT at, "user", device, kind, actor FROM account_events WHERE school = :school AND "user" = ?
       ORDER BY rowid`,
      user,
    )
  }

  /** Events of everybody, oldest first, each with its number in the log. */
  all(): Promise<(AccountEvent & { number: number })[]> {
    return this.tables.query(
      `SELECT rowid AS number, at, "user", device, kind, actor FROM account_events WHERE school = :school
       ORDER BY rowid`,
    )
  }

  /** When an account last signed in, ms since 1970. */
  async lastSignIn(user: UserId): Promise<number | undefined> {
    const [row] = await this.tables.query<{ at: number | null }>(
      `SELECT MAX(at) AS at FROM account_events
       WHERE school = :school AND "user" = ? AND kind IN ('firstSignIn', 'signIn', 'schoolSignIn')`,
      user,
    )
    return row?.at ?? undefined
  }
}
