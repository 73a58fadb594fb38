import { Accounts } from '../accounts/accounts.ts'
import { PostgresSignOuts } from '../accounts/postgres-sign-outs.ts'
import { FileStore } from '../files/file-store.ts'
import { FileTable } from '../files/file-table.ts'
import type { PostgresDatabase } from '../store/postgres-database.ts'
import { prepareSchool } from '../store/postgres-schema.ts'
import { PostgresTables } from '../store/postgres-tables.ts'
import type { Tables } from '../store/tables.ts'

/** How long an e-mail or a message that one server has taken is left to it, ms: longer than any try takes. */
export const deliveryLease = 300_000

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
