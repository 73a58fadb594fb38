import type { UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'
import { hashSecret, verifySecret } from './passwords.ts'
import { normalCode, randomCode } from './secrets.ts'

/** A slip is handed over within two weeks, holidays included. */
const lifetime = 14 * 86_400_000
/** Wrong tries after which a code is dead. */
const tries = 10

/** A typed code, judged; a right one with the hash by which it may be spent. */
export type Redemption = { kind: 'right'; hash: string } | { kind: 'wrong' | 'used' | 'expired' }

/** Codes for the first sign-in, one an account: hashed, for 14 days, for one use, for 10 tries. */
export class OneTimeCodes {
  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  /** Takes the hash of a new code, after which the account's former one is worth nothing. */
  *put(user: UserId, hash: string): Steps<void> {
    yield* query(
      `INSERT INTO one_time_codes (school, "user", hash, expires_at, wrong) VALUES (:school, ?, ?, ?, 0)
       ON CONFLICT (school, "user") DO UPDATE
       SET hash = excluded.hash, expires_at = excluded.expires_at, wrong = 0, used_at = NULL`,
      ...[user, hash, this.now() + lifetime],
    )
  }

  /** Judges a typed code; who can't show the right one learns nothing more than "wrong". Doesn't spend it. */
  async check(user: UserId | undefined, typed: string): Promise<Redemption> {
    const row = user === undefined ? undefined : await this.tables.run(this.find(user))
    const right = await verifySecret(row?.hash ?? null, normalCode(typed))
    if (!row || !right) {
      if (row)
        await this.tables.query(
          'UPDATE one_time_codes SET wrong = wrong + 1 WHERE school = :school AND "user" = ?',
          user!,
        )
      return { kind: 'wrong' }
    }
    if (row.used_at !== null) return { kind: 'used' }
    const isGood = codeGoodUntil(row, this.now()) !== undefined
    return isGood ? { kind: 'right', hash: row.hash } : { kind: 'expired' }
  }

  /** Marks a code as used; false when another request was faster, or another code is in its place. */
  *spend(user: UserId, hash: string): Steps<boolean> {
    const spent = yield* query(
      `UPDATE one_time_codes SET used_at = ? WHERE school = :school AND "user" = ? AND hash = ? AND used_at IS NULL
       RETURNING "user"`,
      ...[this.now(), user, hash],
    )
    return spent.length === 1
  }

  /** Makes an account's code worth nothing; false when none was good. */
  *withdraw(user: UserId): Steps<boolean> {
    const [row] = yield* query<CodeRow>(
      `DELETE FROM one_time_codes WHERE school = :school AND "user" = ? RETURNING ${columns}`,
      user,
    )
    return row !== undefined && codeGoodUntil(row, this.now()) !== undefined
  }

  /** Until when an account's code signs somebody in, ms since 1970; undefined when there is none that does. */
  async goodUntil(user: UserId): Promise<number | undefined> {
    const row = await this.tables.run(this.find(user))
    return row && codeGoodUntil(row, this.now())
  }

  private *find(user: UserId): Steps<CodeRow | undefined> {
    const [row] = yield* query<CodeRow>(
      `SELECT ${columns} FROM one_time_codes WHERE school = :school AND "user" = ?`,
      user,
    )
    return row
  }
}

/** A code as it is printed, and what is kept of it: it is shown once. */
export async function newCode(): Promise<{ code: string; hash: string }> {
  const code = randomCode()
  return { code, hash: await hashSecret(normalCode(code)) }
}

const columns = 'hash, expires_at, wrong, used_at'

export interface CodeRow {
  hash: string
  expires_at: number
  wrong: number
  used_at: number | null
}

/** Until when a code signs somebody in, ms since 1970; undefined when it doesn't any more. */
export function codeGoodUntil({ used_at, wrong, expires_at }: CodeRow, now: number): number | undefined {
  return used_at === null && wrong < tries && expires_at > now ? expires_at : undefined
}
