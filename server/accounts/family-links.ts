import type { UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'

/** For whom of a family an account stands: a guardian of a pupil, or (`person` is the pupil's id) the pupil. */
export interface FamilyLink {
  user: UserId
  pupil: string
  /** Guardian id of the pupil's family document, or the pupil's own id. */
  person: string
  /** Taken away by the class teacher or the office until a new code is given out. */
  revoked: boolean
  /** When the diary was last read, ms since 1970; null: never. */
  lastRead: number | null
}

/**
 * Which accounts belong to which families. Who is whose guardian, and with what rights, stands in the ledger: a link
 * only says who signs in as whom. A guardian of several pupils has a link for each, and so has a teacher who is a
 * parent of the school.
 */
export class FamilyLinks {
  /** When diaries were read since that was last written, by pupil and person. */
  private readonly reads = new Map<string, number>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  /** Links an account to one of a pupil's family, in place of the account that was linked before. */
  *put(user: UserId, pupil: string, person: string): Steps<void> {
    yield* query(
      `INSERT INTO family_links (school, "user", pupil, person) VALUES (:school, ?, ?, ?)
       ON CONFLICT (school, pupil, person) DO UPDATE SET "user" = excluded."user", revoked = 0`,
      ...[user, pupil, person],
    )
  }

  /** All links of an account, by pupil and person. */
  async of(user: UserId): Promise<FamilyLink[]> {
    const rows = await this.tables.query<Row>(
      `SELECT ${columns} FROM family_links WHERE school = :school AND "user" = ? ORDER BY pupil, person`,
      user,
    )
    return rows.map((row) => this.read(row))
  }

  /** Links of a pupil's family. */
  async ofPupil(pupil: string): Promise<FamilyLink[]> {
    const rows = await this.tables.query<Row>(
      `SELECT ${columns} FROM family_links WHERE school = :school AND pupil = ? ORDER BY person`,
      pupil,
    )
    return rows.map((row) => this.read(row))
  }

  async find(pupil: string, person: string): Promise<FamilyLink | undefined> {
    return (await this.ofPupil(pupil)).find((link) => link.person === person)
  }

  /** Whose account is linked; it stays so until the transaction ends. */
  *lock(pupil: string, person: string): Steps<UserId | undefined> {
    const [row] = yield* query<{ user: UserId }>(
      'SELECT "user" FROM family_links WHERE school = :school AND pupil = ? AND person = ? FOR UPDATE',
      pupil,
      person,
    )
    return row?.user
  }

  /** Links an account where none was; fails, to be run again, where another transaction was faster. */
  *add(user: UserId, pupil: string, person: string): Steps<void> {
    yield* query(
      'INSERT INTO family_links (school, "user", pupil, person) VALUES (:school, ?, ?, ?)',
      ...[user, pupil, person],
    )
  }

  /** Takes a link away; undefined where there is none that stands, else whose it was. */
  *revoke(pupil: string, person: string): Steps<UserId | undefined> {
    const [row] = yield* query<{ user: UserId }>(
      `UPDATE family_links SET revoked = 1 WHERE school = :school AND pupil = ? AND person = ? AND revoked = 0
       RETURNING "user"`,
      pupil,
      person,
    )
    return row?.user
  }

  /** Whether any link of an account stands. */
  *stands(user: UserId): Steps<boolean> {
    const found = yield* query(
      'SELECT 1 AS stands FROM family_links WHERE school = :school AND "user" = ? AND revoked = 0 LIMIT 1',
      user,
    )
    return found.length > 0
  }

  /**
   * Notes that the diary was read: only when last; what was read is nobody's business. Written with those of others
   * within a minute: five hundred families open their diaries at once, and each commit is a wait for the disk.
   */
  noteRead({ pupil, person }: Pick<FamilyLink, 'pupil' | 'person'>): void {
    this.reads.set(JSON.stringify([pupil, person]), this.now())
    this.writeSoon()
  }

  /** Writes what was noted of reading. */
  async writeReads(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const reads = [...this.reads]
    if (reads.length === 0) return
    await this.tables.transact(() => this.writing(reads))
    for (const [key, at] of reads) if (this.reads.get(key) === at) this.reads.delete(key)
  }

  /** All links, by pupil and person. */
  async all(): Promise<FamilyLink[]> {
    const rows = await this.tables.query<Row>(
      `SELECT ${columns} FROM family_links WHERE school = :school ORDER BY pupil, person`,
    )
    return rows.map((row) => this.read(row))
  }

  /** Gives all links of one account to another. */
  *move(from: UserId, to: UserId): Steps<void> {
    yield* query('UPDATE family_links SET "user" = ? WHERE school = :school AND "user" = ?', to, from)
  }

  /** Whether an account is or was of any family. */
  async has(user: UserId): Promise<boolean> {
    const found = await this.tables.query(
      'SELECT 1 AS linked FROM family_links WHERE school = :school AND "user" = ? LIMIT 1',
      user,
    )
    return found.length > 0
  }

  /** What the database does not take now is written with what comes later. */
  private writeSoon(): void {
    this.timer ??= setTimeout(() => this.writeReads().catch(() => this.writeSoon()), readsWait)
    this.timer.unref()
  }

  /** In one order, so that two servers never wait for each other; what another noted later stays. */
  private *writing(reads: readonly [string, number][]): Steps<void> {
    for (const [key, at] of [...reads].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [pupil, person] = JSON.parse(key) as [string, string]
      yield* query(
        `UPDATE family_links SET last_read = ?
         WHERE school = :school AND pupil = ? AND person = ? AND (last_read IS NULL OR last_read < ?)`,
        ...[at, pupil, person, at],
      )
    }
  }

  private read({ user, pupil, person, revoked, last_read }: Row): FamilyLink {
    const lastRead = this.reads.get(JSON.stringify([pupil, person])) ?? last_read
    return { user, pupil, person, revoked: revoked === 1, lastRead }
  }
}

/** ms. */
const readsWait = 60_000

const columns = '"user", pupil, person, revoked, last_read'

interface Row {
  user: UserId
  pupil: string
  person: string
  revoked: number
  last_read: number | null
}
