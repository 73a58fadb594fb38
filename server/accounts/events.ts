import type { Database } from 'libsql'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'

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
    private readonly database: Database,
    private readonly now: () => number,
  ) {}

  note(
    kind: AccountEventKind,
    user: UserId,
    device: DeviceId | null = null,
    actor: UserId | null = null,
  ): void {
    this.database
      .prepare('INSERT INTO account_events (at, user, device, kind, actor) VALUES (?, ?, ?, ?, ?)')
      .run(this.now(), user, device, kind, actor)
  }

  /** Events of an account, oldest first. */
  of(user: UserId): AccountEvent[] {
    return this.database
      .prepare('SELECT at, user, device, kind, actor FROM account_events WHERE user = ? ORDER BY rowid')
      .all(user) as AccountEvent[]
  }

  /** Events of everybody, oldest first, each with its number in the log. */
  all(): (AccountEvent & { number: number })[] {
    return this.database
      .prepare('SELECT rowid AS number, at, user, device, kind, actor FROM account_events ORDER BY rowid')
      .all() as (AccountEvent & { number: number })[]
  }

  /** When something last happened to an account, ms since 1970. */
  last(user: UserId, kind: AccountEventKind): number | undefined {
    const row = this.database
      .prepare('SELECT MAX(at) AS at FROM account_events WHERE user = ? AND kind = ?')
      .get(user, kind) as { at: number | null }
    return row.at ?? undefined
  }

  /** When an account last signed in, ms since 1970. */
  lastSignIn(user: UserId): number | undefined {
    const row = this.database
      .prepare(
        `SELECT MAX(at) AS at FROM account_events WHERE user = ? AND kind IN ('firstSignIn', 'signIn')`,
      )
      .get(user) as { at: number | null }
    return row.at ?? undefined
  }
}
