import type { Sending } from '../../src/domain/school/family-view.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'

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

/** What is to be sent to families, beside the school's ledger: a restart loses nothing of it and sends nothing twice. */
export class Outbox {
  /**
   * `lease`: where several servers send, how long what one of them has taken is left to it, ms; longer than any try
   * takes.
   */
  constructor(
    private readonly tables: Tables,
    private readonly lease = 0,
  ) {}

  /** Puts something in; what is known by its key already stays as it is. */
  put(items: readonly Outgoing[]): Promise<void> {
    return this.tables.transact(() => putting(items))
  }

  /** What of a way is due next. */
  async next(way: Way): Promise<Standing | undefined> {
    const [row] = await this.tables.query<Row>(
      `SELECT ${columns} FROM outbox WHERE school = :school AND way = ? AND outcome IS NULL
       ORDER BY due, key LIMIT 1`,
      way,
    )
    return row && read(row)
  }

  /** Takes what of a way is due next, to be tried; undefined when nothing is. */
  async take(way: Way, now: number): Promise<Standing | undefined> {
    if (this.lease === 0) {
      const next = await this.next(way)
      return next && next.due <= now ? next : undefined
    }
    const [row] = await this.tables.query<Row>(
      `UPDATE outbox SET due = ? WHERE school = :school AND key =
         (SELECT key FROM outbox WHERE school = :school AND way = ? AND outcome IS NULL AND due <= ?
          ORDER BY due, key LIMIT 1 FOR UPDATE) RETURNING ${columns}`,
      ...[now + this.lease, way, now],
    )
    return row && read(row)
  }

  /** Another try later. */
  async again(key: string, due: number): Promise<void> {
    await this.tables.query(
      'UPDATE outbox SET tries = tries + 1, due = ? WHERE school = :school AND key = ?',
      due,
      key,
    )
  }

  /** Notes an outcome; what was said is not kept any longer. */
  async settle(key: string, outcome: 'accepted' | Why): Promise<void> {
    await this.tables.query(
      `UPDATE outbox SET outcome = ?, subject = '', text = '' WHERE school = :school AND key = ?`,
      outcome,
      key,
    )
  }

  /** All that was put in for a fact that asked. */
  async askedBy(asked: string): Promise<Standing[]> {
    const rows = await this.tables.query<Row>(
      `SELECT ${columns} FROM outbox WHERE school = :school AND asked = ? ORDER BY key`,
      asked,
    )
    return rows.map(read)
  }

  /** Facts that asked, of which something was settled. */
  settledAsks(): Promise<{ asked: string; pupil: string }[]> {
    return this.tables.query(
      `SELECT DISTINCT asked, pupil FROM outbox
       WHERE school = :school AND asked IS NOT NULL AND outcome IS NOT NULL`,
    )
  }

  async forget(asked: string): Promise<void> {
    await this.tables.query('DELETE FROM outbox WHERE school = :school AND asked = ?', asked)
  }

  /** Drops notices that were settled and were due before a time. */
  async prune(before: number): Promise<void> {
    await this.tables.query(
      'DELETE FROM outbox WHERE school = :school AND asked IS NULL AND outcome IS NOT NULL AND due < ?',
      before,
    )
  }
}

/** In one order, so that two servers that put in the same never wait for each other. */
function* putting(items: readonly Outgoing[]): Steps<void> {
  for (const item of [...items].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const { key, way, pupil, person, asked, subject, text, due } = item
    yield* query(
      `INSERT INTO outbox (school, key, way, pupil, person, asked, subject, text, due)
       VALUES (:school, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      ...[key, way, pupil, person, asked ?? null, subject, text, due],
    )
  }
}

const columns = 'key, way, pupil, person, asked, subject, text, due, tries, outcome'

function read({ asked, outcome, key, way, pupil, person, subject, text, due, tries }: Row): Standing {
  return {
    ...{ key, way, pupil, person, subject, text, due, tries },
    ...(asked === null ? {} : { asked }),
    ...(outcome === null ? {} : { outcome }),
  }
}

/** Forgets what was to be sent to a pupil's family. */
export async function forgetOutgoing(tables: Tables, pupil: string): Promise<void> {
  await tables.query('DELETE FROM outbox WHERE school = :school AND pupil = ?', pupil)
}

export async function emptyOutbox(tables: Tables): Promise<void> {
  await tables.query('DELETE FROM outbox WHERE school = :school')
}
