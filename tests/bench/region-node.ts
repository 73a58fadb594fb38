import { createServer } from 'node:http'
import type { Authenticated } from '../../server/relay/authenticated.ts'
import { Relay } from '../../server/relay/relay.ts'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { listen } from '../server/relay/test-relay.ts'

/**
 * A node of the region in a process of its own: address of the database and number of schools as arguments. Tells its
 * port, and the bytes of memory in use whenever it is asked. `/3/sync` is the third school's.
 */
const [, , address, schools] = process.argv as [string, string, string, string]
const database = await openPostgres(address)
const log = { debug() {}, info() {}, warn: console.warn, error: console.error }
const relays = await Promise.all(
  Array.from({ length: Number(schools) }, async (_, at) =>
    Relay.open({
      store: await PostgresRowStore.open(database, `school${at}`),
      keys: { mac: Buffer.alloc(32, 5) },
      now: Date.now,
      log,
      authenticate(token) {
        const [user, device, person] = token.split('.')
        return { user, device, person, administrator: false, expires: Date.now() + 900_000 } as Authenticated
      },
    }),
  ),
)
const server = createServer()
server.on('upgrade', (request, socket, head) => {
  const [, school, path] = /^\/(\d+)(\/.*)$/.exec(request.url ?? '') ?? []
  request.url = path ?? ''
  if (!relays[Number(school)]?.handleUpgrade(request, socket, head)) socket.destroy()
})
process.on('message', () => {
  // Without what nobody holds any more, or the figure would tell when that was last swept up.
  for (let sweep = 0; sweep < 3; sweep++) gc!()
  const { heapUsed, external } = process.memoryUsage()
  process.send!(heapUsed + external)
})
process.send!(await listen(server))
