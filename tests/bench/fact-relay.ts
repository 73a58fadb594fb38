import { createServer } from 'node:http'
import type { Authenticated } from '../../server/relay/authenticated.ts'
import { Hub } from '../../server/relay/hub.ts'
import { loadKeys } from '../../server/relay/keys.ts'
import { unmeasured } from '../../server/relay/measures.ts'
import { Relay } from '../../server/relay/relay.ts'
import { RelayLog } from '../../server/relay/relay-log.ts'
import { SignIns } from '../../server/relay/sign-ins.ts'
import { Upgrades } from '../../server/relay/upgrade.ts'
import { openDatabase } from '../../server/store/database.ts'
import { SqliteRowStore } from '../../server/store/sqlite-row-store.ts'
import { schoolDocument } from '../../src/domain/ledger/documents.ts'
import { assign, imported, people, seedSchool } from '../server/relay/school.ts'
import { listen } from '../server/relay/test-relay.ts'
import { journalOf } from './fact-school.ts'

/**
 * A relay in a process of its own, put together as `Relay` does it: folder, number of journals and 'group' or
 * 'single' as arguments, port on standard output. 'single' gives each update a transaction to itself.
 */
const [, , folder, journals, mode] = process.argv as [string, string, string, string, 'group' | 'single']
const database = openDatabase(folder)
const keys = loadKeys(folder)
const logger = { debug() {}, info() {}, warn: console.warn, error: console.error }
const authenticate = (token: string) => {
  const [user, device, person] = token.split('.')
  return { user, device, person, administrator: false, expires: Date.now() + 900_000 } as Authenticated
}

const store = new SqliteRowStore(database)
const seeded = await Relay.open({ store, keys, now: Date.now, log: logger, authenticate })
await seedSchool(seeded, Date.now())
const assignments = Array.from({ length: Number(journals) }, (_, at) =>
  assign(journalOf(at), people.vera.person),
)
await seeded.record(schoolDocument, [imported(assignments)])
await seeded.stop()

const log = new RelayLog(store, keys, Date.now, store.policyRecords(), (batches) => hub.broadcast(batches))
const hub: Hub = new Hub(keys, logger, () => `${log.policy.version}`)
if (mode === 'single') {
  const grouped = log.submit.bind(log)
  let last: Promise<unknown> = Promise.resolve()
  // One work at a time is one transaction each.
  log.submit = (reads, work, weight) => {
    const next = last.then(() => grouped(reads, work, weight))
    last = next.catch(() => undefined)
    return next
  }
}
const upgrades = new Upgrades({
  log,
  hub,
  signIns: new SignIns(authenticate),
  logger,
  measures: () => unmeasured,
  hasRoom: () => true,
})
const server = createServer()
server.on('upgrade', (request, socket, head) => upgrades.handle(request, socket, head))
process.stdout.write(`${await listen(server)}\n`)
