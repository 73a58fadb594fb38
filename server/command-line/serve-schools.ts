import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { openPostgres, type PostgresDatabase } from '../store/postgres-database.ts'
import { PostgresDuties } from '../store/postgres-duties.ts'
import { servedHosts, upgradeTables } from '../store/postgres-schema.ts'
import type { PostgresPlace } from './place.ts'
import { refusalOf } from './postgres-refusal.ts'
import { regionOf } from './region-report.ts'
import { ServedSchools, type Taken } from './served-schools.ts'
import { openOperator, type RunningServer, refusedPort, type ServerOptions } from './server.ts'

/** How long nobody has asked for a school that is closed, unless it is told, ms. */
const idleUnlessTold = 15 * 60_000
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
 * it, has everything for itself but the process and the connections to the database, and is closed when nobody asks.
 */
export async function serveSchools(place: PostgresPlace, options: ServerOptions): Promise<RunningServer> {
  const database = await openUpgraded(place.database)
  const ready = async () => {
    await database.query('SELECT 1')
  }
  const answers = { ready, region: regionOf(database) }
  const operator = await openOperator(options.metricsPort, answers, options.log)
  const shared = { database, duties: new PostgresDuties(place.database, options.log) }
  const schools = new ServedSchools(place, options, shared, operator, options.idle ?? idleUnlessTold)
  const { tls } = options
  const server: Server = tls
    ? createSecureServer({ ...tls, requestTimeout, keepAliveTimeout })
    : createServer({ requestTimeout, keepAliveTimeout })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    schools.take(request).then(
      (taken) => {
        if (!taken) return answer(response, 404, 'notFound')
        giveBack(response, taken)
        taken.server.app.server.emit('request', request, response)
      },
      () => answer(response, 503, 'unavailable'),
    )
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => undefined)
    schools.take(request).then(
      (taken) => {
        if (!taken) return socket.destroy()
        giveBack(socket, taken)
        taken.server.app.server.emit('upgrade', request, socket, head)
      },
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

/** Gives a school back when a request or socket has ended, which may have been while the school was opened. */
function giveBack(asked: ServerResponse | Duplex, { release }: Taken): void {
  if (asked.closed) release()
  else asked.once('close', release)
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
