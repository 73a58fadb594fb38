import { query, type Steps, type Tables } from '../store/tables.ts'

interface Limits {
  /** Wrong tries that cost no pause. */
  free: number
  /** Longest pause, ms. */
  longest: number
}

/** A login has five free tries; then 15 s, doubled each time up to 15 minutes: a teacher can't be locked out for long. */
const ofLogin: Limits = { free: 5, longest: 15 * 60_000 }
/** A whole school shares one address. */
const ofAddress: Limits = { free: 60, longest: 5 * 60_000 }
const firstPause = 15_000
/** Failures are forgotten after a day without another. */
const memory = 86_400_000

/** Wrong tries of a login after which a pause comes. */
export const freeTries = ofLogin.free

/** Until when a login's pause after so many wrong tries lasts, ms since 1970; `last`: of the last of them. */
export function pauseOfLogin(failures: number, last: number): number {
  return pauseUntil({ failures, last_at: last }, ofLogin)
}

function pauseUntil({ failures, last_at }: Failures, { free, longest }: Limits): number {
  return failures < free ? 0 : last_at + Math.min(longest, firstPause * 2 ** (failures - free))
}

/** A try that may be made, with how many more the login has before a pause; or ms to wait before the next. */
export type Try = { left: number } | { pause: number }

/**
 * Wrong tries to sign in, per login and per address. A try counts as failed from its start until it has succeeded:
 * otherwise a thousand parallel tries would all be the first.
 */
export class Attempts {
  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  /** Counts a try, unless it comes within a pause. Logins need not exist. */
  async begin(login: string, address: string): Promise<Try> {
    await this.tables.query(
      'DELETE FROM failed_attempts WHERE school = :school AND last_at < ?',
      this.now() - memory,
    )
    return this.tables.transact(() => this.counting(`login:${login}`, `address:${address}`))
  }

  /** The try was right: the login starts anew, the address gets its try back. */
  async succeed(login: string, address: string): Promise<void> {
    await this.tables.query(
      'DELETE FROM failed_attempts WHERE school = :school AND key = ?',
      `login:${login}`,
    )
    await this.tables.query(
      'UPDATE failed_attempts SET failures = failures - 1 WHERE school = :school AND key = ? AND failures > 0',
      `address:${address}`,
    )
  }

  /** In one order, the address first, so that two tries never wait for each other. */
  private *counting(login: string, address: string): Steps<Try> {
    const ofAll = yield* this.failures(address)
    const own = yield* this.failures(login)
    const pause = Math.max(pauseUntil(own, ofLogin), pauseUntil(ofAll, ofAddress)) - this.now()
    if (pause > 0) return { pause }
    for (const key of [address, login])
      yield* query(
        'UPDATE failed_attempts SET failures = failures + 1, last_at = ? WHERE school = :school AND key = ?',
        this.now(),
        key,
      )
    return { left: Math.max(0, ofLogin.free - own.failures - 1) }
  }

  /** Whoever counts tries of the same key waits until this transaction ends. */
  private *failures(key: string): Steps<Failures> {
    const [row] = yield* query<Failures>(
      `INSERT INTO failed_attempts (school, key, failures, last_at) VALUES (:school, ?, 0, ?)
       ON CONFLICT (school, key) DO UPDATE SET failures = failed_attempts.failures RETURNING failures, last_at`,
      key,
      this.now(),
    )
    return row!
  }
}

interface Failures {
  failures: number
  last_at: number
}
