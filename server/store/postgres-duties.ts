import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from './postgres-database.ts'

/** Told when its node begins to do for a school what one node does for all, and when no longer. */
export interface OnDuty {
  gained(): Promise<void>
  lost(): Promise<void>
}

/** Kinds of locks, among all advisory locks of a database: any numbers, the same in all nodes. */
const dutyLocks = 7_278_216
const servedLocks = 7_278_215
/** How often it is looked which schools nobody does it for, and whether the connection still holds, ms. */
const lookEvery = 2_000
/** How long the database may take to answer, ms: after that another node may be on duty already. */
const patience = 5_000

/**
 * Which of the nodes before a database does for a school what is to be done once: extracts, closing of accounts. A lock
 * that the database gives back when the node's connection ends, so that another takes over within seconds. Two may do it
 * at once for a moment after a torn line: what is done there must bear being done twice. All of them hold another lock,
 * by which it is known that the school is served.
 */
export class PostgresDuties {
  private readonly wanted = new Map<number, OnDuty>()
  private readonly held = new Set<number>()
  private readonly stopping = new AbortController()
  private work: Promise<void> | undefined

  constructor(
    private readonly address: string,
    private readonly log: { error(fields: object, message: string): void },
  ) {}

  /** Takes the duty for a school when nobody has it, as soon as that is so. */
  want(school: number, on: OnDuty): void {
    this.wanted.set(school, on)
    this.work ??= this.run()
    // It was left a moment ago.
    if (this.held.has(school)) this.begin(school)
  }

  /** Does nothing more for a school, which has ended what was under way: the next round gives its locks back. */
  leave(school: number): void {
    this.wanted.delete(school)
  }

  /** Gives all up; resolves when what was under way has ended. */
  async close(): Promise<void> {
    this.stopping.abort()
    await this.work
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.hold().catch(() => undefined)
      await this.pause()
    }
  }

  /** Over one connection, for as long as it lasts. */
  private async hold(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.address,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const served = new Set<number>()
      while (!this.stopping.signal.aborted) {
        await unlock(client, 'pg_advisory_unlock_shared', servedLocks, this.wanted, served)
        await unlock(client, 'pg_advisory_unlock', dutyLocks, this.wanted, this.held)
        await lock(client, 'pg_try_advisory_lock_shared', servedLocks, this.wanted, served)
        for (const school of await lock(client, 'pg_try_advisory_lock', dutyLocks, this.wanted, this.held))
          this.begin(school)
        await this.pause()
      }
    } finally {
      const lost = [...this.held]
      this.held.clear()
      // What is under way ends before the lock is given back.
      await Promise.all(lost.map((school) => this.wanted.get(school)?.lost()))
      await client.end().catch(() => undefined)
    }
  }

  private begin(school: number): void {
    const begun = this.wanted.get(school)!.gained()
    begun.catch((err: unknown) => this.log.error({ err }, 'duty failed'))
  }

  private async pause(): Promise<void> {
    await wait(lookEvery, undefined, { signal: this.stopping.signal }).catch(() => undefined)
  }
}

/** Tries the locks that are not held yet, adds those that were got, and returns them. */
async function lock(
  client: pg.Client,
  how: string,
  kind: number,
  wanted: ReadonlyMap<number, unknown>,
  held: Set<number>,
): Promise<number[]> {
  const { rows } = await client.query<{ school: number }>(
    `SELECT school FROM unnest($2::integer[]) AS s (school) WHERE ${how}($1, school)`,
    [kind, [...wanted.keys()].filter((school) => !held.has(school))],
  )
  for (const { school } of rows) held.add(school)
  return rows.map(({ school }) => school)
}

/** Gives back those that nobody wants any more; who wants one again meanwhile has it locked anew. */
async function unlock(
  client: pg.Client,
  how: string,
  kind: number,
  wanted: ReadonlyMap<number, unknown>,
  held: Set<number>,
): Promise<void> {
  const left = [...held].filter((school) => !wanted.has(school))
  if (left.length === 0) return
  for (const school of left) held.delete(school)
  await client.query(`SELECT ${how}($1, school) FROM unnest($2::integer[]) AS s (school)`, [kind, left])
}

/** Until its transaction ends no node can begin to serve a school; false where one does. */
export async function keepUnserved({ query }: Connection, school: number): Promise<boolean> {
  const [line] = await query<{ got: boolean }>('SELECT pg_try_advisory_xact_lock($1, $2) AS got', [
    servedLocks,
    school,
  ])
  return line!.got
}
