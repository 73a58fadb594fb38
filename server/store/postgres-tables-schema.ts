/**
 * The tables beside the ledger, as SQLite has them, for many schools: each key begins with the school. `file_contents`
 * and `sign_outs` are of PostgreSQL alone, where several servers without folders of their own share a school.
 */
export const tables = `
  CREATE TABLE accounts (
    school integer NOT NULL REFERENCES school,
    "user" text NOT NULL,
    login text COLLATE "C" NOT NULL,
    person text NOT NULL,
    administrator integer NOT NULL,
    password text,
    disabled integer NOT NULL DEFAULT 0,
    created_at bigint NOT NULL,
    PRIMARY KEY (school, "user"),
    UNIQUE (school, login)
  );
  CREATE INDEX accounts_by_person ON accounts (school, person);
  CREATE TABLE one_time_codes (
    school integer NOT NULL,
    "user" text NOT NULL,
    hash text NOT NULL,
    expires_at bigint NOT NULL,
    wrong integer NOT NULL DEFAULT 0,
    used_at bigint,
    PRIMARY KEY (school, "user"),
    FOREIGN KEY (school, "user") REFERENCES accounts
  );
  CREATE TABLE devices (
    school integer NOT NULL,
    "user" text NOT NULL,
    id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    created_at bigint NOT NULL,
    last_seen bigint NOT NULL,
    revoked_at bigint,
    generation bigint NOT NULL DEFAULT 0,
    traded text,
    forgotten_at bigint,
    PRIMARY KEY (school, "user", id),
    FOREIGN KEY (school, "user") REFERENCES accounts
  );
  CREATE TABLE refresh_tokens (
    school integer NOT NULL REFERENCES school,
    hash text NOT NULL,
    "user" text NOT NULL,
    device text NOT NULL,
    generation bigint NOT NULL,
    issued_at bigint NOT NULL,
    PRIMARY KEY (school, hash)
  );
  CREATE INDEX refresh_tokens_by_device ON refresh_tokens (school, "user", device);
  CREATE TABLE access_tokens (
    school integer NOT NULL REFERENCES school,
    hash text NOT NULL,
    "user" text NOT NULL,
    device text NOT NULL,
    generation bigint NOT NULL,
    expires_at bigint NOT NULL,
    deliver_only integer NOT NULL,
    PRIMARY KEY (school, hash)
  );
  CREATE INDEX access_tokens_by_device ON access_tokens (school, "user", device);
  CREATE TABLE device_shares (
    school integer NOT NULL REFERENCES school,
    "user" text NOT NULL,
    device text NOT NULL,
    ticket text NOT NULL,
    share text,
    proof text NOT NULL,
    wrong integer NOT NULL DEFAULT 0,
    PRIMARY KEY (school, "user", device),
    UNIQUE (school, ticket)
  );
  CREATE TABLE failed_attempts (
    school integer NOT NULL REFERENCES school,
    key text NOT NULL,
    failures integer NOT NULL,
    last_at bigint NOT NULL,
    PRIMARY KEY (school, key)
  );
  CREATE TABLE account_events (
    school integer NOT NULL REFERENCES school,
    rowid bigint GENERATED ALWAYS AS IDENTITY,
    at bigint NOT NULL,
    "user" text NOT NULL,
    device text,
    kind text NOT NULL,
    actor text,
    PRIMARY KEY (school, rowid)
  );
  CREATE INDEX account_events_by_user ON account_events (school, "user", at);
  CREATE TABLE family_links (
    school integer NOT NULL,
    "user" text NOT NULL,
    pupil text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    revoked integer NOT NULL DEFAULT 0,
    last_read bigint,
    PRIMARY KEY (school, pupil, person),
    FOREIGN KEY (school, "user") REFERENCES accounts
  );
  CREATE INDEX family_links_by_user ON family_links (school, "user");
  CREATE TABLE esia_links (
    school integer NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    "user" text NOT NULL,
    linked_at bigint NOT NULL,
    PRIMARY KEY (school, issuer, subject),
    UNIQUE (school, "user"),
    FOREIGN KEY (school, "user") REFERENCES accounts
  );
  CREATE TABLE pending (
    school integer NOT NULL REFERENCES school,
    key text NOT NULL,
    value text NOT NULL,
    until bigint NOT NULL,
    PRIMARY KEY (school, key)
  );
  CREATE INDEX pending_until ON pending (school, until);
  CREATE TABLE files (
    school integer NOT NULL REFERENCES school,
    hash text NOT NULL,
    type text NOT NULL,
    size bigint NOT NULL,
    received_at bigint NOT NULL,
    PRIMARY KEY (school, hash)
  );
  CREATE TABLE file_journals (
    school integer NOT NULL,
    hash text NOT NULL,
    journal text NOT NULL,
    "user" text NOT NULL,
    received_at bigint NOT NULL,
    PRIMARY KEY (school, hash, journal),
    FOREIGN KEY (school, hash) REFERENCES files
  );
  CREATE TABLE file_contents (
    school integer NOT NULL REFERENCES school,
    hash text NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (school, hash)
  );
  -- Photographs and PDF are packed already.
  ALTER TABLE file_contents ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE TABLE outbox (
    school integer NOT NULL REFERENCES school,
    key text COLLATE "C" NOT NULL,
    way text NOT NULL,
    pupil text NOT NULL,
    person text NOT NULL,
    asked text,
    subject text NOT NULL,
    text text NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    due bigint NOT NULL,
    outcome text,
    PRIMARY KEY (school, key)
  );
  CREATE INDEX outbox_due ON outbox (school, way, due) WHERE outcome IS NULL;
  CREATE INDEX outbox_asked ON outbox (school, asked);
  CREATE TABLE push_subscriptions (
    school integer NOT NULL REFERENCES school,
    endpoint text NOT NULL,
    "user" text NOT NULL,
    device text NOT NULL,
    p256dh text NOT NULL,
    auth text NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (school, endpoint)
  );
  CREATE INDEX push_subscriptions_by_user ON push_subscriptions (school, "user", created_at);
  CREATE TABLE absence_watch (
    school integer NOT NULL REFERENCES school,
    document text COLLATE "C" NOT NULL,
    cell text COLLATE "C" NOT NULL,
    due bigint NOT NULL,
    PRIMARY KEY (school, document, cell)
  );
  CREATE TABLE demo (
    school integer NOT NULL REFERENCES school,
    only_row integer NOT NULL CHECK (only_row = 1),
    year_ends text NOT NULL,
    complete integer NOT NULL,
    PRIMARY KEY (school, only_row)
  );
  CREATE TABLE sign_outs (
    school integer NOT NULL REFERENCES school,
    number bigint NOT NULL,
    "user" text NOT NULL,
    device text,
    at bigint NOT NULL,
    PRIMARY KEY (school, number)
  );
`
