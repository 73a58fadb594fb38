import type { Database } from 'libsql'

/** Makes the tables of accounts where they are missing. Times are ms since 1970; secrets are stored hashed only. */
export function createAccountTables(database: Database): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS accounts (
      user TEXT PRIMARY KEY,
      login TEXT NOT NULL UNIQUE,
      person TEXT NOT NULL,
      administrator INTEGER NOT NULL,
      password TEXT,
      disabled INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS one_time_codes (
      user TEXT PRIMARY KEY REFERENCES accounts(user),
      hash TEXT NOT NULL,
      expires_at INTEGER NOT NULL,
      wrong INTEGER NOT NULL DEFAULT 0,
      used_at INTEGER
    ) STRICT;
    CREATE TABLE IF NOT EXISTS devices (
      user TEXT NOT NULL REFERENCES accounts(user),
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      last_seen INTEGER NOT NULL,
      revoked_at INTEGER,
      generation INTEGER NOT NULL DEFAULT 0,
      traded TEXT,
      PRIMARY KEY (user, id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS refresh_tokens (
      hash TEXT PRIMARY KEY,
      user TEXT NOT NULL,
      device TEXT NOT NULL,
      generation INTEGER NOT NULL,
      issued_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS refresh_tokens_by_device ON refresh_tokens (user, device);
    CREATE TABLE IF NOT EXISTS access_tokens (
      hash TEXT PRIMARY KEY,
      user TEXT NOT NULL,
      device TEXT NOT NULL,
      generation INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      deliver_only INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS access_tokens_by_device ON access_tokens (user, device);
    CREATE TABLE IF NOT EXISTS device_shares (
      user TEXT NOT NULL,
      device TEXT NOT NULL,
      ticket TEXT NOT NULL UNIQUE,
      share TEXT,
      proof TEXT NOT NULL,
      wrong INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (user, device)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS failed_attempts (
      key TEXT PRIMARY KEY,
      failures INTEGER NOT NULL,
      last_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS account_events (
      at INTEGER NOT NULL,
      user TEXT NOT NULL,
      device TEXT,
      kind TEXT NOT NULL,
      actor TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS account_events_by_user ON account_events (user, at);
  `)
  // A database made before the office worked with accounts on the screen does not say who acted, nor whom it forgot.
  addColumn(database, 'account_events', 'actor', 'TEXT')
  addColumn(database, 'devices', 'traded', 'TEXT')
  addColumn(database, 'devices', 'forgotten_at', 'INTEGER')
}

function addColumn(database: Database, table: string, column: string, type: string): void {
  const columns = database.pragma(`table_info(${table})`) as { name: string }[]
  if (!columns.some(({ name }) => name === column))
    database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`)
}
