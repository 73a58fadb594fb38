import pg from 'pg'
import type { Connection, PostgresDatabase } from './postgres-database.ts'
import type { Statement, Steps, Tables, Value } from './tables.ts'

/** The tables of one school in PostgreSQL, which may hold many schools and have several servers before it. */
export class PostgresTables implements Tables {
  private readonly database: Pick<PostgresDatabase, 'query' | 'transact'>

  constructor(
    database: PostgresDatabase,
    private readonly school: number,
  ) {
    this.database = database.of(school)
  }

  query<Line>(text: string, ...values: Value[]): Promise<Line[]> {
    return again(() => this.answer(this.database, { text, values })) as Promise<Line[]>
  }

  async run<T>(steps: Steps<T>): Promise<T> {
    let step = steps.next()
    while (!step.done) step = steps.next(await this.query(step.value.text, ...step.value.values))
    return step.value
  }

  transact<T>(work: () => Steps<T>): Promise<T> {
    return again(() =>
      this.database.transact(async (connection) => {
        const steps = work()
        let step = steps.next()
        while (!step.done) step = steps.next(await this.answer(connection, step.value))
        return step.value
      }),
    )
  }

  private answer({ query }: Connection, { text, values }: Statement): Promise<object[]> {
    return query<object>(numbered(text), [this.school, ...values])
  }
}

const known = new Map<string, string>()

/** `:school` as $1, `?` as what follows. */
function numbered(text: string): string {
  let made = known.get(text)
  if (made === undefined) {
    if (!text.includes(':school')) throw new Error(`of no school: ${text}`)
    let count = 1
    made = text.replace(/:school\b/g, '$1::integer').replace(/\?/g, () => `$${++count}`)
    known.set(text, made)
  }
  return made
}

/** SQLSTATE of who has lost against another: serialization, deadlock, a key that somebody else took. */
const lost = new Set(['40001', '40P01', '23505'])
const tries = 5

/** Asked again, it sees what the other did. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await ask()
    } catch (error) {
      if (left === 0 || !(error instanceof pg.DatabaseError) || !lost.has(error.code ?? '')) throw error
    }
  }
}
