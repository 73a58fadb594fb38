import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
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
import { Noting } from '../operations/noting.ts'
import { type OperatorAnswers, openOperatorPage } from '../operations/operator-page.ts'
import type { OtherSchools } from '../other-schools/other-schools.ts'
import type { Relay } from '../relay/relay.ts'
import { openControl } from './control-endpoint.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { reportOfSchool } from './region-report.ts'
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
  /** Of many schools: how long nobody has asked for one that is closed, ms; 0: none is. */
  idle?: number
}

export interface RunningServer {
  /** Where people open it. */
  url: string
  /** Ends sockets and requests, commits what is under way, gives the data folder back. */
  stop(): Promise<void>
}

/** Serves an open school: relay, API and the built app on one port, for all of the network. */
export async function startServer(school: OpenSchool, options: ServerOptions): Promise<RunningServer> {
  const { app, begin, stop } = await prepareServer(school, options)
  try {
    await app.listen({ host: '0.0.0.0', port: options.port })
  } catch (error) {
    throw refusedPort(error, options.port)
  }
  // Where a school is in a PostgreSQL, commands go there themselves.
  const closeControl = school.lease === undefined ? await openControl(school) : async () => undefined
  const answers = { ready: school.ready, region: () => reportOfSchool(school) }
  const operator = await openOperator(options.metricsPort, answers, options.log)
  operator?.watch(school.relay)
  begin()
  const { port } = app.server.address() as AddressInfo
  return {
    url: `${options.tls ? 'https' : 'http'}://localhost:${port}`,
    stop: async () => {
      await closeControl()
      operator?.close()
      await stop()
    },
  }
}

/** A school's server that does not listen yet. */
export interface PreparedServer {
  app: FastifyInstance
  /** Folds the year's journals now rather than when the office looks. */
  begin(): void
  /** Ends sockets and requests, commits what is under way, gives the school back. */
  stop(): Promise<void>
}

/** Puts together what serves a school. */
export async function prepareServer(
  school: OpenSchool,
  { app: folder, tls, log, mail, publicUrl }: Omit<ServerOptions, 'port'>,
  otherSchools?: OtherSchools,
): Promise<PreparedServer> {
  const { relay, accounts, files, tables, now, lease } = school
  const dist = folder === undefined ? builtApp : resolve(folder)
  if (existsSync(dist)) await compressApp(dist, log)
  const shared = new SharedWork(school, log)
  await school.share(shared)
  const noting = new Noting({ relay, tables, log })
  // Real time: a demo starts at the same shifted moment again and again.
  const office = new OfficeFolds(relay, accounts, Date.now())
  const families = new Families(relay, accounts)
  const diaries = new Diaries(relay)
  const push = openPush(school, mail, publicUrl)
  const delivery = new Delivery({
    ...{ relay, families, tables, now, log, mail, push, publicUrl },
    ...(lease === undefined ? {} : { lease }),
  })
  const esia = openEsia(school, log)
  const parts = { accounts, relay, office, families, diaries, files, esia, otherSchools, push }
  const app = await buildApplication({ ...parts, school: () => publicSchool(school), dist, log, tls })
  return {
    app,
    begin: () => {
      office.board
        .part(relay.today(), 0)
        .catch((error: Error) => log.error({ stack: error.stack }, 'board failed'))
    },
    stop: async () => {
      await Promise.all([shared.stop(), office.stop(), diaries.stop(), delivery.stop(), noting.stop()])
      // Sockets keep the listener open until the relay has closed them.
      await Promise.all([app.close(), relay.stop()])
      await school.close()
    },
  }
}

export function refusedPort(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error
  return new Refusal(`Порт ${port} занят. Остановите другую программу или укажите --port.`)
}

/** What the operator's tools are told, of all schools of this process. */
export interface Operator {
  /** From now on it tells of a school's relay, too. */
  watch(relay: Relay): void
  unwatch(relay: Relay): void
  close(): void
}

/** Opens the page for the operator's tools where a port is given. */
export async function openOperator(
  port: number | undefined,
  { ready, region }: Pick<OperatorAnswers, 'ready' | 'region'>,
  log: FastifyBaseLogger,
): Promise<Operator | undefined> {
  if (port === undefined) return undefined
  const { OperatorMeasures } = await import('../operations/operator-measures.ts')
  const relays = new Set<Relay>()
  const measures = new OperatorMeasures(relays)
  try {
    const page = await openOperatorPage(port, {
      hasRoom: () => [...relays].every((relay) => relay.hasRoom()),
      metrics: () => measures.text(),
      ready,
      region: () =>
        region().catch((error: Error) => {
          log.error({ stack: error.stack }, 'schools not read for the operator')
          throw error
        }),
    })
    return {
      watch: (relay) => {
        relays.add(relay)
        relay.watch(measures)
      },
      unwatch: (relay) => relays.delete(relay),
      close: () => page.close(),
    }
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
