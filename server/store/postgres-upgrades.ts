/**
 * What each version of the tables adds to the one before it, from the second on; a database of any of them gets what it
 * lacks, in this order. A step only adds, so that nodes of the version before go on beside: a table, an index, a column
 * that may be left out. Once released it is never changed, and the first version's tables neither. A new table's keys
 * begin with `school`; row-level security is put on it by itself.
 */
export const upgrades: readonly string[] = [
  // 2: what the region's operator is told of the schools (server/operations).
  `
  -- The version of the app that the device has reported last.
  ALTER TABLE devices ADD COLUMN app text;
  -- What devices have sent, by the hour in which it was received (hours since 1970); newest: the last receipt, ms.
  CREATE TABLE intake (
    school integer NOT NULL REFERENCES school,
    hour bigint NOT NULL,
    entries bigint NOT NULL DEFAULT 0,
    voided bigint NOT NULL DEFAULT 0,
    refused bigint NOT NULL DEFAULT 0,
    newest bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (school, hour)
  );
  -- What is known of a school without opening it; value is JSON.
  CREATE TABLE school_notes (
    school integer NOT NULL REFERENCES school,
    name text NOT NULL,
    at bigint NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (school, name)
  );
  -- Asks the same of many schools, one after another: row-level security shows none of them another's lines.
  CREATE FUNCTION of_each_school(ids text[], ask text) RETURNS TABLE (of_school text, answer jsonb)
  LANGUAGE plpgsql AS $each$
  DECLARE
    own integer;
  BEGIN
    FOREACH of_school IN ARRAY ids LOOP
      PERFORM set_config('parta.opening', of_school, true);
      SELECT number INTO own FROM school WHERE id = of_school;
      CONTINUE WHEN own IS NULL;
      PERFORM set_config('parta.school', own::text, true);
      EXECUTE ask INTO answer USING own;
      RETURN NEXT;
    END LOOP;
  END
  $each$;
  `,
  // 3: one sign-in for who works in two schools (server/other-schools).
  `
  -- Each side of a link between two accounts lies with its own school.
  CREATE TABLE school_links (
    school integer NOT NULL,
    "user" text NOT NULL,
    other text COLLATE "C" NOT NULL,
    other_user text NOT NULL,
    host text NOT NULL,
    name text NOT NULL,
    linked_at bigint NOT NULL,
    PRIMARY KEY (school, "user", other),
    UNIQUE (school, other, other_user),
    FOREIGN KEY (school, "user") REFERENCES accounts
  );
  -- One-time codes that another school's server has left for its account to bring.
  CREATE TABLE school_codes (
    school integer NOT NULL REFERENCES school,
    kind text NOT NULL,
    other text COLLATE "C" NOT NULL,
    other_user text NOT NULL,
    "user" text,
    hash text NOT NULL,
    value text NOT NULL,
    until bigint NOT NULL,
    PRIMARY KEY (school, kind, other, other_user),
    UNIQUE (school, hash)
  );
  `,
]
