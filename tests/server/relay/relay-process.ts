import { createServer } from 'node:http'
import { loadKeys } from '../../../server/relay/keys.ts'
import { type Authenticated, Relay } from '../../../server/relay/relay.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { SqliteRowStore } from '../../../server/store/sqlite-row-store.ts'
import { seedSchool } from './school.ts'
import { listen, listLogger } from './test-relay.ts'

/** A relay in a process of its own, to be killed: folder as the argument, port on standard output. */
const folder = process.argv[2]!
const relay = await Relay.open({
  store: new SqliteRowStore(openDatabase(folder)),
  keys: loadKeys(folder),
  now: Date.now,
  log: listLogger([]),
  // The tests' tokens say who it is: user.device.person
  authenticate: (token) => {
    const [user, device, person] = token.split('.')
    return { user, device, person, administrator: false, expires: Date.now() + 900_000 } as Authenticated
  },
})
if ((await relay.documents()).length === 0) await seedSchool(relay, Date.now())
const server = createServer()
server.on('upgrade', (request, socket, head) => {
  if (!relay.handleUpgrade(request, socket, head)) socket.destroy()
})
process.stdout.write(`${await listen(server)}\n`)
// Whoever started it with a channel may ask what it has in memory.
if (process.send)
  process.on('message', () =>
    process.send!({ now: process.memoryUsage.rss(), peak: process.resourceUsage().maxRSS * 1024 }),
  )
