/** What a statement's `?` stands for. Yes and no are 1 and 0. */
export type Value = string | number | null | Buffer

/** A statement of SQL that SQLite and PostgreSQL both know. */
export interface Statement {
  text: string
  values: readonly Value[]
}

/**
 * Statements one after another, each knowing what the ones before it answered; their lines are sent back in. Written as
 * a generator, the same steps run without a pause where the database is in this process, and wait for it where not. They
 * do nothing else: steps that lost a race are run again.
 */
export type Steps<T> = Generator<Statement, T, unknown[]>

/** One statement among steps; its lines, those of RETURNING too. */
export function* query<Line = unknown>(text: string, ...values: Value[]): Steps<Line[]> {
  return (yield { text, values }) as Line[]
}

/**
 * The school's tables beside its ledger: accounts, files, what is to be sent. Texts are written as for many schools in
 * one database: each table's school is asked for as `school = :school AND …`, named first in lists as `school, …` with
 * `:school, …` as its value, and lines that decide are read FOR UPDATE. Where there is one school all that is left out.
 * `"user"` is quoted: without quotes it means something else to PostgreSQL.
 */
export interface Tables {
  /** Runs a statement by itself. */
  query<Line = unknown>(text: string, ...values: Value[]): Promise<Line[]>
  /** Runs steps that need no transaction: mostly one statement that transactions have too. */
  run<T>(steps: Steps<T>): Promise<T>
  /**
   * Runs steps in a transaction; when it resolves, all is on disk, when it rejects, nothing was written. No other
   * transaction comes between, as far as lines were read FOR UPDATE; one that lost against another is run again.
   */
  transact<T>(work: () => Steps<T>): Promise<T>
}
