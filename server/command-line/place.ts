import { type Given, optional, required } from './options.ts'
import { UsageError } from './outcome.ts'

/** Where a command finds the school. */
export interface Place {
  /** Holds the keys, and all of the school where there is no `database`. */
  dataFolder: string
  /** Address of the PostgreSQL that holds it: `postgres://user@host/name`. */
  database?: string
}

/** A place in a PostgreSQL. */
export type PostgresPlace = Required<Place>

/** Reads `--data` and `--database`; the address may stand in the environment, where no list of processes shows it. */
export function placeOf(given: Given): Place {
  const dataFolder = required(given, 'data')
  const database = optional(given, 'database') ?? process.env.PARTA_DATABASE
  if (database === undefined || database === '') return { dataFolder }
  checkAddress(database)
  return { dataFolder, database }
}

/** Refuses a command that only has to do with a data folder. */
export function folderOf(given: Given, instead: string): string {
  const { dataFolder, database } = placeOf(given)
  if (database !== undefined) throw new UsageError(`Не для PostgreSQL: ${instead}`)
  return dataFolder
}

/** Throws unless it is an address of a PostgreSQL. */
export function checkAddress(address: string): void {
  if (!URL.canParse(address) || !/^postgres(ql)?:$/.test(new URL(address).protocol))
    throw new UsageError(
      'Адрес базы записан неверно: нужно postgres://пользователь@сервер/база, пароль — в PGPASSWORD или ~/.pgpass.',
    )
}

/** «База parta на сервере db.example»: never the password. */
export function databaseName(address: string): string {
  const { hostname, port, pathname } = new URL(address)
  const host = `${hostname || 'localhost'}${port === '' ? '' : `:${port}`}`
  return `База ${decodeURIComponent(pathname.slice(1)) || 'postgres'} на сервере ${host}`
}

/** The place at the beginning of a sentence. */
export function placeName({ dataFolder, database }: Place): string {
  return database === undefined ? `Папка ${dataFolder}` : databaseName(database)
}
