import type { UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'
import type { FarAccount } from './school-links.ts'
import { tokenHash } from './secrets.ts'

/**
 * `link`: somebody of another school asks to be linked. `accepted`: somebody here lets him, who may take it back by
 * another password. `linked`: who asked may finish it. `open`: he comes in.
 */
export type SchoolCodeKind = 'link' | 'accepted' | 'linked' | 'open'

/** How long each is good, ms: for a person to sign in there, to come back and unlock, for the app to change pages. */
const lifetimes: Record<SchoolCodeKind, number> = {
  link: 600_000,
  accepted: 600_000,
  linked: 600_000,
  open: 60_000,
}

/** A code that another school's server leaves here, for its account to bring. */
export interface SchoolCode {
  kind: SchoolCodeKind
  /** For whom it was made. */
  far: FarAccount
  /** Whose account it is about here; null while that is not known. */
  user: UserId | null
  /** Can be JSON. */
  value: object
}

/**
 * One-time codes with which a browser goes from one school to another: kept hashed where they are brought, so that any
 * server of that school knows them. An account has one of a kind at most: nobody fills another school's table.
 */
export class SchoolCodes {
  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  /** Keeps a code in place of the account's former one. */
  leave(code: string, left: SchoolCode): Promise<void> {
    return this.tables.transact(() => this.leaving(tokenHash(code), left))
  }

  /** What a code is about; undefined where it is not good. */
  find(kind: SchoolCodeKind, code: string): Promise<SchoolCode | undefined> {
    return this.answer(`SELECT ${columns} FROM school_codes`, kind, code)
  }

  /** The same, once. */
  take(kind: SchoolCodeKind, code: string): Promise<SchoolCode | undefined> {
    return this.answer('DELETE FROM school_codes', kind, code, `RETURNING ${columns}`)
  }

  private async answer(
    what: string,
    kind: SchoolCodeKind,
    code: string,
    returning = '',
  ): Promise<SchoolCode | undefined> {
    const [row] = await this.tables.query<Row>(
      `${what} WHERE school = :school AND kind = ? AND hash = ? ${returning}`,
      kind,
      tokenHash(code),
    )
    if (!row || row.until <= this.now()) return undefined
    const far = { school: row.other, user: row.other_user }
    return { kind, far, user: row.user, value: JSON.parse(row.value) }
  }

  private *leaving(hash: string, { kind, far, user, value }: SchoolCode): Steps<void> {
    yield* query('DELETE FROM school_codes WHERE school = :school AND until <= ?', this.now())
    yield* query(
      `INSERT INTO school_codes (school, kind, other, other_user, "user", hash, value, until)
       VALUES (:school, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (school, kind, other, other_user) DO UPDATE
       SET "user" = excluded."user", hash = excluded.hash, value = excluded.value, until = excluded.until`,
      ...[kind, far.school, far.user, user, hash, JSON.stringify(value), this.now() + lifetimes[kind]],
    )
  }
}

const columns = 'other, other_user, "user", value, until'

interface Row {
  other: string
  other_user: UserId
  user: UserId | null
  value: string
  until: number
}
