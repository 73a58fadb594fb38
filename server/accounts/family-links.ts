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
      read,
    )
  }

  /** Links of a pupil's family. */
  ofPupil(pupil: string): FamilyLink[] {
    return (this.database.prepare(`${select} WHERE pupil = ? ORDER BY person`).all(pupil) as Row[]).map(read)
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

  /** Notes that the diary was read: only when last, to the minute; what was read is nobody's business. */
  noteRead({ pupil, person }: Pick<FamilyLink, 'pupil' | 'person'>): void {
    this.database
      .prepare(
        'UPDATE family_links SET last_read = ? WHERE pupil = ? AND person = ? AND COALESCE(last_read, 0) < ?',
      )
      .run(this.now(), pupil, person, this.now() - readEvery)
  }

  /** All links, by pupil and person. */
  all(): FamilyLink[] {
    return (this.database.prepare(`${select} ORDER BY pupil, person`).all() as Row[]).map(read)
  }

  /** Gives all links of one account to another. */
  move(from: UserId, to: UserId): void {
    this.database.prepare('UPDATE family_links SET user = ? WHERE user = ?').run(to, from)
  }

  /** Whether an account is or was of any family. */
  has(user: UserId): boolean {
    return this.database.prepare('SELECT 1 FROM family_links WHERE user = ? LIMIT 1').get(user) !== undefined
  }
}

/** More writes would only wear the disk, ms. */
const readEvery = 60_000

const select = 'SELECT user, pupil, person, revoked, last_read FROM family_links'

interface Row {
  user: UserId
  pupil: string
  person: string
  revoked: number
  last_read: number | null
}

const read = ({ user, pupil, person, revoked, last_read: lastRead }: Row): FamilyLink => ({
  user,
  pupil,
  person,
  revoked: revoked === 1,
  lastRead,
})
