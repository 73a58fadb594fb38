import type { Database } from 'libsql'
import type { UserId } from '../../src/domain/ledger/ids.ts'

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
    private readonly database: Database,
    private readonly now: () => number,
  ) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS family_links (
        user TEXT NOT NULL REFERENCES accounts(user),
        pupil TEXT NOT NULL,
        person TEXT NOT NULL,
        revoked INTEGER NOT NULL DEFAULT 0,
        last_read INTEGER,
        PRIMARY KEY (pupil, person)
      ) STRICT;
      CREATE INDEX IF NOT EXISTS family_links_by_user ON family_links (user);
    `)
  }

  /** Links an account to one of a pupil's family, in place of the account that was linked before. */
  put(user: UserId, pupil: string, person: string): void {
    this.database
      .prepare(
        `INSERT INTO family_links (user, pupil, person) VALUES (?, ?, ?)
         ON CONFLICT (pupil, person) DO UPDATE SET user = excluded.user, revoked = 0`,
      )
      .run(user, pupil, person)
  }

  /** All links of an account, by pupil and person. */
  of(user: UserId): FamilyLink[] {
    return (this.database.prepare(`${select} WHERE user = ? ORDER BY pupil, person`).all(user) as Row[]).map(
      (row) => this.read(row),
    )
  }

  /** Links of a pupil's family. */
  ofPupil(pupil: string): FamilyLink[] {
    return (this.database.prepare(`${select} WHERE pupil = ? ORDER BY person`).all(pupil) as Row[]).map(
      (row) => this.read(row),
    )
  }

  find(pupil: string, person: string): FamilyLink | undefined {
    return this.ofPupil(pupil).find((link) => link.person === person)
  }

  /** Takes a link away; false where there is none that stands. */
  revoke(pupil: string, person: string): boolean {
    const { changes } = this.database
      .prepare('UPDATE family_links SET revoked = 1 WHERE pupil = ? AND person = ? AND revoked = 0')
      .run(pupil, person)
    return changes === 1
  }

  /**
   * Notes that the diary was read: only when last; what was read is nobody's business. Written with those of others
   * within a minute: five hundred families open their diaries at once, and each commit is a wait for the disk.
   */
  noteRead({ pupil, person }: Pick<FamilyLink, 'pupil' | 'person'>): void {
    this.reads.set(JSON.stringify([pupil, person]), this.now())
    this.timer ??= setTimeout(() => this.writeReads(), readsWait)
    this.timer.unref()
  }

  /** Writes what was noted of reading. */
  writeReads(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const write = this.database.prepare(
      'UPDATE family_links SET last_read = ? WHERE pupil = ? AND person = ?',
    )
    this.database.transaction(() => {
      for (const [key, at] of this.reads) write.run(at, ...(JSON.parse(key) as [string, string]))
    })()
    this.reads.clear()
  }

  /** All links, by pupil and person. */
  all(): FamilyLink[] {
    return (this.database.prepare(`${select} ORDER BY pupil, person`).all() as Row[]).map((row) =>
      this.read(row),
    )
  }

  /** Gives all links of one account to another. */
  move(from: UserId, to: UserId): void {
    this.database.prepare('UPDATE family_links SET user = ? WHERE user = ?').run(to, from)
  }

  /** Whether an account is or was of any family. */
  has(user: UserId): boolean {
    return this.database.prepare('SELECT 1 FROM family_links WHERE user = ? LIMIT 1').get(user) !== undefined
  }

  private read({ user, pupil, person, revoked, last_read }: Row): FamilyLink {
    const lastRead = this.reads.get(JSON.stringify([pupil, person])) ?? last_read
    return { user, pupil, person, revoked: revoked === 1, lastRead }
  }
}

/** ms. */
const readsWait = 60_000

const select = 'SELECT user, pupil, person, revoked, last_read FROM family_links'

interface Row {
  user: UserId
  pupil: string
  person: string
  revoked: number
  last_read: number | null
}
