import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { lettersFrom } from '../../src/domain/ledger/ids.ts'
import { type Connection, type PostgresDatabase, UnfitDatabase } from './postgres-database.ts'
import { tables as others } from './postgres-tables-schema.ts'
import { upgrades } from './postgres-upgrades.ts'

/**
 * Tables of the row store, as SQLite has them, for many schools: each key begins with the school. `change` counts a
 * school's commits, which follow one another under a lock on its line: who has read up to one lacks nothing before it.
 * All this is version 1; what came later is in `upgrades`.
 */
const tables = `
  CREATE TABLE served_host (
    host text COLLATE "C" PRIMARY KEY,
    id text COLLATE "C" NOT NULL
  );
  CREATE TABLE school (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    incarnation text NOT NULL,
    change bigint NOT NULL DEFAULT 0,
    moved_to text
  );
  CREATE TABLE school_key (
    school integer NOT NULL REFERENCES school,
    name text NOT NULL,
    print text NOT NULL,
    PRIMARY KEY (school, name)
  );
  CREATE TABLE document (
    school integer NOT NULL REFERENCES school,
    number bigint GENERATED ALWAYS AS IDENTITY,
    name text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    PRIMARY KEY (school, number),
    UNIQUE (school, name)
  );
  CREATE TABLE row (
    school integer NOT NULL,
    document bigint NOT NULL,
    seq bigint NOT NULL,
    client bigint NOT NULL,
    clock bigint NOT NULL,
    length bigint NOT NULL,
    author text NOT NULL,
    device text NOT NULL,
    capacity text NOT NULL,
    times text NOT NULL,
    verdict text NOT NULL,
    reason text,
    mac text NOT NULL,
    carries boolean NOT NULL,
    elements text,
    hash bytea NOT NULL,
    chain bytea NOT NULL,
    change bigint NOT NULL,
    PRIMARY KEY (school, document, seq),
    FOREIGN KEY (school, document) REFERENCES document
  );
  CREATE UNIQUE INDEX row_elements ON row (school, document, client, clock) WHERE carries;
  CREATE INDEX row_receipts ON row (school, document, client, clock) WHERE NOT carries;
  CREATE INDEX row_changes ON row (school, change);
  CREATE TABLE writer (
    school integer NOT NULL,
    document bigint NOT NULL,
    client bigint NOT NULL,
    "user" text NOT NULL,
    device text NOT NULL,
    next bigint NOT NULL,
    PRIMARY KEY (school, document, client),
    FOREIGN KEY (school, document) REFERENCES document
  );
  CREATE TABLE fact_index (
    school integer NOT NULL,
    document bigint NOT NULL,
    key bigint NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (school, document, key, seq)
  );
  CREATE TABLE policy_fact (
    school integer NOT NULL,
    document bigint NOT NULL,
    seq bigint NOT NULL,
    clock bigint NOT NULL,
    receipt text NOT NULL,
    fact text,
    change bigint NOT NULL,
    PRIMARY KEY (school, document, seq, clock)
  );
  CREATE INDEX policy_changes ON policy_fact (school, change);
`

/** Any number, the same in all nodes: those that start at once make the tables one after another. */
const schemaLock = 7_278_212

/** The form of the tables that this program makes and knows. */
const schemaVersion = 1 + upgrades.length
/**
 * How long a step waits for a table that somebody reads, as pg_dump does all the while it runs. Who comes after waits
 * behind it.
 */
const stepPatience = '3s'
/** SQLSTATE of who has waited for a lock in vain. */
const lockNotAvailable = '55P03'

/** One school of a database. */
export interface StoredSchool {
  number: number
  incarnation: string
  /** The number of its last commit. */
  change: number
  /** Where it has moved to; null of one that is here. */
  movedTo: string | null
}

/** Makes the tables where missing, and the school where it is new, with an incarnation of its own. */
export function prepareSchool(database: PostgresDatabase, id: string): Promise<StoredSchool> {
  return database.transact(async (connection) => {
    await prepareTables(connection, id)
    return (await findSchool(connection)) ?? (await addSchool(connection, id))
  })
}

/** Whether a database has a school. */
export function hasSchool(database: PostgresDatabase, id: string): Promise<boolean> {
  return database.transact(async (connection) => {
    const [made] = await connection.query<{ made: boolean }>(
      `SELECT to_regclass('parta_schema') IS NOT NULL AS made`,
    )
    if (!made!.made) return false
    await prepareTables(connection, id)
    return (await findSchool(connection)) !== undefined
  })
}

/** Makes the tables where missing, and opens the line of a school, there or not, to the transaction. */
export async function prepareTables(connection: Connection, id: string): Promise<void> {
  await upgradeTables(connection)
  await connection.query(`SELECT set_config('parta.opening', $1, true)`, [id])
}

/**
 * Brings the tables to this program's version in the transaction, one node after another: makes them where there are
 * none, adds what they lack. Throws `UnfitDatabase` on those of a later version, and while a table is read for long.
 */
