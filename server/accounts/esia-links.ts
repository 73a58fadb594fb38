import type { Database } from 'libsql'
import type { UserId } from '../../src/domain/ledger/ids.ts'

/** Who somebody is at the provider: the subject is the provider's own id of him, and never changes with his name. */
export interface Identity {
  issuer: string
  subject: string
}

/**
 * Which account somebody has whom the provider vouches for. Nothing else of him is kept: no name, no document. An
 * account has one identity at most, and an identity one account, which may be a teacher's and a parent's at once.
 */
export class EsiaLinks {
  constructor(
    private readonly database: Database,
    private readonly now: () => number,
  ) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS esia_links (
        issuer TEXT NOT NULL,
        subject TEXT NOT NULL,
        user TEXT NOT NULL UNIQUE REFERENCES accounts(user),
        linked_at INTEGER NOT NULL,
        PRIMARY KEY (issuer, subject)
      ) STRICT;
    `)
  }

  /** Links an account in place of what either side was linked to before. */
  put(user: UserId, { issuer, subject }: Identity): void {
    this.database.transaction(() => {
      this.remove(user)
      this.database
        .prepare('INSERT OR REPLACE INTO esia_links (issuer, subject, user, linked_at) VALUES (?, ?, ?, ?)')
        .run(issuer, subject, user, this.now())
    })()
  }

  /** Whose account it is. */
  user({ issuer, subject }: Identity): UserId | undefined {
    const row = this.database
      .prepare('SELECT user FROM esia_links WHERE issuer = ? AND subject = ?')
      .get(issuer, subject) as { user: UserId } | undefined
    return row?.user
  }

  has(user: UserId): boolean {
    return this.database.prepare('SELECT 1 FROM esia_links WHERE user = ?').get(user) !== undefined
  }

  /** Takes an account's link away; false where there is none. */
  remove(user: UserId): boolean {
    return this.database.prepare('DELETE FROM esia_links WHERE user = ?').run(user).changes === 1
  }
}
