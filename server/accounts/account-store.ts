import { randomBytes } from 'node:crypto'
import type { Database } from 'libsql'
import { importUser, lettersFrom, relayUser, type UserId, userIdLength } from '../../src/domain/ledger/ids.ts'

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
    private readonly database: Database,
    private readonly now: () => number,
  ) {}

  /** Adds an account that can't sign in before it has a code. The login must be free and well-formed. */
  create({ login, person, administrator }: NewAccount): Account {
    if (!isLogin(login)) throw new Error('malformed login')
    const user = this.freshUser()
    this.database
      .prepare('INSERT INTO accounts (user, login, person, administrator, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(user, login, person, Number(administrator), this.now())
    return this.byUser(user)!
  }

  /** All accounts, by login. */
  list(): Account[] {
    return (this.database.prepare(`${select} ORDER BY login`).all() as AccountRow[]).map(read)
  }

  byUser(user: string): Account | undefined {
    return this.find('user', user)
  }

  byLogin(login: string): Account | undefined {
    return this.find('login', normalLogin(login))
  }

  byPerson(person: string): Account | undefined {
    return person === '' ? undefined : this.find('person', person)
  }

  isEmpty(): boolean {
    return this.database.prepare('SELECT 1 FROM accounts LIMIT 1').get() === undefined
  }

  setDisabled(user: UserId, disabled: boolean): void {
    this.database.prepare('UPDATE accounts SET disabled = ? WHERE user = ?').run(Number(disabled), user)
  }

  /** Nobody signs in under this id again: the login is no longer one, the password is gone. */
  forget(user: UserId): void {
    this.database
      .prepare('UPDATE accounts SET login = ?, password = NULL WHERE user = ?')
      .run(`erased:${user}`, user)
  }

  passwordHash(user: UserId): string | null {
    const row = this.database.prepare('SELECT password FROM accounts WHERE user = ?').get(user)
    return (row as { password: string | null } | undefined)?.password ?? null
  }

  setPasswordHash(user: UserId, hash: string): void {
    this.database.prepare('UPDATE accounts SET password = ? WHERE user = ?').run(hash, user)
  }

  private find(column: 'user' | 'login' | 'person', value: string): Account | undefined {
    const row = this.database.prepare(`${select} WHERE ${column} = ?`).get(value) as AccountRow | undefined
    return row && read(row)
  }

  private freshUser(): UserId {
    for (;;) {
      const user = lettersFrom(randomBytes(userIdLength)) as UserId
      if (user !== importUser && user !== relayUser && !this.byUser(user)) return user
    }
  }
}

const select =
  'SELECT user, login, person, administrator, disabled, password IS NOT NULL AS active, created_at FROM accounts'

interface AccountRow {
  user: UserId
  login: string
  person: string
  administrator: number
  disabled: number
  active: number
  created_at: number
}

function read(row: AccountRow): Account {
  return {
    user: row.user,
    login: row.login,
    person: row.person,
    administrator: row.administrator === 1,
    disabled: row.disabled === 1,
    active: row.active === 1,
    createdAt: row.created_at,
  }
}