export async function upgradeTables({ query }: Connection): Promise<void> {
  await query('SELECT pg_advisory_xact_lock($1)', [schemaLock])
  await query('CREATE TABLE IF NOT EXISTS parta_schema (version integer NOT NULL)')
  const [known] = await query<{ version: number }>('SELECT version FROM parta_schema')
  if (known && known.version > schemaVersion)
    throw new UnfitDatabase(
      'База данных записана более новой версией Парты. Обновите программу на этом сервере.',
    )
  if (known?.version === schemaVersion) return
  if (!known) {
    await query(tables)
    await query(others)
    await query('INSERT INTO parta_schema VALUES (1)')
  }
  await query(`SET LOCAL lock_timeout = '${stepPatience}'`)
  try {
    for (const step of upgrades.slice((known?.version ?? 1) - 1)) await query(step)
  } catch (error) {
    throw isLocked(error) ? new UnfitDatabase(busy) : error
  }
  await query('SET LOCAL lock_timeout = 0')
  await separate({ query })
  await query('UPDATE parta_schema SET version = $1', [schemaVersion])
}

const busy =
  'База прежней версии, а добавить к ней новое сейчас нельзя: её таблицы читает копирование (pg_dump) или другая долгая работа. Ничего не изменено, запустите ещё раз, когда она кончится.'

const isLocked = (error: unknown) => error instanceof pg.DatabaseError && error.code === lockNotAvailable

/** Opens all lines of a school to the transaction. */
export async function openLines({ query }: Connection, school: number): Promise<void> {
  await query(`SELECT set_config('parta.school', $1, true)`, [String(school)])
}

/** The school that was opened to the transaction; undefined where it is new. */
export async function findSchool({ query }: Connection): Promise<StoredSchool | undefined> {
  const [school] = await query<StoredSchool>(`SELECT ${columns} FROM school WHERE id = ${opened}`)
  return school
}

/** Adds the school that was opened to the transaction. */
export async function addSchool(
  { query }: Connection,
  id: string,
  incarnation = lettersFrom(randomBytes(12)),
): Promise<StoredSchool> {
  const [school] = await query<StoredSchool>(
    `INSERT INTO school (id, incarnation) VALUES ($1, $2) RETURNING ${columns}`,
    [id, incarnation],
  )
  return school!
}

const columns = 'number, incarnation, change, moved_to AS "movedTo"'
const opened = `current_setting('parta.opening')`

/**
 * Notes which key of a name a school has, where nothing was noted yet; false where it is another. `print`: tells keys
 * apart and says nothing of them.
 */
export async function claimKey(
  { query }: Connection,
  school: number,
  name: string,
  print: string,
): Promise<boolean> {
  await query('INSERT INTO school_key VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [school, name, print])
  const [line] = await query<{ print: string }>(
    'SELECT print FROM school_key WHERE school = $1 AND name = $2',
    [school, name],
  )
  return line!.print === print
}

/** Under which names of hosts which schools of a database are served, by their ids; nothing where it has no tables yet. */
export async function servedHosts({ query }: Connection): Promise<Map<string, string>> {
  const [made] = await query<{ made: boolean }>(`SELECT to_regclass('served_host') IS NOT NULL AS made`)
  if (!made!.made) return new Map()
  const lines = await query<{ host: string; id: string }>(
    'SELECT host, id FROM served_host ORDER BY id, host',
  )
  return new Map(lines.map(({ host, id }) => [host, id]))
}

/** Serves a school under one more name of a host; false where another has it. */
export async function addHost({ query }: Connection, host: string, id: string): Promise<boolean> {
  await query('INSERT INTO served_host VALUES ($1, $2) ON CONFLICT DO NOTHING', [host, id])
  const [line] = await query<{ id: string }>('SELECT id FROM served_host WHERE host = $1', [host])
  return line!.id === id
}

/** Whether it was noted which keys a school has. */
export async function hasKeys({ query }: Pick<Connection, 'query'>, school: number): Promise<boolean> {
  const lines = await query('SELECT 1 AS noted FROM school_key WHERE school = $1 LIMIT 1', [school])
  return lines.length > 0
}

/** Notes where a school has moved to: from then on nothing is written to this one. */
export async function setMovedTo({ query }: Connection, school: number, where: string): Promise<void> {
  await query('UPDATE school SET moved_to = $2 WHERE number = $1', [school, where])
}

/** Row-level security for all tables that have lines of schools and none yet: beside the conditions of each statement. */
async function separate({ query }: Connection): Promise<void> {
  const found = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = current_schema() AND (column_name = 'school' OR table_name = 'school' AND column_name = 'id')
     AND table_name NOT IN (SELECT tablename FROM pg_policies WHERE schemaname = current_schema())`,
  )
  const own = `NULLIF(current_setting('parta.school', true), '')::integer`
  const ofList = `number = ${own} OR id = current_setting('parta.opening', true)`
  for (const { name } of found) {
    const lines = name === 'school' ? ofList : `school = ${own}`
    await query(`
      ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_school ON ${name} USING (${lines});
    `)
  }
}
