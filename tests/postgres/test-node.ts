import { createServer } from 'node:http'
import type { Authenticated } from '../../server/relay/authenticated.ts'
import { RelayNode } from '../../server/relay/relay-node.ts'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { type Person, tuesday } from '../server/relay/school.ts'
import { listen, listLogger } from '../server/relay/test-relay.ts'

export const keys = { mac: Buffer.alloc(32, 5) }

/** One of the relays before a database, on a port of its own. */
export interface TestNode {
  relay: RelayNode
  store: PostgresRowStore
  url: string
  stop(): Promise<void>
}

/** A token says who holds it, on any node. */
export function tokenOf(person: Person): string {
  return JSON.stringify(person)
}

/** Starts a relay of the school `school1` before a database. */
export async function startNode(address: string): Promise<TestNode> {
  const database = await openPostgres(address)
  const store = await PostgresRowStore.open(database, 'school1')
  const relay = await RelayNode.open({
    store,
    keys,
    now: () => tuesday,
    log: listLogger([]),
    authenticate: (token): Authenticated => ({
      ...(JSON.parse(token) as Person),
      administrator: false,
      expires: tuesday + 15 * 60_000,
    }),
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
