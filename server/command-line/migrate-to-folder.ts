import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'libsql'
import { pushKeyFile } from '../delivery/push-key.ts'
import { esiaFile } from '../esia/settings.ts'
import { FileFolder } from '../files/file-folder.ts'
import { keyFile, type RelayKeys, readKeys } from '../relay/keys.ts'
import { closeDatabase, databaseFile } from '../store/database.ts'
import { toDisk } from '../store/database-copy.ts'
import { copyToSqlite } from '../store/move-school.ts'
import { type Connection, openPostgres } from '../store/postgres-database.ts'
import { keepUnserved } from '../store/postgres-duties.ts'
import { claimKey, findSchool, openLines, prepareTables, setMovedTo } from '../store/postgres-schema.ts'
import { DatabaseGone } from '../store/row-store.ts'
import { prepareSchema } from '../store/sqlite-schema.ts'
import { SqliteTables } from '../store/sqlite-tables.ts'
import { Refusal } from './outcome.ts'
import { keysFolder, placeName } from './place.ts'
import { checkCopy } from './school-copy.ts'
import { hasDatabase, keyPrints } from './school-keys.ts'

/** Moves the school of a PostgreSQL into a folder that has none and that this process has; the keys are in another. */
export async function migrateToFolder(
  { database, school }: { database: string; school: string },
  dataFolder: string,
  serversFolder: string,
): Promise<string[]> {
  if (hasDatabase(dataFolder))
    throw new Refusal(`В папке ${dataFolder} уже есть школа. Укажите другую: --to ПАПКА. Ничего не изменено.`)
  const keysThere = keysFolder(serversFolder, school)
  const keys = keysOf(existsSync(join(dataFolder, keyFile)) ? dataFolder : keysThere)
  const source = await openPostgres(database)
  const incoming = join(dataFolder, 'migrating.sqlite')
  const final = join(dataFolder, databaseFile)
  try {
    const files = await source.transact((connection) =>
      move(connection, {
        name: placeName({ dataFolder, database, school }),
        id: school,
        dataFolder,
        keysThere,
        incoming,
        keys,
      }),
    )
    const { rows } = await checkCopy(incoming, keys)
    renameSync(incoming, final)
    return [
      `Школа перенесена и проверена: записей: ${rows}, файлов к заданиям: ${files}.`,
      `Запускайте: serve --data ${dataFolder}. В базе данных она больше не открывается.`,
    ]
  } catch (error) {
    // Torn off at its end it may have moved nevertheless: the next try finds what it lacks.
    if (!(error instanceof DatabaseGone)) rmSync(incoming, { force: true })
    throw error
  } finally {
    await source.close()
  }
}

function keysOf(folder: string): RelayKeys {
  try {
    return readKeys(join(folder, keyFile))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Refusal((error as Error).message)
    throw new Refusal(`Нет файла ${join(folder, keyFile)}: укажите папку с ключами сервера: --data ПАПКА.`)
  }
}

interface Move {
  /** Of what it is moved from. */
  name: string
  id: string
  dataFolder: string
  keysThere: string
  incoming: string
  keys: RelayKeys
}

/** Returns how many files there are. */
async function move(connection: Connection, move: Move): Promise<number> {
  const { name, id, dataFolder, incoming, keys } = move
  const here = `папка ${resolve(dataFolder)} на ${hostname()}`
  // A check may take a while between two statements.
  await connection.query('SET LOCAL idle_in_transaction_session_timeout = 0')
  await prepareTables(connection, id)
  const school = await findSchool(connection)
  if (!school) throw new Refusal(`${name}: школы там нет.`)
  const { number, incarnation, movedTo } = school
  await openLines(connection, number)
  if (movedTo === here && existsSync(incoming))
    return copyFiles(connection, number, new FileFolder(dataFolder))
  if (movedTo !== null) throw new Refusal(`${name}: школа уже перенесена: ${movedTo}.`)
  if (!(await keepUnserved(connection, number)))
    throw new Refusal(`${name}: школу обслуживает сервер. Остановите все её серверы и повторите.`)
  await connection.query('SELECT 1 FROM school WHERE number = $1 FOR UPDATE', [number])
  putKeys(move)
  for (const [file, print] of keyPrints(dataFolder, keys))
    if (!(await claimKey(connection, number, file, print)))
      throw new Refusal(`Файл ${join(dataFolder, file)} не от этой школы. Возьмите его с её сервера.`)
  rmSync(incoming, { force: true })
  const database = new Database(incoming)
  try {
    prepareSchema(database, incarnation)
    new SqliteTables(database)
    await copyToSqlite(connection, number, database)
  } finally {
    closeDatabase(database)
  }
  await checkCopy(incoming, keys)
  toDisk(incoming)
  const files = await copyFiles(connection, number, new FileFolder(dataFolder))
  await setMovedTo(connection, number, here)
  return files
}

/** What lies beside the database on each of its servers. */
function putKeys({ dataFolder, keysThere }: Move): void {
  for (const file of [keyFile, pushKeyFile, esiaFile]) {
    const [source, target] = [join(keysThere, file), join(dataFolder, file)]
    if (existsSync(source) && !existsSync(target)) copyFileSync(source, target)
  }
}

async function copyFiles({ query }: Connection, school: number, folder: FileFolder): Promise<number> {
  const known = await query<{ hash: string }>('SELECT hash FROM file_contents WHERE school = $1', [school])
  for (const { hash } of known) {
    const [line] = await query<{ bytes: Buffer }>(
      'SELECT bytes FROM file_contents WHERE school = $1 AND hash = $2',
      [school, hash],
    )
    await folder.put(hash, line!.bytes)
  }
  return known.length
}
