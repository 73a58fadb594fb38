import type { Logger } from '../relay/logger.ts'
import { fillDemo } from './fill-demo.ts'
import { serverLog } from './log.ts'
import { type OpenSchool, openPlace } from './open-school.ts'
import { flag, readOptions } from './options.ts'
import { Refusal } from './outcome.ts'
import { type Place, placeOf } from './place.ts'
import { alreadyServed, readServerOptions, serverOptions, serveUntilStopped } from './serve.ts'

/** `demo`: fills an empty data folder with the demo school, tells who can sign in, serves until asked to stop. */
export async function demo(args: readonly string[]): Promise<number> {
  const given = readOptions(args, { ...serverOptions, 'if-empty': flag })
  const where = readServerOptions(given)
  const log = serverLog('warn')
  const school = await openDemo(placeOf(given), log, given.values['if-empty'] === true)
  return serveUntilStopped(school, { ...where, log })
}

/**
 * The demo school of a place, made when that is empty. A place with another school is refused, or opened
 * as it is where `anySchool`.
 */
export async function openDemo(place: Place, log: Logger, anySchool: boolean): Promise<OpenSchool> {
  const school = await openPlace(place, log, true)
  if (!school) throw alreadyServed(place.dataFolder)
  if (school.isNew) {
    console.log('Создаю учебную школу...')
    return { ...school, demo: await fillDemo(school) }
  }
  const why = school.demo ? interrupted(school) : anySchool ? undefined : 'там уже есть школа'
  if (why === undefined) return school
  await school.close()
  throw new Refusal(`${school.name} не годится для учебной школы: ${why}. Укажите другую: --data DIR.`)
}

function interrupted({ demo }: OpenSchool): string | undefined {
  return demo?.complete ? undefined : 'её заполнение было прервано'
}
