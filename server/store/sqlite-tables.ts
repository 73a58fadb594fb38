import type { Database } from './database.ts'
import { createTables } from './sqlite-tables-schema.ts'
import type { Statement, Steps, Tables, Value } from './tables.ts'

/**
 * The tables in the school's own SQLite database, on the connection of the row store: a transaction begins and ends
 * within one turn of the event loop, so that nobody waits for it and nobody comes between.
 */
export class SqliteTables implements Tables {
  private readonly prepared = new Map<string, ReturnType<Database.Database['prepare']>>()

  /** Makes the tables where they are missing. */
  constructor(private readonly database: Database.Database) {
    createTables(database)
  }

  async query<Line>(text: string, ...values: Value[]): Promise<Line[]> {
    return this.answer({ text, values }) as Line[]
  }

  async run<T>(steps: Steps<T>): Promise<T> {
    return this.walk(steps)
  }

  async transact<T>(work: () => Steps<T>): Promise<T> {
    this.database.exec('BEGIN IMMEDIATE')
    try {
      const result = this.walk(work())
      this.database.exec('COMMIT')
      return result
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
      throw error
    }
  }

  private walk<T>(steps: Steps<T>): T {
    let step = steps.next()
    while (!step.done) step = steps.next(this.answer(step.value))
    return step.value
  }

  private answer({ text, values }: Statement): unknown[] {
    let statement = this.prepared.get(text)
    if (!statement) {
      statement = this.database.prepare(ofOneSchool(text))
      this.prepared.set(text, statement)
    }
    if (statement.reader) return statement.all([...values])
    statement.run([...values])
    return []
  }
}

/** What is said of schools and of locks, left out: there is one school, and nobody comes between. */
function ofOneSchool(text: string): string {
  return text
    .replace(/\b(?:\w+\.)?school = :school AND /g, '')
    .replace(/\s+WHERE (?:\w+\.)?school = :school\b/g, '')
    .replace(/\bschool, |:school, /g, '')
    .replace(/\s+FOR UPDATE\b/g, '')
}
