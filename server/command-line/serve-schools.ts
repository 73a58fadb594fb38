import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { Kept } from '../folds/kept.ts'
import { openPostgres, type PostgresDatabase } from '../store/postgres-database.ts'
import { PostgresDuties } from '../store/postgres-duties.ts'
import { servedHosts, upgradeTables } from '../store/postgres-schema.ts'
import { openPostgresSchool } from './open-postgres-school.ts'
import type { PostgresPlace } from './place.ts'
import { refusalOf } from './postgres-refusal.ts'
import { regionOf } from './region-report.ts'
import {
  type Operator,
  openOperator,
  type PreparedServer,
  prepareServer,
  type RunningServer,
  refusedPort,
  type ServerOptions,
} from './server.ts'
import { verifyAtStart } from './verify-at-start.ts'

/** How long it is known which hosts there are, ms. */
const hostsKnown = 10_000
/** After which pause a school that could not be opened is tried again, ms. */
const pauseAfterFailure = 5_000
/** As of one school's server: a file of 5 MB at 40 kbit/s, ms. */
const requestTimeout = 1_200_000
/** How long an idle connection stays, ms: as of one school's server, longer than a balancer keeps it. */
const keepAliveTimeout = 72_000

/** The schools of a database by the names of their hosts; null where there are none, or the address names a school. */
export async function hostsOf({ database, school }: PostgresPlace): Promise<Map<string, string> | null> {
  if (school !== undefined) return null
  let opened: PostgresDatabase | undefined
  try {
    opened = await openPostgres(database)
    const hosts = await servedHosts(opened)
    return hosts.size > 0 ? hosts : null
  } catch (error) {
    throw refusalOf(error, database)
  } finally {
    await opened?.close()
  }
}

/**
 * Serves all schools of a database that have a host, each under its own: a school is opened when somebody first asks for
 * it, and has everything for itself but the process and the connections to the database.
 */
export async function serveSchools(place: PostgresPlace, options: ServerOptions): Promise<RunningServer> {
  const database = await openUpgraded(place.database)
  const schools = new Schools(place, options, {
    database,
    duties: new PostgresDuties(place.database, options.log),
  })
  const ready = async () => {
    await database.query('SELECT 1')
  }
  const answers = { ready, region: regionOf(database) }
  const operator = await openOperator(options.metricsPort, answers, options.log)
  schools.operator = operator
  const { tls } = options
  const server: Server = tls
    ? createSecureServer({ ...tls, requestTimeout, keepAliveTimeout })
    : createServer({ requestTimeout, keepAliveTimeout })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    schools.of(request).then(
      (found) => found?.app.server.emit('request', request, response) ?? answer(response, 404, 'notFound'),
      () => answer(response, 503, 'unavailable'),
    )
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => undefined)
    schools.of(request).then(
      (found) => found?.app.server.emit('upgrade', request, socket, head) ?? socket.destroy(),
      () => socket.destroy(),
    )
  })
  await listen(server, options.port)
  const { port } = server.address() as AddressInfo
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${port}`,
    stop: async () => {
      operator?.close()
      const closed = new Promise((resolve) => server.close(resolve))
      await schools.stop()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Opens a database and brings its tables to this version before anybody asks for a school. */
async function openUpgraded(address: string): Promise<PostgresDatabase> {
  const database = await openPostgres(address)
  try {
    await database.transact(upgradeTables)
    return database
  } catch (error) {
    await database.close()
    throw refusalOf(error, address)
  }
}

class Schools {
  operator: Operator | undefined
  private hosts: { at: number; ids: Map<string, string> } | undefined
  private readonly opened = new Set<PreparedServer>()
  private readonly servers = new Kept((id: string) => this.open(id))
  /** Of schools that could not be opened: it is not tried with every request. */
  private readonly notBefore = new Map<string, number>()
  private stopped = false

  constructor(
    private readonly place: PostgresPlace,
    private readonly options: ServerOptions,
    private readonly shared: { database: PostgresDatabase; duties: PostgresDuties },
  ) {}

  /** The server of the school that a request is for; undefined where none is served under its host. */
  async of({ headers }: IncomingMessage): Promise<PreparedServer | undefined> {
    const host = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    const id = (await this.known()).get(host)
    if (id === undefined) return undefined
    if (this.stopped || performance.now() < (this.notBefore.get(id) ?? 0)) throw new Error('not served now')
    return this.servers.of(id)
  }

  async stop(): Promise<void> {
    this.stopped = true
    await Promise.all([...this.opened].map((server) => server.stop()))
    await this.shared.duties.close()
    await this.shared.database.close()
  }

  private async known(): Promise<Map<string, string>> {
    const now = performance.now()
    if (this.hosts && now - this.hosts.at < hostsKnown) return this.hosts.ids
    try {
      this.hosts = { at: now, ids: await servedHosts(this.shared.database) }
    } catch (error) {
      // While the database is away each school answers for itself.
      if (!this.hosts) throw error
    }
    return this.hosts.ids
  }

  private async open(id: string): Promise<PreparedServer> {
    try {
      return await this.opening(id)
    } catch (error) {
      this.notBefore.set(id, performance.now() + pauseAfterFailure)
      this.options.log.error({ school: id, err: error }, 'school not opened')
      throw error
    }
  }

  private async opening(id: string): Promise<PreparedServer> {
    const { log } = this.options
    const school = await openPostgresSchool({ ...this.place, school: id }, log, { shared: this.shared })
    await verifyAtStart(school)
    const server = await prepareServer(school, this.options)
    await server.app.ready()
    this.operator?.watch(school.relay)
    this.opened.add(server)
    server.begin()
    return server
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusedPort(error, port)))
    server.listen(port, '0.0.0.0', () => resolve())
  })
}

function answer(response: ServerResponse, status: number, error: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ error }))
}
