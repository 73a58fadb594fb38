import type { PostgresDatabase } from '../store/postgres-database.ts'
import { PostgresTables } from '../store/postgres-tables.ts'
import { query, type Steps } from '../store/tables.ts'
import type { SignedOut, SignOutNews } from './sign-outs.ts'

const channel = 'parta_sign_out'
/** Any number: with a school's it is the lock under which its sign-outs are numbered. */
const lock = 7_278_213
/** No session is older without its token having been looked up anew, ms. */
const memory = 3_600_000

/**
 * Sign-outs in a table of the database: numbered under a lock that is held until they are committed, so that who has
 * read up to one lacks nothing before it. A notification is only a hint; every so often all look anyway.
 */
export class PostgresSignOuts implements SignOutNews {
  private readonly tables: PostgresTables
  private seen = 0
  private reading: Promise<void> | undefined
  private again = false

  constructor(
    private readonly database: PostgresDatabase,
    private readonly school: number,
    private readonly failed: (error: unknown) => void,
  ) {
    this.tables = new PostgresTables(database, school)
  }

  *add(ended: readonly SignedOut[], now: number): Steps<void> {
    yield* query(`SELECT pg_advisory_xact_lock(${lock}, :school)`)
    for (const { user, device } of ended)
      yield* query(
        `INSERT INTO sign_outs (school, number, "user", device, at)
         SELECT :school, COALESCE(MAX(number), 0) + 1, ?::text, ?::text, ?::bigint FROM sign_outs
         WHERE school = :school`,
        ...[user, device ?? null, now],
      )
    yield* query('DELETE FROM sign_outs WHERE school = :school AND at < ?', now - memory)
  }

  announce(): void {
    this.database.query('SELECT pg_notify($1, $2)', [channel, String(this.school)]).catch(() => undefined)
  }

  async follow(hear: (one: SignedOut) => Promise<void>): Promise<void> {
    await this.database.listen(channel, (said) => {
      if (said === undefined || said === String(this.school)) this.look(hear)
    })
    const [last] = await this.tables.query<{ number: number }>(
      'SELECT COALESCE(MAX(number), 0) AS number FROM sign_outs WHERE school = :school',
    )
    this.seen = Math.max(this.seen, last!.number)
  }

  /** One reading after another; a hint that comes meanwhile asks for one more. */
  private look(hear: (one: SignedOut) => Promise<void>): void {
    this.again = true
    this.reading ??= this.readAll(hear)
      .catch(this.failed)
      .finally(() => {
        this.reading = undefined
      })
  }

  private async readAll(hear: (one: SignedOut) => Promise<void>): Promise<void> {
    while (this.again) {
      this.again = false
      const news = await this.tables.query<SignedOut & { number: number }>(
        `SELECT number, "user", device FROM sign_outs WHERE school = :school AND number > ? ORDER BY number`,
        this.seen,
      )
      for (const { number, user, device } of news) {
        await hear({ user, device: device ?? undefined })
        this.seen = number
      }
    }
  }
}
