import { randomBytes } from 'node:crypto'
import { lettersFrom } from '../../src/domain/ledger/ids.ts'
import type { Database } from './database.ts'

/**
 * Tables of the row store. `document` gives each document a short number and keeps its log's head, so that a log cut
 * off at its end is noticed; `row` is clustered by document, so that reading one is sequential; `fact_index` holds
 * 48 bits of each fact id's hash, 20 bytes a fact; `policy_fact` makes start-up independent of the journals' size;
 * `intake` counts what came from devices by the hour.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS store_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS document (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    seq INTEGER NOT NULL,
    chain BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS row (
    document INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    client INTEGER NOT NULL,
    clock INTEGER NOT NULL,
    length INTEGER NOT NULL,
    author TEXT NOT NULL,
    device TEXT NOT NULL,
    capacity TEXT NOT NULL,
    times TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT,
    mac TEXT NOT NULL,
    carries INTEGER NOT NULL,
    elements TEXT,
    hash BLOB NOT NULL,
    chain BLOB NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS row_elements ON row (document, client, clock) WHERE carries = 1;
  CREATE INDEX IF NOT EXISTS row_receipts ON row (document, client, clock) WHERE carries = 0;
  CREATE TABLE IF NOT EXISTS writer (
    document INTEGER NOT NULL,
    client INTEGER NOT NULL,
    user TEXT NOT NULL,
    device TEXT NOT NULL,
    next INTEGER NOT NULL,
    PRIMARY KEY (document, client)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS fact_index (
    document INTEGER NOT NULL,
    key INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (document, key, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS policy_fact (
    document INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    clock INTEGER NOT NULL,
    receipt TEXT NOT NULL,
    fact TEXT,
    PRIMARY KEY (document, seq, clock)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS intake (
    hour INTEGER PRIMARY KEY,
    entries INTEGER NOT NULL DEFAULT 0,
    voided INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    newest INTEGER NOT NULL DEFAULT 0
  ) STRICT;
`

/** Makes the tables where missing; returns the database's incarnation: of one that is new `fresh`, or coined. */
export function prepareSchema(database: Database.Database, fresh?: string): string {
  database.exec(tables)
  const read = database.prepare(`SELECT value FROM store_meta WHERE name = 'incarnation'`)
  const known = read.get() as { value: string } | undefined
  if (known) return known.value
  setSchemaVersion(database)
  return renewIncarnation(database, fresh)
}

/** The form of the rows that this program writes: 1 hashed a run as a whole, 2 element by element. */
export const schemaVersion = 2

/** The version of a database's rows; the first did not say. */
export function schemaVersionOf(database: Database.Database): number {
  const row = database.prepare(`SELECT value FROM store_meta WHERE name = 'schema'`).get()
  return row ? Number((row as { value: string }).value) : 1
}

/** Notes that all rows of a database are of this version. */
export function setSchemaVersion(database: Database.Database): void {
  database.prepare(`INSERT OR REPLACE INTO store_meta VALUES ('schema', ?)`).run(String(schemaVersion))
}

/** Where the school of a database has moved to; undefined of one that is here. */
export function movedTo(database: Database.Database): string | undefined {
  const row = database.prepare(`SELECT value FROM store_meta WHERE name = 'moved'`).get()
  return row === undefined ? undefined : (row as { value: string }).value
}

/** Notes where the school of a database has moved to, after which it is opened no more; undefined: it is here again. */
export function setMovedTo(database: Database.Database, where: string | undefined): void {
  database.prepare(`DELETE FROM store_meta WHERE name = 'moved'`).run()
  if (where === undefined) return
  database.prepare(`INSERT INTO store_meta VALUES ('moved', ?)`).run(where)
}

/** Gives the database a new incarnation: devices notice, compare receipts and return what it lacks. */
export function renewIncarnation(
  database: Database.Database,
  incarnation = lettersFrom(randomBytes(12)),
): string {
  database.prepare(`INSERT OR REPLACE INTO store_meta VALUES ('incarnation', ?)`).run(incarnation)
  return incarnation
}
