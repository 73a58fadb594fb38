import { readFileSync } from 'node:fs'
import { isOffice } from '../../src/domain/policy/policy.ts'
import { type MailSettings, mailOptionNames, readMailSettings } from '../delivery/mail-settings.ts'
import { demoGreeting } from './demo-greeting.ts'
import { serverLog } from './log.ts'
import { type OpenSchool, openPlace } from './open-school.ts'
import { type Given, optional, readOptions, text } from './options.ts'
import { exitCode, Refusal, UsageError } from './outcome.ts'
import { placeOf } from './place.ts'
import { type RunningServer, type ServerOptions, startServer, untilStopped } from './server.ts'
import { verifyAtStart } from './verify-at-start.ts'

const defaultPort = 8080
/** Login of the account with which an empty server is set up. */
const administratorLogin = 'admin'

const mailOptions = Object.fromEntries(mailOptionNames.map((name) => [name, text]))

export const serverOptions = {
  port: text,
  'tls-cert': text,
  'tls-key': text,
  app: text,
  'public-url': text,
  ...mailOptions,
  'metrics-port': text,
  'idle-minutes': text,
}

/** `serve`: the school of a data folder on the network, until it is asked to stop. */
export async function serve(args: readonly string[]): Promise<number> {
  const given = readOptions(args, serverOptions)
  const where = readServerOptions(given)
  const log = serverLog('info')
  const place = placeOf(given)
  const { database } = place
  if (database !== undefined) {
    const { hostsOf, serveSchools } = await import('./serve-schools.ts')
    if (await hostsOf({ ...place, database }))
      return sayAndServe(await serveSchools({ ...place, database }, { ...where, log }))
  }
  const school = await openPlace(place, log)
  if (!school) throw alreadyServed(place.dataFolder)
  await verifyAtStart(school)
  return serveUntilStopped(school, { ...where, log })
}

/** Serves an open school, tells where and who can sign in first, returns when it was asked to stop and has. */
export async function serveUntilStopped(school: OpenSchool, options: ServerOptions): Promise<number> {
  for (const line of await greeting(school)) console.log(line)
  let server: RunningServer
  try {
    server = await startServer(school, options)
  } catch (error) {
    await school.close()
    throw error
  }
  return sayAndServe(server)
}

async function sayAndServe(server: RunningServer): Promise<number> {
  console.log(`Парта работает: ${server.url}`)
  await untilStopped(server)
  return exitCode.done
}

/** Who can sign in to a school that was just opened, and how. */
export function greeting(school: OpenSchool): Promise<string[]> {
  return school.demo ? demoGreeting(school) : administratorGreeting(school)
}

/** Port, certificate and the app's folder from the command line. */
export function readServerOptions(given: Given): Omit<ServerOptions, 'log'> {
  const port = readPort(given, 'port') ?? defaultPort
  const metricsPort = readPort(given, 'metrics-port')
  const folder = optional(given, 'app')
  const served = {
    port,
    ...(folder === undefined ? {} : { app: folder }),
    ...(metricsPort === undefined ? {} : { metricsPort }),
    ...idleOf(given),
    mail: mailOf(given),
    publicUrl: publicUrlOf(given),
  }
  const [cert, key] = [optional(given, 'tls-cert'), optional(given, 'tls-key')]
  if (cert === undefined && key === undefined) return served
  if (cert === undefined || key === undefined)
    throw new UsageError('--tls-cert и --tls-key указывают вместе.')
  return { ...served, tls: { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } }
}

function mailOf(given: Given): MailSettings | undefined {
  try {
    return readMailSettings((name) => optional(given, name))
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** Where people's browsers find this server, without a slash at its end. */
function publicUrlOf(given: Given): string | undefined {
  const named = optional(given, 'public-url') ?? process.env.PARTA_PUBLIC_URL
  if (named === undefined) return undefined
  if (!URL.canParse(named) || !/^https?:$/.test(new URL(named).protocol))
    throw new UsageError('--public-url: адрес сервера для браузеров, например https://journal.school.example')
  return new URL(named).origin
}

function idleOf(given: Given): { idle?: number } {
  const said = optional(given, 'idle-minutes')
  if (said === undefined) return {}
  const minutes = Number(said)
  if (!(minutes >= 0 && minutes <= 1_440)) throw new UsageError('--idle-minutes: число от 0 до 1440.')
  return { idle: minutes * 60_000 }
}

function readPort(given: Given, name: 'port' | 'metrics-port'): number | undefined {
  const said = optional(given, name)
  if (said === undefined) return undefined
  const port = Number(said)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--${name}: число от 0 до 65535.`)
  return port
}

export function alreadyServed(dataFolder: string): Refusal {
  return new Refusal(`Папка ${dataFolder} уже открыта: сервер работает или идёт другая команда.`)
}

/** A code for the administrator while nobody of the office has ever signed in: there is no other way in. */
async function administratorGreeting({ accounts, relay }: OpenSchool): Promise<string[]> {
  const { school } = relay.policy()
  const known = await accounts.store.list()
  if (known.some((a) => a.active && !a.disabled && (a.administrator || isOffice(school, a.person)))) return []
  const administrator =
    (await accounts.store.byLogin(administratorLogin)) ??
    (await accounts.create({ login: administratorLogin, person: '', administrator: true }))
  if (administrator.disabled) return []
  const code = await accounts.invite(administrator.user)
  return [`Первый вход администратора: логин ${administratorLogin}, одноразовый код ${code}`]
}
