import type { Database } from 'libsql'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import { hashSecret, verifySecret } from './passwords.ts'
import { normalCode, randomCode } from './secrets.ts'

/** A slip is handed over within two weeks, holidays included. */
const lifetime = 14 * 86_400_000
/** Wrong tries after which a code is dead. */
const tries = 10

export type Redemption = 'right' | 'wrong' | 'used' | 'expired'

/** Codes for the first sign-in, one an account: hashed, for 14 days, for one use, for 10 tries. */
export class OneTimeCodes {
  constructor(
    private readonly database: Database,
    private readonly now: () => number,
  ) {}

  /** Makes a new code, after which the account's former one is worth nothing. Shown once: only its hash is kept. */
  async issue(user: UserId): Promise<string> {
    const code = randomCode()
    const hash = await hashSecret(normalCode(code))
    this.database
      .prepare('INSERT OR REPLACE INTO one_time_codes (user, hash, expires_at) VALUES (?, ?, ?)')
      .run(user, hash, this.now() + lifetime)
    return code
  }

  /** Judges a typed code; who can't show the right one learns nothing more than "wrong". Doesn't spend it. */
  async check(user: UserId | undefined, typed: string): Promise<Redemption> {
    const row = this.find(user)
    const right = await verifySecret(row?.hash ?? null, normalCode(typed))
    if (!row || !right) {
      if (row) {
        this.database.prepare('UPDATE one_time_codes SET wrong = wrong + 1 WHERE user = ?').run(user)
      }
      return 'wrong'
    }
    if (row.used_at !== null) return 'used'
    return row.expires_at <= this.now() || row.wrong >= tries ? 'expired' : 'right'
  }

  /** Marks the code as used; false when another request was faster. */
  spend(user: UserId): boolean {
    const { changes } = this.database
      .prepare('UPDATE one_time_codes SET used_at = ? WHERE user = ? AND used_at IS NULL')
      .run(this.now(), user)
    return changes === 1
  }

  /** Makes an account's code worth nothing; false when none was good. */
  withdraw(user: UserId): boolean {
    const isGood = this.goodUntil(user) !== undefined
    this.database.prepare('DELETE FROM one_time_codes WHERE user = ?').run(user)
    return isGood
  }

  /** Until when an account's code signs somebody in, ms since 1970; undefined when there is none that does. */
  goodUntil(user: UserId): number | undefined {
    const row = this.find(user)
    if (!row || row.used_at !== null || row.wrong >= tries || row.expires_at <= this.now()) return undefined
    return row.expires_at
  }

  private find(user: UserId | undefined): CodeRow | undefined {
    if (user === undefined) return undefined
    return this.database
      .prepare('SELECT hash, expires_at, wrong, used_at FROM one_time_codes WHERE user = ?')
      .get(user) as CodeRow | undefined
  }
}

interface CodeRow {
  hash: string
  expires_at: number
  wrong: number
  used_at: number | null
}
