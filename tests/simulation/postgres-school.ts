import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Connection, openPostgres, type PostgresDatabase } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { lettersFrom } from '../../src/domain/ledger/ids.ts'
import { outside } from './platform.ts'
import type { Faults, SchoolDatabase } from './school-database.ts'

const tables = ['document', 'row', 'writer', 'fact_index', 'policy_fact']

/** A PostgreSQL, and one who may copy what stands there from school to school. */
interface Server {
  database: PostgresDatabase
  copyist: pg.Pool
  /** Columns of each table, without the school's. */
  columns: Map<string, string>
  /** How many schools were made. */
  schools: number
}

/** A school of a real PostgreSQL, among those of the runs before; its backups are schools, too. */
export class PostgresSchool implements SchoolDatabase {
  readonly diskFull = '53100'

  private constructor(
    private readonly server: Server,
    private readonly id: string,
  ) {}

  /** A school in which nothing stands, in an empty database. Addresses of its owner, and of one who sees all lines. */
  static async fresh(owner: string, superuser: string): Promise<PostgresSchool & { close(): Promise<void> }> {
    const database = await openPostgres(owner)
    // Its one connection stays: the runs' clock would end it while it is asked for.
    const copyist = new pg.Pool({ connectionString: superuser, max: 1, idleTimeoutMillis: 0 })
    const server: Server = { database, copyist, columns: new Map(), schools: 0 }
    const school = new PostgresSchool(server, 'school')
    await school.view()
    for (const table of tables) {
      const { rows } = await copyist.query<{ names: string }>(
        `SELECT string_agg(quote_ident(column_name), ', ') AS names FROM information_schema.columns
         WHERE table_name = $1 AND column_name <> 'school'`,
        [table],
      )
      server.columns.set(table, rows[0]!.names)
    }
    const close = async () => {
      await database.close()
      await copyist.end()
    }
    return Object.assign(school, { close })
  }

  open(faults: Faults): Promise<PostgresRowStore> {
    return PostgresRowStore.open(faulty(this.server.database, faults), this.id)
  }

  view(): Promise<PostgresRowStore> {
    return outside(() => PostgresRowStore.open(this.server.database, this.id))
  }

  copy(): Promise<PostgresSchool> {
    const copy = new PostgresSchool(this.server, `school${++this.server.schools}`)
    return outside(async () => {
      await this.server.copyist.query(
        'INSERT INTO school (id, incarnation, change) SELECT $2, incarnation, change FROM school WHERE id = $1',
        [this.id, copy.id],
      )
      await this.pour(copy)
      return copy
    })
  }

  restore(copy: PostgresSchool, byHand: boolean): Promise<void> {
    return outside(async () => {
      const { copyist } = this.server
      for (const table of [...tables].reverse())
        await copyist.query(
          `DELETE FROM "${table}" WHERE school = (SELECT number FROM school WHERE id = $1)`,
          [this.id],
        )
      await copyist.query(
        `UPDATE school SET change = copy.change, incarnation = coalesce($3, copy.incarnation)
         FROM school copy WHERE school.id = $1 AND copy.id = $2`,
        [this.id, copy.id, byHand ? null : lettersFrom(randomBytes(12))],
      )
      await copy.pour(this)
    })
  }

  /** Copies all lines to another school, which has none. */
  private async pour(to: PostgresSchool): Promise<void> {
    const { copyist, columns } = this.server
    for (const table of tables)
      await copyist.query(
        `INSERT INTO "${table}" (school, ${columns.get(table)}) OVERRIDING SYSTEM VALUE
         SELECT (SELECT number FROM school WHERE id = $2), ${columns.get(table)}
         FROM "${table}" WHERE school = (SELECT number FROM school WHERE id = $1)`,
        [this.id, to.id],
      )
  }
}

/**
 * A database as a process of a run has it: a step ends when the database has answered, and it answers one question after
 * another, for which of two is faster is chance that no seed knows.
 */
function faulty(database: PostgresDatabase, faults: Faults): PostgresDatabase {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(run: () => Promise<T>) => {
    const answer = last.then(run)
    last = answer.catch(() => undefined)
    return outside(() => answer)
  }
  const of = (plain: Pick<PostgresDatabase, 'query' | 'transact'>) => ({
    query: ((text, values) => inTurn(() => plain.query(text, values))) as Connection['query'],
    transact: <T>(work: (connection: Connection) => Promise<T>, begin?: string) =>
      inTurn(() =>
        plain.transact(async (connection) => {
          faults.begin()
          let wrote = false
          const result = await work({
            query: (text, values) => {
              wrote ||= text.startsWith('UPDATE school SET change')
              return connection.query(text, values)
            },
          })
          faults.commit(wrote)
          return result
        }, begin),
      ),
  })
  return {
    ...database,
    ...of(database),
    of: (school) => of(database.of(school)),
    // The only relay of its school has nothing to hear.
    listen: async () => () => undefined,
  }
}
