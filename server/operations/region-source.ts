import type { PostgresDatabase } from '../store/postgres-database.ts'
import type { Statement, Tables } from '../store/tables.ts'
import { readFigures, type SchoolFigures, statementsOf } from './school-figures.ts'

/** Reads what a school's tables tell. `now`: the school's clock, ms since 1970. */
export async function figuresOfSchool(tables: Tables, now: number): Promise<SchoolFigures> {
  const lines: Record<string, unknown> = {}
  for (const [name, { text, values }] of Object.entries(statementsOf(now)))
    lines[name] = await tables.query(text, ...values)
  return readFigures(lines, now)
}

/** The same of many schools of a database at once, by their ids; those that it lacks are missing. */
export async function figuresOfSchools(
  database: PostgresDatabase,
  ids: readonly string[],
  now: number,
): Promise<Map<string, SchoolFigures>> {
  const lines = await database.transact(
    ({ query }) =>
      query<{ id: string; answer: unknown }>(
        'SELECT of_school AS id, answer FROM of_each_school($1::text[], $2::text)',
        [ids, inOne(statementsOf(now))],
      ),
    'BEGIN READ ONLY',
  )
  return new Map(lines.map(({ id, answer }) => [id, readFigures(answer, now)]))
}

/** All statements as one, which is asked of each school; `$1` is the school. */
function inOne(statements: Record<string, Statement>): string {
  const parts = Object.entries(statements).map(([name, { text, values }]) => {
    const left = [...values]
    const said = text.replace(/:school\b/g, '$1').replace(/\?/g, () => String(Number(left.shift())))
    return `'${name}', (SELECT COALESCE(jsonb_agg(t), '[]') FROM (${said}) t)`
  })
  return `SELECT jsonb_build_object(${parts.join()})`
}
