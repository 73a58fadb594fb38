import pg from 'pg'
import { PostgresListener } from './postgres-listener.ts'
import { DatabaseGone } from './row-store.ts'
import { Turns } from './turns.ts'

/** One connection, for as long as a transaction or a reading lasts. */
export interface Connection {
  /** Lines of the answer. Throws `DatabaseGone`, or what PostgreSQL said against the statement. */
  query<Line extends object>(text: string, values?: readonly unknown[]): Promise<Line[]>
}

export interface PostgresDatabase extends Connection {
  /** Runs `work` in a transaction on a connection of its own; when it resolves, all is on disk. */
  transact<T>(work: (connection: Connection) => Promise<T>, begin?: string): Promise<T>
  /** The same for lines of one school: row-level security shows no others. */
  of(school: number): Pick<PostgresDatabase, 'query' | 'transact'>
  /**
   * Hears what is notified on a channel; undefined, every so often and after the connection was lost, when something may
   * have been missed. Resolves with how to end it.
   */
  listen(channel: string, hear: (said: string | undefined) => void): Promise<() => void>
  /** Runs `work` while nobody else, on any node, does anything under this lock; waits for its turn. */
  exclusively<T>(lock: readonly [number, number], work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The database answers, and is not one that this program may keep a school in; why, in Russian. */
export class UnfitDatabase extends Error {}

/** Connections of one process, and how many of them one school may have at once: it slows no other. */
const connections = 12
const connectionsEach = 6
/** How long a database may take to answer the call for a connection, and a query, ms. */
const patience = { connection: 5_000, query: 60_000 }
/** After which pause the database ends the transaction of a relay that has vanished, and with it its locks, ms. */
const vanished = 15_000
const int8 = 20

/**
 * Opens a database by its address, `postgres://user@host:port/name`. Throws `DatabaseGone` where none answers, and when
 * it is set up so that a commit may be lost: a receipt promises that it is not.
 */
export async function openPostgres(address: string): Promise<PostgresDatabase> {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: patience.connection,
    query_timeout: patience.query,
    idle_in_transaction_session_timeout: vanished,
    // Numbers here stay far below 2^53.
    types: {
      getTypeParser: (type, format) => (type === int8 ? Number : pg.types.getTypeParser(type, format)),
    },
  })
  // Whoever uses the connection hears of it by his query.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const database = connectionOf(pool)
  try {
    await checkDurable(database)
    await checkRole(database)
  } catch (error) {
    await pool.end()
    throw error
  }
  const listener = new PostgresListener(address)
  const turnsOf = new Map<number, Turns>()
  return {
    ...database,
    transact: (work, begin = 'BEGIN') => transact(pool, undefined, work, begin),
    of: (school) => {
      const turns = turnsOf.get(school) ?? new Turns(connectionsEach)
      turnsOf.set(school, turns)
      return {
        query: (text, values) => turns.take(() => queryOf(pool, school, text, values)),
        transact: (work, begin = 'BEGIN') => turns.take(() => transact(pool, school, work, begin)),
      }
    },
    listen: (channel, hear) => listener.listen(channel, hear),
    exclusively: (lock, work) => exclusively(pool, lock, work),
    close: async () => {
      await listener.close()
      await pool.end()
    },
  }
}

async function queryOf<Line extends object>(
  pool: pg.Pool,
  school: number,
  text: string,
  values?: readonly unknown[],
): Promise<Line[]> {
  const client = await connect(pool, school)
  try {
    const lines = await connectionOf(client).query<Line>(text, values)
    client.release()
    return lines
  } catch (error) {
    client.release(error instanceof DatabaseGone)
    throw error
  }
}

async function checkDurable({ query }: Connection): Promise<void> {
  const settings = await query<{ name: string }>(
    `SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'off'`,
  )
  if (settings.length > 0)
    throw new UnfitDatabase(
      `PostgreSQL: ${settings[0]!.name} = off. Включите: квитанция обещает, что запись на диске.`,
    )
}

/** Schools in one database are kept apart by each statement; a role that sees all lines would make that the only wall. */
async function checkRole({ query }: Connection): Promise<void> {
  const [role] = await query<{ name: string; bypasses: boolean }>(
    'SELECT rolname AS name, rolsuper OR rolbypassrls AS bypasses FROM pg_roles WHERE rolname = current_user',
  )
  if (role?.bypasses)
    throw new UnfitDatabase(
      `PostgreSQL: роль ${role.name} видит строки всех школ (SUPERUSER или BYPASSRLS). Укажите обычную роль, владельца базы.`,
    )
}

/** The school that a connection was last set to. */
const schools = new WeakMap<pg.PoolClient, number>()

/** A connection of the pool, set to a school where one is given. */
async function connect(pool: pg.Pool, school: number | undefined): Promise<pg.PoolClient> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new DatabaseGone(error)
  })
  if (school === undefined || schools.get(client) === school) return client
  try {
    await connectionOf(client).query(`SELECT set_config('parta.school', $1, false)`, [String(school)])
  } catch (error) {
    client.release(true)
    throw error
  }
  schools.set(client, school)
  return client
}

async function transact<T>(
  pool: pg.Pool,
  school: number | undefined,
  work: (connection: Connection) => Promise<T>,
  begin: string,
): Promise<T> {
  const client = await connect(pool, school)
  const connection = connectionOf(client)
  try {
    await connection.query(begin)
    const result = await work(connection)
    await connection.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    const left = error instanceof DatabaseGone || (await isLost(connection.query('ROLLBACK')))
    client.release(left)
    throw error
  }
}

async function exclusively<T>(
  pool: pg.Pool,
  lock: readonly [number, number],
  work: () => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new DatabaseGone(error)
  })
  try {
    await connectionOf(client).query('SELECT pg_advisory_lock($1, $2)', lock)
    return await work()
  } finally {
    // The lock ends with its connection.
    client.release(true)
  }
}

function isLost(answer: Promise<unknown>): Promise<boolean> {
  return answer.then(
    () => false,
    () => true,
  )
}

function connectionOf(client: pg.Pool | pg.PoolClient): Connection {
  return {
    query: async <Line extends object>(text: string, values: readonly unknown[] = []) => {
      try {
        const { rows } = await client.query<Line>(text, values as unknown[])
        return rows
      } catch (error) {
        // It repeats there what the line holds, and errors go into the log.
        if (error instanceof pg.DatabaseError) error.detail = undefined
        throw isGone(error) ? new DatabaseGone(error) : error
      }
    },
  }
}

/** Classes of SQLSTATE that speak of the server, not of the statement: connection, resources but for the disk, operator. */
const ofServer = /^(08|53(?!100)|57|58)/

function isGone(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || ofServer.test(error.code ?? '')
}
