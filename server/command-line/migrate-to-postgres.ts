import { createHash } from 'node:crypto'
import type { Database } from 'libsql'
import { pushKeyFile } from '../delivery/push-key.ts'
import { FileFolder } from '../files/file-folder.ts'
import { keyFile, loadKeys, type RelayKeys } from '../relay/keys.ts'
import { verifyStore } from '../relay/verify-store.ts'
import { closeDatabase, openDatabase } from '../store/database.ts'
import { copyToPostgres } from '../store/move-school.ts'
import { type Connection, openPostgres } from '../store/postgres-database.ts'
import { verifyRows } from '../store/postgres-row-store.ts'
import { addSchool, claimKey, findSchool, openLines, prepareTables } from '../store/postgres-schema.ts'
import { SqliteRowStore } from '../store/sqlite-row-store.ts'
import { setMovedTo } from '../store/sqlite-schema.ts'
import { SqliteTables } from '../store/sqlite-tables.ts'
import { migrate, refuseMoved } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { databaseName, onlySchool } from './place.ts'
import { hasDatabase, keyPrints } from './school-keys.ts'

/** Moves the school of a folder, which this process has, into a PostgreSQL that has none. Returns what to tell. */
export async function migrateToPostgres(
  dataFolder: string,
  address: string,
  school: string,
): Promise<string[]> {
  if (!hasDatabase(dataFolder)) throw new Refusal(`В папке ${dataFolder} нет школы.`)
  const keys = keysOf(dataFolder)
  const target = await openPostgres(address)
  const database = openDatabase(dataFolder)
  try {
    migrate(database, keys)
    refuseMoved(database, dataFolder)
    // Those that a database of an earlier version lacks.
    new SqliteTables(database)
    const { rows, files, missing } = await target.transact((connection) =>
      move(database, connection, { dataFolder, address, school, keys }),
    )
    setMovedTo(database, databaseName(address))
    return [
      `Школа перенесена и проверена: записей: ${rows}, файлов к заданиям: ${files}.`,
      ...(missing > 0 ? [`Файлов к заданиям нет на диске: ${missing}.`] : []),
      school === onlySchool
        ? `Запускайте: serve --database АДРЕС --data ${dataFolder}: ключи остаются в этой папке, база parta.sqlite в ней больше не открывается.`
        : `Ключи из папки ${dataFolder} (${keyFile}, ${pushKeyFile}) скопируйте на серверы в папку ДАННЫЕ/${school}; адрес школы: school add ${school} --host АДРЕС.`,
    ]
  } finally {
    closeDatabase(database)
    await target.close()
  }
}

function keysOf(dataFolder: string): RelayKeys {
  try {
    return loadKeys(dataFolder, true)
  } catch (error) {
    throw new Refusal((error as Error).message)
  }
}

async function move(
  database: Database,
  connection: Connection,
  {
    dataFolder,
    address,
    school,
    keys,
  }: { dataFolder: string; address: string; school: string; keys: RelayKeys },
): Promise<{ rows: number; files: number; missing: number }> {
  // A large file, or a check, may take a while between two statements.
  await connection.query('SET LOCAL idle_in_transaction_session_timeout = 0')
  await prepareTables(connection, school)
  if (await findSchool(connection))
    throw new Refusal(
      `${databaseName(address)}: там уже есть школа. Создайте пустую базу (createdb). Ничего не изменено.`,
    )
  const store = new SqliteRowStore(database)
  const { number } = await addSchool(connection, school, store.incarnation)
  await openLines(connection, number)
  await copyToPostgres(database, connection, number)
  const files = await copyFiles(database, connection, number, new FileFolder(dataFolder))
  for (const [file, print] of keyPrints(dataFolder, keys)) await claimKey(connection, number, file, print)
  const [here, there] = [
    await verifyStore(store, keys),
    await verifyStore({ verify: (check) => verifyRows(connection, number, check) }, keys),
  ]
  for (const found of [here, there])
    if (!found.ok)
      throw new Refusal(
        `Цепочка записей нарушена: документ ${found.document}, запись ${found.seq}: ${found.why}. Ничего не изменено.`,
      )
  return { rows: (there as { rows: number }).rows, ...files }
}

/** Files that are not what their name says are missing. */
async function copyFiles(
  database: Database,
  connection: Connection,
  school: number,
  folder: FileFolder,
): Promise<{ files: number; missing: number }> {
  const count = { files: 0, missing: 0 }
  for (const { hash } of database.prepare('SELECT hash FROM files').all() as { hash: string }[]) {
    const bytes = (await folder.has(hash)) ? await folder.get(hash) : Buffer.alloc(0)
    if (createHash('sha256').update(bytes).digest('hex') !== hash) {
      count.missing++
      continue
    }
    await connection.query('INSERT INTO file_contents (school, hash, bytes) VALUES ($1, $2, $3)', [
      school,
      hash,
      bytes,
    ])
    count.files++
  }
  return count
}
