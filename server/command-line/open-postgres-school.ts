import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Leavers } from '../accounts/leavers.ts'
import { PostgresSignOuts } from '../accounts/postgres-sign-outs.ts'
import { pushKeyFile } from '../delivery/push-key.ts'
import { FileTable } from '../files/file-table.ts'
import { figuresOfPostgres } from '../operations/database-figures.ts'
import { keyFile, loadKeys, type RelayKeys } from '../relay/keys.ts'
import type { Logger } from '../relay/logger.ts'
import { openPostgres, type PostgresDatabase } from '../store/postgres-database.ts'
import { PostgresDuties } from '../store/postgres-duties.ts'
import { PostgresRowStore } from '../store/postgres-row-store.ts'
import { claimKey, hasKeys, hasSchool, servedHosts } from '../store/postgres-schema.ts'
import { PostgresTables } from '../store/postgres-tables.ts'
import { assembleSchool } from './assemble-school.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { keysFolder, onlySchool, type PostgresPlace, placeName } from './place.ts'
import { refusalOf } from './postgres-refusal.ts'
import { keyPrints } from './school-keys.ts'

/** A school in a PostgreSQL, which other servers may serve at the same time. */
export interface PostgresSchool extends OpenSchool {
  /** Runs a command's work while no other does: two imports at once would both write what each found missing. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

export interface PostgresSchoolOptions {
  /** One that is new becomes the demo. */
  forDemo?: boolean
  /** Whether there may be no school yet. */
  founds?: boolean
  /** The school meant, where the address names none and the database has several. */
  meant?: string | undefined
  /** Of who has several schools open. */
  shared?: SharedDatabase
}

/** What schools that one process serves have in common. */
export interface SharedDatabase {
  database: PostgresDatabase
  duties: PostgresDuties
}

/** Locks of this kind, among all advisory locks of a database: any number, the same in all nodes. */
const commandLocks = 7_278_214
/** How long an e-mail or a message that one server has taken is left to it, ms: longer than any try takes. */
const lease = 300_000

/**
 * Opens the school of a PostgreSQL. Its keys lie in the data folder and never in the database: whoever gets a copy of
 * that can make no receipts. The operator copies them to each server; that they are the same the database tells, which
 * has their prints, and a server with others is refused.
 */
export async function openPostgresSchool(
  place: PostgresPlace,
  log: Logger,
  options: PostgresSchoolOptions = {},
): Promise<PostgresSchool> {
  if (options.shared) return open(options.shared, place, log, options)
  let database: PostgresDatabase | undefined
  try {
    database = await openPostgres(place.database)
    const duties = new PostgresDuties(place.database, log)
    const school = await open({ database, duties }, place, log, options)
    const close = async () => {
      await duties.close()
      await school.close()
      await database?.close()
    }
    return { ...school, close }
  } catch (error) {
    await database?.close()
    throw refusalOf(error, place.database)
  }
}

async function open(
  { database, duties }: SharedDatabase,
  place: PostgresPlace,
  log: Logger,
  { forDemo = false, founds = true, meant }: PostgresSchoolOptions,
): Promise<PostgresSchool> {
  const isMeant = place.school === undefined && meant !== undefined && (await hasSchool(database, meant))
  if (place.school === undefined && !isMeant) await requireOnly(database, placeName(place))
  const id = place.school ?? (isMeant ? meant : onlySchool)
  const dataFolder = keysFolder(place.dataFolder, id)
  const name = placeName(id === onlySchool ? place : { ...place, school: id })
  const isNew = !(await hasSchool(database, id))
  if (isNew && place.school !== undefined) throw new Refusal(`${name}: её нет. Сначала: school add ${id}.`)
  if (isNew && !founds) throw new Refusal(`${name}: школы там ещё нет, сначала import.`)
  const heard = new Heard(database)
  const store = await PostgresRowStore.open(heard.database, id)
  const keys = keysOf(dataFolder, await hasKeys(database.of(store.school), store.school))
  if (store.movedTo !== null)
    throw new Refusal(`${name}: школа перенесена (migrate): ${store.movedTo}. Работайте с ней там.`)
  await requireKeys(database, store.school, dataFolder, keys)
  const tables = new PostgresTables(database, store.school)
  const failed = (err: unknown) => log.warn({ err }, 'no news of sign-outs, or of who has left')
  const school = await assembleSchool({
    store,
    tables,
    contents: new FileTable(tables),
    news: new PostgresSignOuts(heard.database, store.school, failed),
    keys,
    log,
    freshDemo: isNew && forDemo,
  })
  return {
    ...school,
    name,
    dataFolder,
    isNew,
    lease,
    ready: async () => {
      await database.query('SELECT 1')
    },
    figures: () => figuresOfPostgres(database),
    scrub: async () => {
      await database.query('VACUUM row, policy_fact')
    },
    share: async (work) => {
      // Whichever node is on duty: who has left since the school was last open does not get in before it knows.
      const leavers = new Leavers(school.accounts, school.relay, failed)
      await leavers.close()
      await leavers.stop()
      duties.want(store.school, work)
    },
    alone: (work) => database.exclusively([commandLocks, store.school], work),
    close: async () => {
      duties.leave(store.school)
      await school.relay.stop()
      await school.accounts.families.writeReads()
      heard.end()
    },
  }
}

/** A database with what a school listens for there, so that it can be ended with the school. */
class Heard {
  readonly database: PostgresDatabase
  private readonly ends: (() => void)[] = []

  constructor(database: PostgresDatabase) {
    const listen: PostgresDatabase['listen'] = async (channel, hear) => {
      const end = await database.listen(channel, hear)
      this.ends.push(end)
      return end
    }
    this.database = { ...database, listen }
  }

  end(): void {
    for (const end of this.ends) end()
  }
}

/** Where there are several schools, one is to be named. */
async function requireOnly(database: PostgresDatabase, name: string): Promise<void> {
  const hosts = await servedHosts(database)
  if (hosts.size === 0) return
  const ids = [...new Set(hosts.values())].join(', ')
  throw new Refusal(
    `${name}: там несколько школ (${ids}). Назовите одну в конце адреса: --database АДРЕС#ШКОЛА.`,
  )
}

/** `isKnown`: the school stands already, so that its keys were made on another server or before. */
function keysOf(dataFolder: string, isKnown: boolean): RelayKeys {
  for (const file of [keyFile, pushKeyFile])
    if (isKnown && !existsSync(join(dataFolder, file)))
      throw new Refusal(
        `Нет файла ${join(dataFolder, file)}: скопируйте ${keyFile} и ${pushKeyFile} с сервера, который школу создал.`,
      )
  try {
    return loadKeys(dataFolder)
  } catch (error) {
    throw new Refusal((error as Error).message)
  }
}

async function requireKeys(
  database: PostgresDatabase,
  school: number,
  dataFolder: string,
  keys: RelayKeys,
): Promise<void> {
  const lines = database.of(school)
  for (const [file, print] of keyPrints(dataFolder, keys))
    if (!(await claimKey(lines, school, file, print)))
      throw new Refusal(
        `Файл ${join(dataFolder, file)} не от этой школы: скопируйте его с сервера, который её создал.`,
      )
}
