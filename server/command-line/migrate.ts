import { claimFolder } from './data-folder.ts'
import { migrateToFolder } from './migrate-to-folder.ts'
import { migrateToPostgres } from './migrate-to-postgres.ts'
import { readOptions, required, text } from './options.ts'
import { exitCode, Refusal, UsageError } from './outcome.ts'
import { onlySchool, readAddress } from './place.ts'
import { refusalOf } from './postgres-refusal.ts'

/**
 * `migrate --from FOLDER --to ADDRESS`: moves a school from its folder into a PostgreSQL, or back: all of it or nothing, under
 * its incarnation, so that devices notice nothing. What it was moved from stays as it is and is opened no more.
 */
export async function migrate(args: readonly string[]): Promise<number> {
  const given = readOptions(args, { from: text, to: text })
  const [from, to] = [required(given, 'from'), required(given, 'to')]
  if (isAddress(from) === isAddress(to))
    throw new UsageError('Одно из --from и --to — папка данных, другое — адрес PostgreSQL.')
  const address = isAddress(from) ? from : to
  const { database, school = onlySchool } = readAddress(address)
  try {
    const lines = isAddress(to)
      ? await withFolder(from, () => migrateToPostgres(from, database, school))
      : await withFolder(to, () => migrateToFolder({ database, school }, to, required(given, 'data')))
    for (const line of lines) console.log(line)
  } catch (error) {
    throw refusalOf(error, database)
  }
  return exitCode.done
}

function isAddress(place: string): boolean {
  return /^[a-z]+:\/\//.test(place)
}

/** Does the work while no server or command has the folder. */
async function withFolder<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const claim = claimFolder(dataFolder)
  if (!claim) throw new Refusal(`Папка ${dataFolder} открыта. Остановите сервер и повторите.`)
  try {
    return await work()
  } finally {
    claim.release()
  }
}
