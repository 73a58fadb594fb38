import type { Database } from 'libsql'

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

/**
 * Wrong tries to sign in, per login and per address. A try counts as failed from its start until it has succeeded:
 * otherwise a thousand parallel tries would all be the first.
 */
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly now: () => number,
  ) {}

  /** ms to wait before the next try; 0 when it may be made now. Logins need not exist. */
  pause(login: string, address: string): number {
    return Math.max(this.pauseOf(`login:${login}`, ofLogin), this.pauseOf(`address:${address}`, ofAddress), 0)
  }

  /** Counts a try; returns how many more this login has before a pause. */
  begin(login: string, address: string): number {
    this.database.prepare('DELETE FROM failed_attempts WHERE last_at < ?').run(this.now() - memory)
    const count = this.database.prepare(
      `INSERT INTO failed_attempts (key, failures, last_at) VALUES (?, 1, ?)
       ON CONFLICT (key) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at RETURNING failures`,
    )
    count.get(`address:${address}`, this.now())
    const { failures } = count.get(`login:${login}`, this.now()) as { failures: number }
    return Math.max(0, ofLogin.free - failures)
  }

  /** The try was right: the login starts anew, the address gets its try back. */
  succeed(login: string, address: string): void {
    this.database.prepare('DELETE FROM failed_attempts WHERE key = ?').run(`login:${login}`)
    this.database
      .prepare('UPDATE failed_attempts SET failures = failures - 1 WHERE key = ? AND failures > 0')
      .run(`address:${address}`)
  }

  private pauseOf(key: string, { free, longest }: Limits): number {
    const row = this.database
      .prepare('SELECT failures, last_at FROM failed_attempts WHERE key = ?')
      .get(key) as { failures: number; last_at: number } | undefined
    if (!row || row.failures < free) return 0
    return row.last_at + Math.min(longest, firstPause * 2 ** (row.failures - free)) - this.now()
  }
}
