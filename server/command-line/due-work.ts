import type { PostgresDatabase } from '../store/postgres-database.ts'
import type { OpenSchool } from './open-school.ts'

/**
 * Whether a school has something to do within a time, ms, that nobody need ask for: letters and messages to be sent, and
 * absences to be told of.
 */
export async function hasWorkDue(
  { tables, now }: Pick<OpenSchool, 'tables' | 'now'>,
  within: number,
): Promise<boolean> {
  const until = now() + within
  for (const [table, unsettled] of Object.entries(work)) {
    const [due] = await tables.query(
      `SELECT 1 AS due FROM ${table} WHERE school = :school AND ${unsettled} AND due <= ? LIMIT 1`,
      until,
    )
    if (due) return true
  }
  return false
}

/** Those of the schools of a database that have such work now, ms since 1970. */
export async function withWorkDue(
  database: PostgresDatabase,
  ids: readonly string[],
  now: number,
): Promise<string[]> {
  const parts = Object.entries(work).map(
    ([table, unsettled]) =>
      `EXISTS (SELECT 1 FROM ${table} WHERE school = $1 AND ${unsettled} AND due <= ${Number(now)})`,
  )
  const lines = await database.transact(
    ({ query }) =>
      query<{ id: string }>(
        `SELECT of_school AS id FROM of_each_school($1::text[], $2::text) WHERE answer = 'true'`,
        [ids, `SELECT to_jsonb(${parts.join(' OR ')})`],
      ),
    'BEGIN READ ONLY',
  )
  return lines.map(({ id }) => id)
}

/** The tables in which what is to be done waits, and which of their lines are not done. */
const work = { outbox: 'outcome IS NULL', absence_watch: 'true' }
