import { openPostgres } from '../store/postgres-database.ts'
import { addHost, addSchool, findSchool, prepareTables, servedHosts } from '../store/postgres-schema.ts'
import { commandLog } from './log.ts'
import { openPostgresSchool } from './open-postgres-school.ts'
import { readOptions, required, text, word } from './options.ts'
import { exitCode, Refusal, UsageError } from './outcome.ts'
import { checkedId, type PostgresPlace, placeOf } from './place.ts'
import { refusalOf } from './postgres-refusal.ts'
import { greeting } from './serve.ts'

/** `school list`, `school add ID --host HOST`: the schools of a PostgreSQL that are served each under a host of its own. */
export async function schoolCommand(args: readonly string[]): Promise<number> {
  const given = readOptions(args, { host: text }, 2)
  const { database, dataFolder } = placeOf(given)
  if (database === undefined)
    throw new UsageError('Укажите базу: --database postgres://пользователь@сервер/база.')
  const what = word(given, 0, 'school list или add')
  try {
    if (what === 'list') await list(database)
    else if (what === 'add')
      await add(
        { database, dataFolder, school: checkedId(word(given, 1, 'номер школы')) },
        hostOf(required(given, 'host')),
      )
    else throw new UsageError(`Неизвестное действие: school ${what}`)
  } catch (error) {
    throw refusalOf(error, database)
  }
  return exitCode.done
}

function hostOf(said: string): string {
  const host = said.toLowerCase()
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host))
    throw new UsageError(`--host: имя сервера школы, например siva.journal.example, а не «${said}».`)
  return host
}

async function list(address: string): Promise<void> {
  const database = await openPostgres(address)
  try {
    const hosts = await servedHosts(database)
    if (hosts.size === 0) console.log('Школ с адресом нет.')
    for (const [host, id] of hosts) console.log(`${id}\t${host}`)
  } finally {
    await database.close()
  }
}

/** Adds a school with the keys of its own folder, or one more host to one that is there; tells who can sign in first. */
async function add(place: PostgresPlace & { school: string }, host: string): Promise<void> {
  const database = await openPostgres(place.database)
  try {
    await database.transact(async (connection) => {
      await prepareTables(connection, place.school)
      if (!(await addHost(connection, host, place.school)))
        throw new Refusal(`Адрес ${host} уже у другой школы этой базы.`)
      if (!(await findSchool(connection))) await addSchool(connection, place.school)
    })
  } finally {
    await database.close()
  }
  const school = await openPostgresSchool(place, commandLog)
  try {
    for (const line of await greeting(school)) console.log(line)
    console.log(`${school.name}: адрес ${host}, ключи в папке ${school.dataFolder}.`)
  } finally {
    await school.close()
  }
}
