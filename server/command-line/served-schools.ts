import type { IncomingMessage } from 'node:http'
import { Kept } from '../folds/kept.ts'
import { hostName } from '../http/host-name.ts'
import { type Door, type Doors, openDoor, SchoolAway } from '../other-schools/door.ts'
import { OtherSchools } from '../other-schools/other-schools.ts'
import type { PostgresDatabase } from '../store/postgres-database.ts'
import type { PostgresDuties } from '../store/postgres-duties.ts'
import { servedHosts } from '../store/postgres-schema.ts'
import { hasWorkDue, withWorkDue } from './due-work.ts'
import { openPostgresSchool } from './open-postgres-school.ts'
import type { OpenSchool } from './open-school.ts'
import type { PostgresPlace } from './place.ts'
import { type Operator, type PreparedServer, prepareServer, type ServerOptions } from './server.ts'
import { verifyAtStart } from './verify-at-start.ts'

/** How long it is known which hosts there are, ms. */
const hostsKnown = 10_000
/** After which pause a school that could not be opened is tried again, ms. */
const pauseAfterFailure = 5_000

/** A school that is open. */
interface Served {
  school: OpenSchool
  server: PreparedServer
  /** What the others may ask of it. */
  door: Door
  /** Requests and sockets that are under way. */
  uses: number
  /** When the last of them ended, ms of this process's clock. */
  lastUse: number
}

/** A school's server for one request or socket; to be given back when that has ended. */
export interface Taken {
  server: PreparedServer
  release(): void
}

/**
 * The schools of a database that one process serves: each is opened when somebody first asks for it, or when it has
 * something to send, and closed when nobody has asked for a while and nothing is to be done. What is not in the database
 * by then is nowhere: a closed school lacks nothing when it is opened again.
 */
export class ServedSchools implements Doors {
  private lately: { at: number; ids: Map<string, string> } | undefined
  private readonly served = new Map<string, Served>()
  private readonly closing = new Map<string, Promise<void>>()
  private readonly servers = new Kept((id: string) => this.open(id))
  /** Of schools that could not be opened: it is not tried with every request. */
  private readonly notBefore = new Map<string, number>()
  private readonly timer: NodeJS.Timeout | undefined
  private looking: Promise<void> = Promise.resolve()
  private stopped = false

  /** `idle`: how long nobody has asked for a school that is closed, ms; 0: none is. */
  constructor(
    private readonly place: PostgresPlace,
    private readonly options: ServerOptions,
    private readonly shared: { database: PostgresDatabase; duties: PostgresDuties },
    private readonly operator: Operator | undefined,
    private readonly idle: number,
  ) {
    this.look()
    if (idle === 0) return
    this.timer = setInterval(() => this.look(), idle / 3)
    this.timer.unref()
  }

  /** The school that a request is for; undefined where none is served under its host. */
  async take(request: IncomingMessage): Promise<Taken | undefined> {
    const id = (await this.known()).get(hostName(request))
    if (id === undefined) return undefined
    for (;;) {
      const one = await this.get(id)
      // It may have been closed while it was waited for.
      if (this.served.get(id) !== one) continue
      one.uses++
      return { server: one.server, release: once(() => this.released(one)) }
    }
  }

  async at(host: string): Promise<Door | undefined> {
    const id = (await this.known()).get(host)
    return id === undefined ? undefined : this.doorOf(id)
  }

  async to(id: string): Promise<Door | undefined> {
    return (await this.hosts(id)).length > 0 ? this.doorOf(id) : undefined
  }

  async hosts(id: string): Promise<readonly string[]> {
    return [...(await this.known())].filter(([, one]) => one === id).map(([host]) => host)
  }

  async several(): Promise<boolean> {
    return new Set((await this.known()).values()).size > 1
  }

  async stop(): Promise<void> {
    this.stopped = true
    clearInterval(this.timer)
    await this.looking
    await Promise.all([...this.served.values()].map(({ server }) => server.stop()))
    await Promise.all(this.closing.values())
    await this.shared.duties.close()
    await this.shared.database.close()
  }

  private get(id: string): Promise<Served> {
    if (this.stopped || performance.now() < (this.notBefore.get(id) ?? 0))
      return Promise.reject(new Error('not served now'))
    return this.servers.of(id)
  }

  /** It is asked the database, which stays: an answer that is under way when a school is closed comes nonetheless. */
  private async doorOf(id: string): Promise<Door> {
    try {
      const one = await this.get(id)
      one.lastUse = performance.now()
      return one.door
    } catch {
      throw new SchoolAway()
    }
  }

  private released(one: Served): void {
    one.uses--
    one.lastUse = performance.now()
  }

  private async known(): Promise<Map<string, string>> {
    const now = performance.now()
    if (this.lately && now - this.lately.at < hostsKnown) return this.lately.ids
    try {
      this.lately = { at: now, ids: await servedHosts(this.shared.database) }
    } catch (error) {
      // While the database is away each school answers for itself.
      if (!this.lately) throw error
    }
    return this.lately.ids
  }

  private async open(id: string): Promise<Served> {
    try {
      await this.closing.get(id)
      const one = await this.opening(id)
      this.served.set(id, one)
      return one
    } catch (error) {
      this.notBefore.set(id, performance.now() + pauseAfterFailure)
      this.options.log.error({ school: id, err: error }, 'school not opened')
      throw error
    }
  }

  private async opening(id: string): Promise<Served> {
    const { log } = this.options
    const school = await openPostgresSchool({ ...this.place, school: id }, log, { shared: this.shared })
    await verifyAtStart(school)
    const door = openDoor(id, school.accounts, school.relay)
    const server = await prepareServer(school, this.options, new OtherSchools(door, school.accounts, this))
    await server.app.ready()
    this.operator?.watch(school.relay)
    server.begin()
    return { school, server, door, uses: 0, lastUse: performance.now() }
  }

  /** One after another; while the database is away nothing is done. */
  private look(): void {
    const away = (err: unknown) => this.options.log.warn({ err }, 'schools not looked through')
    this.looking = this.looking.then(() => this.lookThrough()).catch(away)
  }

  private async lookThrough(): Promise<void> {
    for (const [id, one] of this.served)
      if (this.isIdle(one) && !(await hasWorkDue(one.school, this.idle)) && this.isIdle(one))
        this.close(id, one)
    const ids = new Set((await this.known()).values())
    for (const id of this.served.keys()) ids.delete(id)
    for (const id of await withWorkDue(this.shared.database, [...ids], Date.now()))
      await this.get(id).catch(() => undefined)
  }

  private isIdle({ school, uses, lastUse }: Served): boolean {
    const isAsked = uses > 0 || school.relay.connections > 0 || performance.now() - lastUse < this.idle
    return this.idle > 0 && !this.stopped && !isAsked
  }

  private close(id: string, { school, server }: Served): void {
    this.served.delete(id)
    this.servers.forget(id)
    this.operator?.unwatch(school.relay)
    const failed = (err: unknown) => this.options.log.error({ school: id, err }, 'school not closed')
    const closed = server
      .stop()
      .catch(failed)
      .then(() => {
        this.closing.delete(id)
      })
    this.closing.set(id, closed)
  }
}

function once(what: () => void): () => void {
  let done = false
  return () => {
    if (!done) what()
    done = true
  }
}
