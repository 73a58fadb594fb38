import type { Database } from 'libsql'
import type { Sending } from '../../src/domain/school/family-view.ts'

export type Way = Sending['how']
export type Why = NonNullable<Sending['failed']>

/** What became of one try. */
export type Attempt =
  | { kind: 'accepted' }
  | { kind: 'failed'; why: Why }
  /** `why`: for the log, without a word about anybody. */
  | { kind: 'again'; why: string }

/** Something to be sent to one of a pupil's family. */
export interface Outgoing {
  /** Twice put in under one key it is sent once. */
  key: string
  way: Way
  pupil: string
  person: string
  /** The fact that asked for a report; undefined for a notice. */
  asked?: string | undefined
  subject: string
  text: string
  /** ms since 1970. */
  due: number
}

/** One that stands in the outbox. `outcome`: `accepted`, or why it was given up; undefined while it is tried. */
export interface Standing extends Outgoing {
  tries: number
  outcome?: 'accepted' | Why
}

interface Row {
  key: string
  way: Way
  pupil: string
  person: string
  asked: string | null
  subject: string
  text: string
  due: number
  tries: number
  outcome: 'accepted' | Why | null
}

/** Makes the table where it is missing. Times are ms since 1970. */
function createOutbox(database: Database): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS outbox (
      key TEXT PRIMARY KEY,
      way TEXT NOT NULL,
      pupil TEXT NOT NULL,
      person TEXT NOT NULL,
      asked TEXT,
      subject TEXT NOT NULL,
      text TEXT NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      due INTEGER NOT NULL,
      outcome TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS outbox_due ON outbox (way, due) WHERE outcome IS NULL;
  `)
}

/** What is to be sent to families, in the school's database: a restart loses nothing of it and sends nothing twice. */
export class Outbox {
  constructor(private readonly database: Database) {
    createOutbox(database)
  }

  /** Puts something in; what is known by its key already stays as it is. */
  put(items: readonly Outgoing[]): void {
    const insert = this.database.prepare(
      `INSERT OR IGNORE INTO outbox (key, way, pupil, person, asked, subject, text, due)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.database.transaction(() => {
      for (const { key, way, pupil, person, asked, subject, text, due } of items)
        insert.run(key, way, pupil, person, asked ?? null, subject, text, due)
    })()
  }

  /** What of a way is due next. */
  next(way: Way): Standing | undefined {
    const row = this.database
      .prepare(`SELECT * FROM outbox WHERE way = ? AND outcome IS NULL ORDER BY due, key LIMIT 1`)
      .get(way) as Row | undefined
    return row && read(row)
  }

  has(key: string): boolean {
    return this.database.prepare('SELECT 1 FROM outbox WHERE key = ?').get(key) !== undefined
  }

  /** Another try later. */
  again(key: string, due: number): void {
    this.database.prepare('UPDATE outbox SET tries = tries + 1, due = ? WHERE key = ?').run(due, key)
  }

  /** Notes an outcome; what was said is not kept any longer. */
  settle(key: string, outcome: 'accepted' | Why): void {
    this.database
      .prepare(`UPDATE outbox SET outcome = ?, subject = '', text = '' WHERE key = ?`)
      .run(outcome, key)
  }

  /** All that was put in for a fact that asked. */
  askedBy(asked: string): Standing[] {
    return (
      this.database.prepare('SELECT * FROM outbox WHERE asked = ? ORDER BY key').all(asked) as Row[]
    ).map(read)
  }

  /** Facts that asked, of which something was settled. */
  settledAsks(): { asked: string; pupil: string }[] {
    return this.database
      .prepare('SELECT DISTINCT asked, pupil FROM outbox WHERE asked IS NOT NULL AND outcome IS NOT NULL')
      .all() as { asked: string; pupil: string }[]
  }

  forget(asked: string): void {
    this.database.prepare('DELETE FROM outbox WHERE asked = ?').run(asked)
  }

  /** Drops notices that were settled and were due before a time. */
  prune(before: number): void {
    this.database
      .prepare('DELETE FROM outbox WHERE asked IS NULL AND outcome IS NOT NULL AND due < ?')
      .run(before)
  }
}

function read({ asked, outcome, key, way, pupil, person, subject, text, due, tries }: Row): Standing {
  return {
    ...{ key, way, pupil, person, subject, text, due, tries },
    ...(asked === null ? {} : { asked }),
    ...(outcome === null ? {} : { outcome }),
  }
}

/** Forgets what was to be sent to a pupil's family. */
export function forgetOutgoing(database: Database, pupil: string): void {
  createOutbox(database)
  database.prepare('DELETE FROM outbox WHERE pupil = ?').run(pupil)
}

export function emptyOutbox(database: Database): void {
  createOutbox(database)
  database.exec('DELETE FROM outbox')
}
