import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyBaseLogger } from 'fastify'
import { defaultTimezone } from '../../src/domain/school/school-date.ts'
import { Delivery } from '../delivery/delivery.ts'
import type { MailSettings } from '../delivery/mail-settings.ts'
import { Push } from '../delivery/push.ts'
import { loadPushKey } from '../delivery/push-key.ts'
import { Esia } from '../esia/esia.ts'
import { Provider } from '../esia/provider.ts'
import { readEsiaSettings } from '../esia/settings.ts'
import { Diaries } from '../families/diaries.ts'
import { Families } from '../families/families.ts'
import { OfficeFolds } from '../folds/office-folds.ts'
import { buildApplication } from '../http/application.ts'
import type { PublicSchool } from '../http/parts.ts'
import { precompress } from '../http/precompress.ts'
import { openOperatorPage } from '../operations/operator-page.ts'
import { openControl } from './control-endpoint.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { SharedWork } from './shared-work.ts'

export const builtApp = fileURLToPath(new URL('../../dist', import.meta.url))

export interface ServerOptions {
  port: number
  tls?: { cert: string; key: string } | undefined
  log: FastifyBaseLogger
  /** Folder of the built app; the repository's own unless told. */
  app?: string
  /** How e-mail is sent; undefined: not at all. */
  mail?: MailSettings | undefined
  /** Where people's browsers find this server: `https://journal.school.example`. */
  publicUrl?: string | undefined
  /** Where the operator's tools ask, on this machine alone. */
  metricsPort?: number
}

export interface RunningServer {
  /** Where people open it. */
  url: string
  /** Ends sockets and requests, commits what is under way, gives the data folder back. */
  stop(): Promise<void>
}

/** Serves an open school: relay, API and the built app on one port, for all of the network. */
export async function startServer(school: OpenSchool, options: ServerOptions): Promise<RunningServer> {
  const { relay, accounts } = school
  const dist = options.app === undefined ? builtApp : resolve(options.app)
  if (existsSync(dist)) await compressApp(dist, options.log)
  const shared = new SharedWork(school, options.log)
  await school.share(shared)
  // Real time: a demo starts at the same shifted moment again and again.
  const office = new OfficeFolds(relay, accounts, Date.now())
  const families = new Families(relay, accounts)
  const diaries = new Diaries(relay)
  const { mail, publicUrl, log } = options
  const { tables, now, lease } = school
  const push = openPush(school, mail, publicUrl)
  const delivery = new Delivery({
    relay,
    families,
    tables,
    now,
    log,
    mail,
    push,
    publicUrl,
    ...(lease === undefined ? {} : { lease }),
  })
  const esia = openEsia(school, options.log)
  const app = await buildApplication({
    accounts,
    relay,
    office,
    families,
    diaries,
    files: school.files,
    esia,
    push,
    school: () => publicSchool(school),
    dist,
    log: options.log,
    tls: options.tls,
  })
  try {
    await app.listen({ host: '0.0.0.0', port: options.port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Refusal(`Порт ${options.port} занят. Остановите другую программу или укажите --port.`)
  }
  // Where a school is in a PostgreSQL, commands go there themselves.
  const closeControl = lease === undefined ? await openControl(school) : async () => undefined
  const operator = await operatorPage(school, options)
  // Folds the year's journals now rather than when the office looks.
  office.board
    .part(relay.today(), 0)
    .catch((error: Error) => options.log.error({ stack: error.stack }, 'board failed'))
  const { port } = app.server.address() as AddressInfo
  return {
    url: `${options.tls ? 'https' : 'http'}://localhost:${port}`,
    stop: async () => {
      await closeControl()
      operator?.close()
      await Promise.all([shared.stop(), office.stop(), diaries.stop(), delivery.stop()])
      // Sockets keep the listener open until the relay has closed them.
      await Promise.all([app.close(), relay.stop()])
      await school.close()
    },
  }
}

async function operatorPage(
  { relay, ready }: OpenSchool,
  { metricsPort: port }: ServerOptions,
): Promise<Server | undefined> {
  if (port === undefined) return undefined
  const { OperatorMeasures } = await import('../operations/operator-measures.ts')
  const measures = new OperatorMeasures(relay)
  relay.watch(measures)
  try {
    return await openOperatorPage(port, {
      hasRoom: () => relay.hasRoom(),
      metrics: () => measures.text(),
      ready,
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Refusal(`Порт ${port} занят. Остановите другую программу или укажите другой --metrics-port.`)
  }
}

function openEsia({ dataFolder, accounts }: OpenSchool, log: FastifyBaseLogger): Esia | undefined {
  try {
    const settings = readEsiaSettings(dataFolder)
    return settings && new Esia(new Provider(settings), accounts, log)
  } catch (error) {
    throw new Refusal((error as Error).message)
  }
}

function openPush(
  { dataFolder, accounts, tables }: OpenSchool,
  mail: MailSettings | undefined,
  publicUrl: string | undefined,
): Push {
  try {
    return new Push(accounts, tables, {
      key: loadPushKey(dataFolder),
      contact: mail ? `mailto:${mail.from}` : publicUrl,
      inner: process.env.PARTA_PUSH_INNER === '1',
      now: Date.now,
    })
  } catch (error) {
    throw new Refusal((error as Error).message)
  }
}

async function compressApp(dist: string, log: FastifyBaseLogger): Promise<void> {
  try {
    await precompress(dist)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EACCES' && code !== 'EROFS') throw error
    log.warn({ code }, 'the app folder is read-only: the app is served uncompressed')
  }
}

function publicSchool({ relay, demo, clockOffset }: OpenSchool): PublicSchool {
  const { profile } = relay.policy().school
  return {
    id: profile?.id ?? '',
    name: profile?.name ?? '',
    timezone: profile?.timezone ?? defaultTimezone,
    demo: demo !== undefined,
    clockOffset,
  }
}

/** Resolves after the server was asked to stop (Ctrl+C, systemd) and has; asked twice, it ends at once. */
export async function untilStopped({ stop }: RunningServer): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  await stop()
}
