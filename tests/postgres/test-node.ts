import { createServer } from 'node:http'
import type { Authenticated } from '../../server/relay/authenticated.ts'
import { Relay } from '../../server/relay/relay.ts'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { type Person, tuesday } from '../server/relay/school.ts'
import { listen, listLogger } from '../server/relay/test-relay.ts'

export const keys = { mac: Buffer.alloc(32, 5) }

/** One of the relays before a database, on a port of its own. */
export interface TestNode {
  relay: Relay
  store: PostgresRowStore
  url: string
  stop(): Promise<void>
}

/** A token says who holds it, on any node. */
export function tokenOf(person: Person & Partial<Authenticated>): string {
  return Buffer.from(JSON.stringify(person)).toString('base64url')
}

/** Starts a relay of a school before a database. */
export async function startNode(
  address: string,
  school = 'school1',
  clock = { now: tuesday },
  lines: string[] = [],
): Promise<TestNode> {
  const database = await openPostgres(address)
  const store = await PostgresRowStore.open(database, school)
  const relay = await Relay.open({
    store,
    keys,
    now: () => clock.now,
    log: listLogger(lines),
    authenticate(token) {
      const who = holderOf(token)
      return who && who.expires > clock.now ? who : null
    },
  })
  const server = createServer()
  server.on('upgrade', (request, socket, head) => {
    if (!relay.handleUpgrade(request, socket, head)) socket.destroy()
  })
  const port = await listen(server)
  return {
    relay,
    store,
    url: `ws://127.0.0.1:${port}/sync`,
    async stop() {
      await relay.stop()
      await new Promise((resolve) => server.close(resolve))
      await database.close()
    },
  }
}

function holderOf(token: string): Authenticated | null {
  try {
    const said = JSON.parse(Buffer.from(token, 'base64url').toString()) as Person & Partial<Authenticated>
    return { administrator: false, expires: tuesday + 15 * 60_000, ...said }
  } catch {
    return null
  }
}
