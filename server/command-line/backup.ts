import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { copiedFiles, copyFiles } from '../files/file-copy.ts'
import { filesFolder } from '../files/file-folder.ts'
import { noteCopy } from '../operations/last-copy.ts'
import { keyFile, loadKeys, type RelayKeys } from '../relay/keys.ts'
import { databaseFile } from '../store/database.ts'
import { copyDatabase } from '../store/database-copy.ts'
import { optional, readOptions, text, word } from './options.ts'
import { exitCode, Refusal, UsageError } from './outcome.ts'
import { folderOf } from './place.ts'
import { checkCopy, type SchoolCopy } from './school-copy.ts'

/** Names of copies in a folder that keeps the latest ones; in order of time. */
const keptName = /^parta-\d{8}T\d{6}Z\.sqlite$/

/**
 * `backup FILE`: a checked copy of the school's database; `backup --keep N FOLDER`: a new one in a folder that keeps
 * the latest N. A running server goes on meanwhile.
 */
export async function backup(args: readonly string[]): Promise<number> {
  const given = readOptions(args, { keep: text }, 1)
  const dataFolder = folderOf(given, 'копию базы делает её pg_dump, ключ из папки --data храните отдельно.')
  const keep = optional(given, 'keep')
  const place = word(given, 0, keep === undefined ? 'файл копии' : 'папка копий')
  if (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep)) throw new UsageError('--keep: число от 1 до 9999.')
  const made = new Date()
  const file = keep === undefined ? place : freeName(place, made)
  if (keep !== undefined) mkdirSync(place, { recursive: true, mode: 0o700 })

  const { rows } = await writeCopy(dataFolder, file, made)
  noteCopy(dataFolder, made)
  console.log(`Копия записана и проверена: ${file}, записей: ${rows}.`)
  const beside = join(dirname(file), copiedFiles)
  const { here, missing } = copyFiles(file, join(dataFolder, filesFolder), beside)
  if (here > 0) console.log(`Файлы к заданиям: ${here}, лежат рядом с копией: ${beside}`)
  if (missing > 0) console.log(`Файлов к заданиям нет на диске: ${missing}.`)
  if (keep !== undefined)
    for (const old of removeOld(place, Number(keep))) console.log(`Удалена старая: ${old}`)
  console.log(
    `Ключа ${keyFile} в копии нет, без него она не откроется. Храните отдельно от копий: ` +
      `${resolve(dataFolder, keyFile)}`,
  )
  return exitCode.done
}

/** Makes a copy, checks it, and only then gives it its name: what has the name is whole. */
async function writeCopy(dataFolder: string, file: string, made: Date): Promise<SchoolCopy> {
  if (!existsSync(join(dataFolder, databaseFile)))
    throw new Refusal(`В папке ${dataFolder} нет школы. Укажите её папку: --data DIR.`)
  if (existsSync(file)) throw new Refusal(`Файл ${file} уже есть. Укажите новый: копии не перезаписываются.`)
  const keys = keysOf(dataFolder)
  const part = `${file}.part`
  rmSync(part, { force: true })
  try {
    copyDatabase(dataFolder, part, made)
    const copy = await checkCopy(part, keys, join(dataFolder, databaseFile))
    renameSync(part, file)
    return copy
  } catch (error) {
    const { code } = error as { code?: string }
    if (!code?.startsWith('SQLITE_')) throw error
    throw new Refusal(`Копия ${file} не записана (${code}): проверьте место на диске и права.`)
  } finally {
    for (const suffix of ['', '-journal']) rmSync(part + suffix, { force: true })
  }
}

function keysOf(dataFolder: string): RelayKeys {
  try {
    return loadKeys(dataFolder, true)
  } catch (error) {
    throw new Refusal((error as Error).message)
  }
}

/** The copy's name in a folder; of two copies of one second the later one takes the next. */
function freeName(folder: string, made: Date): string {
  let file = join(folder, nameOf(made))
  for (let time = made.getTime(); existsSync(file); time += 1000) file = join(folder, nameOf(new Date(time)))
  return file
}

/** parta-20251024T110312Z.sqlite */
function nameOf(made: Date): string {
  return `parta-${made.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.sqlite`
}

function removeOld(folder: string, keep: number): string[] {
  const old = readdirSync(folder)
    .filter((name) => keptName.test(name))
    .sort()
    .slice(0, -keep)
    .map((name) => join(folder, name))
  for (const file of old) rmSync(file)
  return old
}
