import { randomBytes } from 'node:crypto'
import { importUser, lettersFrom, relayUser, type UserId, userIdLength } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'

/** A person's right to sign in. */
export interface Account {
  user: UserId
  login: string
  /** Staff id; '' for an administrator who is not on the staff list. */
  person: string
  /** Office whatever the staff list says. */
  administrator: boolean
  disabled: boolean
  /** A password was chosen: the first sign-in has happened. */
  active: boolean
  createdAt: number
}

/** Whether an account is of the staff or an administrator; the others are of families. */
export function isStaff({ person, administrator }: Pick<Account, 'person' | 'administrator'>): boolean {
  return person !== '' || administrator
}

export interface NewAccount {
  login: string
  person: string
  administrator: boolean
}

/** A login as it is compared: case and outer spaces do not matter. */
export function normalLogin(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}

const loginShape = /^[a-z0-9][a-z0-9._-]{0,39}$/

/** Whether a text may be a login: Latin letters, digits, dot, dash, underscore, 40 at most. */
export function isLogin(text: string): boolean {
  return loginShape.test(text)
}

/** Accounts and their password hashes. */
export class AccountStore {
  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  /** Adds an account that can't sign in before it has a code. The login must be free and well-formed. */
  *add({ login, person, administrator }: NewAccount): Steps<Account> {
    if (!isLogin(login)) throw new Error('malformed login')
    for (;;) {
      const user = lettersFrom(randomBytes(userIdLength)) as UserId
      if (user === importUser || user === relayUser) continue
      const [row] = yield* query<AccountRow>(
        `INSERT INTO accounts (school, "user", login, person, administrator, created_at)
         VALUES (:school, ?, ?, ?, ?, ?) ON CONFLICT (school, "user") DO NOTHING RETURNING ${accountColumns}`,
        ...[user, login, person, Number(administrator), this.now()],
      )
      if (row) return readAccount(row)
    }
  }

  /** All accounts, by login. */
  async list(): Promise<Account[]> {
    const rows = await this.tables.query<AccountRow>(
      `SELECT ${accountColumns} FROM accounts WHERE school = :school ORDER BY login`,
    )
    return rows.map(readAccount)
  }

  byUser(user: string): Promise<Account | undefined> {
    return this.tables.run(this.find('user', user))
  }

  byLogin(login: string): Promise<Account | undefined> {
    return this.tables.run(this.find('login', normalLogin(login)))
  }

  async byPerson(person: string): Promise<Account | undefined> {
    return person === '' ? undefined : this.tables.run(this.find('person', person))
  }

  *find(column: 'user' | 'login' | 'person', value: string): Steps<Account | undefined> {
    const [row] = yield* query<AccountRow>(
      `SELECT ${accountColumns} FROM accounts WHERE school = :school AND "${column}" = ?`,
      value,
    )
    return row && readAccount(row)
  }

  *logins(): Steps<Set<string>> {
    const rows = yield* query<{ login: string }>('SELECT login FROM accounts WHERE school = :school')
    return new Set(rows.map(({ login }) => login))
  }

  *setDisabled(user: UserId, disabled: boolean): Steps<void> {
    yield* query(
      'UPDATE accounts SET disabled = ? WHERE school = :school AND "user" = ?',
      Number(disabled),
      user,
    )
  }

  /** Nobody signs in under this id again: the login is no longer one, the password is gone. */
  *forget(user: UserId): Steps<void> {
    yield* query(
      'UPDATE accounts SET login = ?, password = NULL WHERE school = :school AND "user" = ?',
      `erased:${user}`,
      user,
    )
  }

  async passwordHash(user: UserId): Promise<string | null> {
    const [row] = await this.tables.query<{ password: string | null }>(
      'SELECT password FROM accounts WHERE school = :school AND "user" = ?',
      user,
    )
    return row?.password ?? null
  }

  *setPasswordHash(user: UserId, hash: string): Steps<void> {
    yield* query('UPDATE accounts SET password = ? WHERE school = :school AND "user" = ?', hash, user)
  }
}

/** What `readAccount` reads. */
export const accountColumns =
  '"user", login, person, administrator, disabled, password IS NOT NULL AS active, created_at'

export interface AccountRow {
  user: UserId
  login: string
  person: string
  administrator: number
  disabled: number
  active: number | boolean
  created_at: number
}

export function readAccount(row: AccountRow): Account {
  return {
    user: row.user,
    login: row.login,
    person: row.person,
    administrator: row.administrator === 1,
    disabled: row.disabled === 1,
    active: Boolean(row.active),
    createdAt: row.created_at,
  }
}
