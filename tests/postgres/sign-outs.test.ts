import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { relaySession } from '../../server/accounts/people.ts'
import { Relay } from '../../server/relay/relay.ts'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { closeCodes } from '../../src/sync/close-codes.ts'
import { TestDevice } from '../server/relay/test-device.ts'
import { listen, listLogger } from '../server/relay/test-relay.ts'
import { freshDatabase } from './databases.ts'
import { openPostgresParts, type PostgresParts } from './school-parts.ts'
import { keys } from './test-node.ts'

const device = { name: 'Планшет' }
const password = 'снег и луна'

interface Node extends PostgresParts {
  url: string
  relay: Relay
  stop(): Promise<void>
}

/** A server of the school with its accounts, as `serve` puts it together. */
async function startServer(address: string): Promise<Node> {
  const database = await openPostgres(address)
  // One that stops may be reading still.
  const parts = await openPostgresParts(database, 'school1', Date.now, () => undefined)
  const { accounts } = parts
  const relay = await Relay.open({
    store: await PostgresRowStore.open(database, 'school1'),
    keys,
    now: Date.now,
    log: listLogger([]),
    authenticate: (token) => relaySession(accounts, token),
  })
  accounts.onSignedOut((user, id) =>
    relay.disconnect(
      (session) => session.user === user && (id === undefined || session.device === id),
      closeCodes.revoked,
    ),
  )
  await accounts.follow()
  const server = createServer()
  server.on('upgrade', (request, socket, head) => {
    if (!relay.handleUpgrade(request, socket, head)) socket.destroy()
  })
  const port = await listen(server)
  return {
    ...parts,
    relay,
    url: `ws://127.0.0.1:${port}/sync`,
    async stop() {
      await relay.stop()
      await new Promise((resolve) => server.close(resolve))
      await database.close()
    },
  }
}

let one: Node
let two: Node
beforeEach(async () => {
  const address = await freshDatabase()
  one = await startServer(address)
  two = await startServer(address)
})
afterEach(async () => {
  await one.stop()
  await two.stop()
})

async function person(login: string) {
  const { user } = await one.accounts.create({ login, person: login, administrator: false })
  const code = await one.accounts.invite(user)
  const outcome = await two.accounts.signIn.withCode({ login, code, password, device, address: '192.0.2.1' })
  if (!outcome.ok) throw new Error(outcome.error)
  return { ...outcome, user }
}

const again = async (login: string, node: Node, id?: string) => {
  const typed = { login, password, device: { ...device, id }, address: '192.0.2.1' }
  const outcome = await node.accounts.signIn.withPassword(typed)
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome
}

async function connected(node: Node, access: string): Promise<TestDevice> {
  const found = await TestDevice.connect(node.url, access)
  expect(found.control[0]?.kind).toBe('welcome')
  return found
}

test('an account that one server closes is disconnected from the other at once, and let in nowhere', async () => {
  const { access, user } = await person('vera')
  const other = await person('pavel')
  const device = await connected(two, access)
  const stays = await connected(two, other.access)
  await one.accounts.disable(user)
  expect(await device.closing()).toBe(closeCodes.revoked)
  for (const node of [one, two]) {
    const refused = await TestDevice.connect(node.url, access)
    expect(await refused.closing()).toBe(closeCodes.notSignedIn)
  }
  expect(stays.closed).toBeUndefined()
})

test('a device that its person signs out at one server is disconnected from the other, his others stay', async () => {
  const { access, user, device: id } = await person('vera')
  const second = await again('vera', one)
  const lost = await connected(two, access)
  const kept = await connected(two, second.access)
  await one.accounts.signOut(user, id)
  expect(await lost.closing()).toBe(closeCodes.revoked)
  // Signed in again on it at the first, it is let in at the second: news of before disturb nobody.
  const back = await again('vera', one, id)
  expect(back.device).toBe(id)
  const returned = await connected(two, back.access)
  // Whatever is told after that comes behind it.
  await one.accounts.revokeDevice(user, second.device)
  expect(await kept.closing()).toBe(closeCodes.revoked)
  expect(returned.closed).toBeUndefined()
})

test('who reads tokens at one server uses no more than one write a minute', async () => {
  const { access, user, device: id } = await person('vera')
  const seen = async () => (await one.accounts.devices.find(user, id))?.lastSeen
  await two.accounts.authenticate(access)
  const before = await two.tables.query<{ xmin: string }>(
    'SELECT xmin::text FROM devices WHERE school = :school AND id = ?',
    id,
  )
  const at = await seen()
  for (let asked = 0; asked < 20; asked++) await two.accounts.authenticate(access)
  expect(await seen()).toBe(at)
  // The line's version is that of the first use.
  expect(
    await two.tables.query('SELECT xmin::text FROM devices WHERE school = :school AND id = ?', id),
  ).toEqual(before)
})
