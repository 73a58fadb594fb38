import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'libsql'
import { closeCodes } from '../../src/sync/close-codes.ts'
import { Accounts } from '../accounts/accounts.ts'
import { recordPeople, relaySession } from '../accounts/people.ts'
import { FileFolder } from '../files/file-folder.ts'
import { FileStore } from '../files/file-store.ts'
import { loadKeys, type RelayKeys } from '../relay/keys.ts'
import type { Logger } from '../relay/logger.ts'
import { migrateRows } from '../relay/migrate-rows.ts'
import { Relay } from '../relay/relay.ts'
import { closeDatabase, databaseFile, openDatabase } from '../store/database.ts'
import { roomOn } from '../store/room.ts'
import { SqliteRowStore } from '../store/sqlite-row-store.ts'
import { SqliteTables } from '../store/sqlite-tables.ts'
import type { Tables } from '../store/tables.ts'
import { type Claim, claimFolder } from './data-folder.ts'
import { demoOffset } from './demo-clock.ts'
import { type DemoRecord, readDemoRecord } from './demo-record.ts'
import { Refusal } from './outcome.ts'

/** A school whose data folder this process has. */
export interface OpenSchool {
  dataFolder: string
  database: Database
  /** Of its database, beside the ledger's. */
  tables: Tables
  relay: Relay
  accounts: Accounts
  files: FileStore
  /** The school's clock, ms since 1970: ahead of the real one by `clockOffset` in a demo. */
  now: () => number
  clockOffset: number
  demo: DemoRecord | undefined
  /** Commits what is under way, closes sockets and files, gives the folder back. */
  close(): Promise<void>
}

/** Opens a data folder, made when missing; null while another process has it. `freshDemo`: it is about to become one. */
export async function openSchool(
  dataFolder: string,
  log: Logger,
  freshDemo = false,
): Promise<OpenSchool | null> {
  const claim = claimFolder(dataFolder)
  if (!claim) return null
  try {
    return await open(dataFolder, log, claim, freshDemo)
  } catch (error) {
    claim.release()
    throw error
  }
}

async function open(dataFolder: string, log: Logger, claim: Claim, freshDemo: boolean): Promise<OpenSchool> {
  // Before the database is made: a folder that has one must have its key too.
  const keys = keysOf(dataFolder)
  const database = openDatabase(dataFolder)
  migrate(database, keys)
  const tables = new SqliteTables(database)
  const demo = await readDemoRecord(tables)
  const clockOffset = demo || freshDemo ? demoOffset(Date.now(), demo?.yearEnds) : 0
  const now = () => Date.now() + clockOffset
  const accounts = new Accounts(tables, now)
  const relay = await Relay.open({
    store: new SqliteRowStore(database),
    keys,
    now,
    log,
    authenticate: (token) => relaySession(accounts, token),
    hasRoom: roomOn(dataFolder, () => performance.now()),
  })
  accounts.onSignedOut((user, device) =>
    relay.disconnect(
      (session) => session.user === user && (device === undefined || session.device === device),
      closeCodes.revoked,
    ),
  )
  await recordPeople(accounts, relay)
  return {
    dataFolder,
    database,
    tables,
    relay,
    accounts,
    files: new FileStore(tables, new FileFolder(dataFolder), now),
    now,
    clockOffset,
    demo,
    close: async () => {
      await relay.stop()
      await accounts.families.writeReads()
      closeDatabase(database)
      claim.release()
    },
  }
}

/** Brings the database to this version's form; refuses one that it finds damaged, or of a later version. */
export function migrate(database: Database, keys: RelayKeys): void {
  try {
    migrateRows(database, keys)
  } catch (error) {
    if ((error as { code?: string }).code !== undefined) throw error
    throw new Refusal((error as Error).message)
  }
}

function keysOf(dataFolder: string): RelayKeys {
  try {
    return loadKeys(dataFolder, existsSync(join(dataFolder, databaseFile)))
  } catch (error) {
    throw new Refusal((error as Error).message)
  }
}
