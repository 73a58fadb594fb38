import { Accounts } from '../../server/accounts/accounts.ts'
import { PostgresSignOuts } from '../../server/accounts/postgres-sign-outs.ts'
import { FileStore } from '../../server/files/file-store.ts'
import { FileTable } from '../../server/files/file-table.ts'
import type { PostgresDatabase } from '../../server/store/postgres-database.ts'
import { prepareSchool } from '../../server/store/postgres-schema.ts'
import { PostgresTables } from '../../server/store/postgres-tables.ts'
import type { Tables } from '../../server/store/tables.ts'

/** What a school keeps in a database of PostgreSQL beside its ledger. */
export interface PostgresParts {
  tables: Tables
  accounts: Accounts
  files: FileStore
}

/**
 * Opens what a school keeps beside its ledger; `now`: its clock, ms since 1970. Sign-outs on other servers are told of
 * once `accounts.follow()` was called, after `accounts.onSignedOut`.
 */
export async function openPostgresParts(
  database: PostgresDatabase,
  school: string,
  now: () => number,
  failed: (error: unknown) => void,
): Promise<PostgresParts> {
  const { number } = await prepareSchool(database, school)
  const tables = new PostgresTables(database, number)
  return {
    tables,
    accounts: new Accounts(tables, now, new PostgresSignOuts(database, number, failed)),
    files: new FileStore(tables, new FileTable(tables), now),
  }
}
