import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../relay/logger.ts'
import { fillDemo } from './fill-demo.ts'
import { serverLog } from './log.ts'
import { type OpenSchool, openSchool } from './open-school.ts'
import { flag, readOptions, required } from './options.ts'
import { Refusal } from './outcome.ts'
import { alreadyServed, readServerOptions, serverOptions, serveUntilStopped } from './serve.ts'

/** `demo`: fills an empty data folder with the demo school, tells who can sign in, serves until asked to stop. */
export async function demo(args: readonly string[]): Promise<number> {
  const given = readOptions(args, { ...serverOptions, 'if-empty': flag })
  const where = readServerOptions(given)
  const log = serverLog('warn')
  const school = await openDemo(required(given, 'data'), log, given.values['if-empty'] === true)
  return serveUntilStopped(school, { ...where, log })
}

/**
 * The demo school of a data folder, made when the folder is empty. A folder with another school is refused, or opened
 * as it is where `anySchool`.
 */
export async function openDemo(dataFolder: string, log: Logger, anySchool: boolean): Promise<OpenSchool> {
  const fresh = !existsSync(join(dataFolder, 'parta.sqlite'))
  const school = await openSchool(dataFolder, log, fresh)
  if (!school) throw alreadyServed(dataFolder)
  if (fresh) {
    console.log('Создаю учебную школу...')
    return { ...school, demo: await fillDemo(school) }
  }
  const why = school.demo ? interrupted(school) : anySchool ? undefined : 'в ней уже есть школа'
  if (why === undefined) return school
  await school.close()
  throw new Refusal(`Папка ${dataFolder} не годится для учебной школы: ${why}. Укажите другую: --data DIR.`)
}

function interrupted({ demo }: OpenSchool): string | undefined {
  return demo?.complete ? undefined : 'её заполнение было прервано'
}
