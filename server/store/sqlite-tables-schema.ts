import type { Database } from './database.ts'

/** Times are ms since 1970; secrets are stored hashed only; yes and no are 1 and 0. */
const tables = `
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
  CREATE TABLE IF NOT EXISTS family_links (
    user TEXT NOT NULL REFERENCES accounts(user),
    pupil TEXT NOT NULL,
    person TEXT NOT NULL,
    revoked INTEGER NOT NULL DEFAULT 0,
    last_read INTEGER,
    PRIMARY KEY (pupil, person)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS family_links_by_user ON family_links (user);
  CREATE TABLE IF NOT EXISTS esia_links (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user TEXT NOT NULL UNIQUE REFERENCES accounts(user),
    linked_at INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS pending (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    until INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS pending_until ON pending (until);
  CREATE TABLE IF NOT EXISTS files (
    hash TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    received_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS file_journals (
    hash TEXT NOT NULL REFERENCES files(hash),
    journal TEXT NOT NULL,
    user TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (hash, journal)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS outbox (
    key TEXT PRIMARY KEY,
    way TEXT NOT NULL,
    pupil TEXT NOT NULL,
    person TEXT NOT NULL,
    asked TEXT,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL,
    outcome TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS outbox_due ON outbox (way, due) WHERE outcome IS NULL;
  CREATE TABLE IF NOT EXISTS push_subscriptions (
    endpoint TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    device TEXT NOT NULL,
    p256dh TEXT NOT NULL,
    auth TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS push_subscriptions_by_user ON push_subscriptions (user, created_at);
  CREATE TABLE IF NOT EXISTS absence_watch (
    document TEXT NOT NULL,
    cell TEXT NOT NULL,
    due INTEGER NOT NULL,
    PRIMARY KEY (document, cell)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS demo (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    year_ends TEXT NOT NULL,
    complete INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS school_notes (
    name TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    value TEXT NOT NULL
  ) STRICT;
`

/** Makes the tables beside the ledger's where they are missing. */
export function createTables(database: Database.Database): void {
  database.exec(tables)
  // A database made before the office worked with accounts on the screen does not say who acted, nor whom it forgot.
  addColumn(database, 'account_events', 'actor', 'TEXT')
  addColumn(database, 'devices', 'traded', 'TEXT')
  addColumn(database, 'devices', 'forgotten_at', 'INTEGER')
  // Nor which version of the app a device has reported.
  addColumn(database, 'devices', 'app', 'TEXT')
}

function addColumn(database: Database.Database, table: string, column: string, type: string): void {
  const columns = database.pragma(`table_info(${table})`) as { name: string }[]
  if (!columns.some(({ name }) => name === column))
    database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`)
}
