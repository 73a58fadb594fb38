import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Relay } from '../../server/relay/relay.ts'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { schoolDocument } from '../../src/domain/ledger/documents.ts'
import { type PostgresServer, startPostgres } from '../postgres/postgres-server.ts'
import { assign, imported, people, seedSchool } from '../server/relay/school.ts'
import { journalOf } from './fact-school.ts'
import { processor, processorOfAll } from './resources.ts'

interface Node {
  child: ChildProcess
  port: number
}

/** A region on this machine: a PostgreSQL, schools that are set up in it, nodes before them. */
export class RegionStand {
  private constructor(
    private readonly database: PostgresServer,
    private readonly schools: number,
    private nodes: readonly Node[],
  ) {}

  /** Sets up `schools` schools with `journals` journals each, all of Vera's, and starts the nodes. */
  static async start(schools: number, journals: number, nodes: number): Promise<RegionStand> {
    const database = await startPostgres()
    const opened = await openPostgres(database.address)
    for (let at = 0; at < schools; at++) {
      const relay = await Relay.open({
        store: await PostgresRowStore.open(opened, `school${at}`),
        keys: { mac: Buffer.alloc(32, 5) },
        now: Date.now,
        log: { debug() {}, info() {}, warn: console.warn, error: console.error },
        authenticate: () => null,
      })
      await seedSchool(relay, Date.now())
      const assignments = Array.from({ length: journals }, (_, of) =>
        assign(journalOf(of), people.vera.person),
      )
      await relay.record(schoolDocument, [imported(assignments)])
      await relay.stop()
    }
    await opened.close()
    return new RegionStand(database, schools, await startNodes(database, schools, nodes))
  }

  /** Starts the nodes anew, with nothing in their memory. */
  async restart(): Promise<void> {
    await this.endNodes()
    this.nodes = await startNodes(this.database, this.schools, this.nodes.length)
  }

  /** The port of one node or another. */
  port(at: number): number {
    return this.nodes[at % this.nodes.length]!.port
  }

  /** ms of processor that the nodes and the database have used. */
  processor(): { nodes: number; database: number } {
    return {
      nodes: this.nodes.reduce((sum, { child }) => sum + processor(child.pid!), 0),
      database: processorOfAll(this.database.pid()),
    }
  }

  /** Bytes of memory that all nodes use. */
  async memory(): Promise<number> {
    let sum = 0
    for (const { child } of this.nodes) {
      child.send('memory')
      const [used] = (await once(child, 'message')) as [number]
      sum += used
    }
    return sum
  }

  /** Bytes of the database, all of it written. */
  async size(): Promise<number> {
    const client = new pg.Client(this.database.superuser)
    await client.connect()
    await client.query('CHECKPOINT')
    const { rows } = await client.query<{ size: string }>(
      'SELECT pg_database_size(current_database()) AS size',
    )
    await client.end()
    return Number(rows[0]!.size)
  }

  async stop(): Promise<void> {
    await this.endNodes()
    await this.database.remove()
  }

  private async endNodes(): Promise<void> {
    for (const { child } of this.nodes) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    }
  }
}

function startNodes({ address }: PostgresServer, schools: number, count: number): Promise<Node[]> {
  const script = fileURLToPath(new URL('region-node.ts', import.meta.url))
  return Promise.all(
    Array.from({ length: count }, async () => {
      const execArgv = ['--import', 'tsx', '--expose-gc']
      const child = fork(script, [address, String(schools)], { execArgv })
      const [port] = (await once(child, 'message')) as [number]
      return { child, port }
    }),
  )
}
