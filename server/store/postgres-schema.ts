import { randomBytes } from 'node:crypto'
import { lettersFrom } from '../../src/domain/ledger/ids.ts'
import type { Connection, PostgresDatabase } from './postgres-database.ts'
import { tables as others } from './postgres-tables-schema.ts'

/**
 * Tables of the row store, as SQLite has them, for many schools: each key begins with the school. `change` counts a
 * school's commits, which follow one another under a lock on its line: who has read up to one lacks nothing before it.
 */
const tables = `
  CREATE TABLE school (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    incarnation text NOT NULL,
    change bigint NOT NULL DEFAULT 0
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
const schemaVersion = 1

/** One school of a database. */
export interface StoredSchool {
  number: number
  incarnation: string
  /** The number of its last commit. */
  change: number
}

/** Makes the tables where missing, and the school where it is new, with an incarnation of its own. */
export function prepareSchool(database: PostgresDatabase, id: string): Promise<StoredSchool> {
  return database.transact(async (connection) => {
    await connection.query('SELECT pg_advisory_xact_lock($1)', [schemaLock])
    await makeTables(connection)
    await connection.query(`SELECT set_config('parta.opening', $1, true)`, [id])
    return (await findSchool(connection, id)) ?? (await addSchool(connection, id))
  })
}

async function makeTables(connection: Connection): Promise<void> {
  const { query } = connection
  await query('CREATE TABLE IF NOT EXISTS parta_schema (version integer NOT NULL)')
  const [known] = await query<{ version: number }>('SELECT version FROM parta_schema')
  if (known) return
  await query(tables)
  await query(others)
  await separate(connection)
  await query('INSERT INTO parta_schema VALUES ($1)', [schemaVersion])
}

/** Row-level security for all tables that have lines of schools: beside the conditions of each statement. */
async function separate({ query }: Connection): Promise<void> {
  const found = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = current_schema() AND column_name = 'school'`,
  )
  const own = `NULLIF(current_setting('parta.school', true), '')::integer`
  const policies = found.map(({ name }) => ({ name, lines: `school = ${own}` }))
  policies.push({ name: 'school', lines: `number = ${own} OR id = current_setting('parta.opening', true)` })
  for (const { name, lines } of policies)
    await query(`
      ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_school ON ${name} USING (${lines});
    `)
}

async function findSchool({ query }: Connection, id: string): Promise<StoredSchool | undefined> {
  const [school] = await query<StoredSchool>('SELECT number, incarnation, change FROM school WHERE id = $1', [
    id,
  ])
  return school
}

async function addSchool({ query }: Connection, id: string): Promise<StoredSchool> {
  const [school] = await query<StoredSchool>(
    'INSERT INTO school (id, incarnation) VALUES ($1, $2) RETURNING number, incarnation, change',
    [id, lettersFrom(randomBytes(12))],
  )
  return school!
}
