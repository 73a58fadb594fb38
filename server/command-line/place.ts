import { join } from 'node:path'
import { type Given, optional, required } from './options.ts'
import { UsageError } from './outcome.ts'

/** Where a command finds the school. */
export interface Place {
  /** Holds the keys, and all of the school where there is no `database`. */
  dataFolder: string
  /** Address of the PostgreSQL that holds it: `postgres://user@host/name`. */
  database?: string
  /** Which of the schools there: what stands behind `#` in the address. */
  school?: string
}

/** A place in a PostgreSQL. */
export type PostgresPlace = Place & { database: string }

/** Reads `--data` and `--database`; the address may stand in the environment, where no list of processes shows it. */
export function placeOf(given: Given): Place {
  const dataFolder = required(given, 'data')
  const database = optional(given, 'database') ?? process.env.PARTA_DATABASE
  if (database === undefined || database === '') return { dataFolder }
  return { dataFolder, ...readAddress(database) }
}

/** Refuses a command that only has to do with a data folder. */
export function folderOf(given: Given, instead: string): string {
  const { dataFolder, database } = placeOf(given)
  if (database !== undefined) throw new UsageError(`Не для PostgreSQL: ${instead}`)
  return dataFolder
}

/** Ids of schools in a database, which are names of folders, too. */
const schoolId = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Throws unless it is an address of a PostgreSQL, `postgres://user@host/name`, maybe with a school: `#id`. */
export function readAddress(address: string): { database: string; school?: string } {
  if (!URL.canParse(address) || !/^postgres(ql)?:$/.test(new URL(address).protocol))
    throw new UsageError(
      'Адрес базы записан неверно: нужно postgres://пользователь@сервер/база, пароль — в PGPASSWORD или ~/.pgpass.',
    )
  const [database = '', school] = address.split('#')
  return school === undefined ? { database } : { database, school: checkedId(school) }
}

/** Throws unless it can be a school's id in a database. */
export function checkedId(id: string): string {
  if (!schoolId.test(id))
    throw new UsageError(`Номер школы «${id}» не годится: нужны строчные латинские буквы, цифры, дефис.`)
  return id
}

/** The folder with the keys of one of the schools of a database. */
export function keysFolder(dataFolder: string, school: string): string {
  return school === onlySchool ? dataFolder : join(dataFolder, school)
}

/** The school of a database that has one. */
export const onlySchool = 'school'

/** «База parta на сервере db.example»: never the password. */
export function databaseName(address: string): string {
  const { hostname, port, pathname } = new URL(address)
  const host = `${hostname || 'localhost'}${port === '' ? '' : `:${port}`}`
  return `База ${decodeURIComponent(pathname.slice(1)) || 'postgres'} на сервере ${host}`
}

/** The place at the beginning of a sentence. */
export function placeName({ dataFolder, database, school }: Place): string {
  if (database === undefined) return `Папка ${dataFolder}`
  return school === undefined ? databaseName(database) : `${databaseName(database)}, школа ${school}`
}
