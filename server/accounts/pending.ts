import { query, type Steps, type Tables } from '../store/tables.ts'
import { tokenHash } from './secrets.ts'

/** Ms for a person to sign in at the provider. */
const lifetime = 600_000

/**
 * What waits for a browser to come back: for ten minutes, for one use, known by a secret of which only the hash is kept.
 * It lies in the database, since the browser may come back to another server.
 */
export class Pending {
  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
    /** Anybody may begin, and nobody has to finish: more are not kept, the oldest go. */
    private readonly most = 10_000,
  ) {}

  /** Keeps a value that can be JSON. */
  put(key: string, value: object): Promise<void> {
    return this.tables.transact(() => this.putting(tokenHash(key), JSON.stringify(value)))
  }

  /** Gives what waits under a key, once. */
  async take<T>(key: string): Promise<T | undefined> {
    const [found] = await this.tables.query<{ value: string; until: number }>(
      'DELETE FROM pending WHERE school = :school AND key = ? RETURNING value, until',
      tokenHash(key),
    )
    return found && found.until > this.now() ? (JSON.parse(found.value) as T) : undefined
  }

  private *putting(key: string, value: string): Steps<void> {
    yield* query('DELETE FROM pending WHERE school = :school AND until <= ?', this.now())
    yield* query(
      `DELETE FROM pending WHERE school = :school AND key IN
         (SELECT key FROM pending WHERE school = :school ORDER BY until DESC LIMIT ? OFFSET ?)`,
      this.most,
      this.most - 1,
    )
    yield* query(
      'INSERT INTO pending (school, key, value, until) VALUES (:school, ?, ?, ?)',
      ...[key, value, this.now() + lifetime],
    )
  }
}
