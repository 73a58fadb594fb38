import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'libsql'
import { FileFolder } from '../files/file-folder.ts'
import { type DatabaseFigures, figuresOfFolder } from '../operations/database-figures.ts'
import { loadKeys, type RelayKeys } from '../relay/keys.ts'
import type { Logger } from '../relay/logger.ts'
import { migrateRows } from '../relay/migrate-rows.ts'
import { closeDatabase, databaseFile, openDatabase } from '../store/database.ts'
import { roomOn } from '../store/room.ts'
import { SqliteRowStore } from '../store/sqlite-row-store.ts'
import { movedTo } from '../store/sqlite-schema.ts'
import { SqliteTables } from '../store/sqlite-tables.ts'
import { type AssembledSchool, assembleSchool } from './assemble-school.ts'
import { type Claim, claimFolder } from './data-folder.ts'
import { Refusal } from './outcome.ts'
import { type Place, placeName } from './place.ts'
import type { SharedWork } from './shared-work.ts'

/** A school that this process may work on. */
export interface OpenSchool extends AssembledSchool {
  /** Begins a sentence: «Папка ./data», «База parta на сервере db». */
  name: string
  /** Its keys and settings. */
  dataFolder: string
  /** Nothing was there before it was opened. */
  isNew: boolean
  /** Where other servers may serve it, too: how long what one of them has taken to be sent is left to it, ms. */
  lease?: number
  /** Rejects while its database does not answer. */
  ready(): Promise<void>
  /** What its operator is told of its database. */
  figures(): Promise<DatabaseFigures>
  /** Leaves nothing to be read of what was erased, as far as its database can. */
  scrub(): Promise<void>
  /** Has the work done that is done once for all servers of the school, whenever it is this one's turn. */
  share(work: SharedWork): Promise<void>
  /** Commits what is under way, closes sockets and files, gives the database back. */
  close(): Promise<void>
}

/** A school whose data folder this process has. */
export interface FolderSchool extends OpenSchool {
  database: Database
}

/** Opens the school of a place; null while another process has its folder. `forDemo`: one that is new becomes the demo. */
export async function openPlace(place: Place, log: Logger, forDemo = false): Promise<OpenSchool | null> {
  const { dataFolder, database, school } = place
  if (database === undefined) return openSchool(dataFolder, log, forDemo)
  // Loaded on demand: a school in a folder need not wait for it.
  const { openPostgresSchool } = await import('./open-postgres-school.ts')
  return openPostgresSchool({ dataFolder, database, ...(school === undefined ? {} : { school }) }, log, {
    forDemo,
  })
}

/** Opens a data folder, made when missing; null while another process has it. */
export async function openSchool(
  dataFolder: string,
  log: Logger,
  forDemo = false,
): Promise<FolderSchool | null> {
  const claim = claimFolder(dataFolder)
  if (!claim) return null
  try {
    return await open(dataFolder, log, claim, forDemo)
  } catch (error) {
    claim.release()
    throw error
  }
}

async function open(dataFolder: string, log: Logger, claim: Claim, forDemo: boolean): Promise<FolderSchool> {
  const isNew = !existsSync(join(dataFolder, databaseFile))
  // Before the database is made: a folder that has one must have its key too.
  const keys = keysOf(dataFolder, !isNew)
  const database = openDatabase(dataFolder)
  migrate(database, keys)
  try {
    refuseMoved(database, dataFolder)
  } catch (error) {
    closeDatabase(database)
    throw error
  }
  const school = await assembleSchool({
    store: new SqliteRowStore(database),
    tables: new SqliteTables(database),
    contents: new FileFolder(dataFolder),
    keys,
    log,
    freshDemo: isNew && forDemo,
    hasRoom: roomOn(dataFolder, () => performance.now()),
  })
  return {
    ...school,
    name: placeName({ dataFolder }),
    dataFolder,
    isNew,
    database,
    ready: async () => {
      database.prepare('SELECT 1').get()
    },
    figures: async () => figuresOfFolder(dataFolder),
    scrub: async () => {
      // Old pages of the write-ahead log would keep it until they are written over.
      database.pragma('wal_checkpoint(TRUNCATE)')
    },
    share: (work) => work.gained(),
    close: async () => {
      await school.relay.stop()
      await school.accounts.families.writeReads()
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

/** Refuses a database whose school has moved: what was entered here would be missing there. */
export function refuseMoved(database: Database, dataFolder: string): void {
  const where = movedTo(database)
  if (where === undefined) return
  throw new Refusal(`Школа папки ${dataFolder} перенесена (migrate): ${where}. Работайте с ней там.`)
}

function keysOf(dataFolder: string, hasDatabase: boolean): RelayKeys {
  try {
    return loadKeys(dataFolder, hasDatabase)
  } catch (error) {
    throw new Refusal((error as Error).message)
  }
}
