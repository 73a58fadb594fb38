import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { schoolClock, schoolDate } from '../../src/domain/school/school-date.ts'
import { emptyOutbox } from '../delivery/outbox.ts'
import { copiedFiles, copyFiles, type FileCopy } from '../files/file-copy.ts'
import { filesFolder } from '../files/file-folder.ts'
import { keyFile, type RelayKeys, readKeys, writeKeys } from '../relay/keys.ts'
import { closeDatabase, databaseFile } from '../store/database.ts'
import { isSchoolDatabase, toDisk } from '../store/database-copy.ts'
import { renewIncarnation, setMovedTo } from '../store/sqlite-schema.ts'
import { SqliteTables } from '../store/sqlite-tables.ts'
import { claimFolder } from './data-folder.ts'
import { optional, readOptions, text, word } from './options.ts'
import { exitCode, Refusal } from './outcome.ts'
import { folderOf } from './place.ts'
import { checkCopy, type SchoolCopy, schoolOf } from './school-copy.ts'

/** What SQLite may have left beside a database. */
const companions = ['', '-wal', '-shm']

/**
 * `restore FILE`: puts a copy into a data folder, as a new incarnation: devices notice, and return what the copy
 * lacks. What was in the folder stays beside it. Refused, with nothing changed, unless all of the copy is right.
 */
export async function restore(args: readonly string[]): Promise<number> {
  const given = readOptions(args, { key: text, school: text }, 1)
  const file = word(given, 0, 'файл копии')
  const dataFolder = folderOf(given, 'копию базы возвращает её pg_restore.')
  if (!existsSync(file)) throw new Refusal(`Нет файла ${file}.`)
  const claim = claimFolder(dataFolder)
  if (!claim) throw new Refusal(`Папка ${dataFolder} открыта. Остановите сервер и повторите.`)
  const incoming = join(dataFolder, 'restoring.sqlite')
  try {
    const { keys, isNew } = keysFor(dataFolder, optional(given, 'key'))
    copyFileSync(file, incoming)
    chmodSync(incoming, 0o600)
    const copy = await checkCopy(incoming, keys, file)
    requireSchool(copy, optional(given, 'school') ?? schoolIn(dataFolder), file)
    await prepare(incoming)
    const files = copyFiles(incoming, join(dirname(file), copiedFiles), join(dataFolder, filesFolder))
    const kept = putAside(dataFolder)
    if (isNew) writeKeys(join(dataFolder, keyFile), keys)
    renameSync(incoming, join(dataFolder, databaseFile))
    for (const line of report(copy, kept, files)) console.log(line)
    return exitCode.done
  } finally {
    for (const suffix of [...companions, '-journal']) rmSync(incoming + suffix, { force: true })
    claim.release()
  }
}

/** The key that the copy's receipts were signed with: no copy holds it. `isNew`: the folder has none yet. */
function keysFor(dataFolder: string, given: string | undefined): { keys: RelayKeys; isNew: boolean } {
  const own = join(dataFolder, keyFile)
  const isNew = !existsSync(own)
  if (isNew && given === undefined)
    throw new Refusal(
      `В копии нет ключа ${keyFile}, и в папке ${dataFolder} его нет. Укажите свою копию ключа: --key ФАЙЛ.`,
    )
  const keys = readableKeys(given ?? own)
  if (!isNew && given !== undefined && !keys.mac.equals(readableKeys(own).mac))
    throw new Refusal(`В папке ${dataFolder} другой ключ. Восстановите школу в новую папку: --data DIR.`)
  return { keys, isNew }
}

function readableKeys(path: string): RelayKeys {
  try {
    return readKeys(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error
    throw new Refusal((error as Error).message)
  }
}

/** Id of the school that the folder has now; undefined where there is none, or none that can be read. */
function schoolIn(dataFolder: string): string | undefined {
  const file = join(dataFolder, databaseFile)
  return existsSync(file) && isSchoolDatabase(file) ? schoolOf(file)?.id : undefined
}

function requireSchool({ school }: SchoolCopy, id: string | undefined, file: string): void {
  if (id === undefined || school?.id === id) return
  throw new Refusal(`В копии ${file} школа «${school?.id ?? ''}», а нужна «${id}». Ничего не изменено.`)
}

async function prepare(incoming: string): Promise<void> {
  const database = new Database(incoming)
  try {
    renewIncarnation(database)
    setMovedTo(database, undefined)
    // What waited to be sent when the copy was made has been sent since.
    await emptyOutbox(new SqliteTables(database))
  } finally {
    closeDatabase(database)
  }
  toDisk(incoming)
}

/** Moves the folder's database aside; returns its new name, undefined where there was none. */
function putAside(dataFolder: string): string | undefined {
  const current = join(dataFolder, databaseFile)
  if (!existsSync(current)) return undefined
  const stamp = new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')
  const aside = join(dataFolder, `before-restore-${stamp}Z.sqlite`)
  for (const suffix of companions)
    if (existsSync(current + suffix)) renameSync(current + suffix, aside + suffix)
  return aside
}

function report({ school, rows, made }: SchoolCopy, kept: string | undefined, files: FileCopy): string[] {
  const zone = school?.timezone
  const when = made && ` от ${schoolDate(made.getTime(), zone)} ${schoolClock(made.getTime(), zone)}`
  return [
    `Восстановлена школа «${school?.name ?? ''}» из копии${when ?? ''}, записей: ${rows}.`,
    ...(kept === undefined ? [] : [`Прежняя база лежит рядом: ${kept}`]),
    ...(files.here > 0 ? [`Файлы к заданиям: ${files.here}.`] : []),
    ...(files.missing > 0
      ? [
          `Не хватает файлов к заданиям: ${files.missing}. Положите рядом с копией папку ${copiedFiles} и повторите.`,
        ]
      : []),
    'Чего нет в копии, планшеты вернут сами, когда выйдут на связь.',
    'Учётные записи теперь как в копии: кто входил после неё, войдёт ещё раз; кого после неё отключили, отключите снова.',
  ]
}
