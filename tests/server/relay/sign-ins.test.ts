import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Authenticated } from '../../../server/relay/authenticated.ts'
import { closeCodes } from '../../../src/sync/close-codes.ts'
import { people, russianJournal, seedSchool } from './school.ts'
import { TestDevice, until } from './test-device.ts'
import { startRelay, type TestRelay } from './test-relay.ts'

/** Looking a token up takes as long as the test wants. */
let relay: TestRelay
let asked: { answer: (who?: Authenticated | null | Error) => void }[]

beforeEach(async () => {
  asked = []
  relay = await startRelay(
    undefined,
    undefined,
    undefined,
    (found) =>
      new Promise((resolve, reject) => {
        const answer = (who: Authenticated | null | Error = found) =>
          who instanceof Error ? reject(who) : resolve(who)
        asked.push({ answer })
      }),
  )
  await seedSchool(relay.relay)
})
afterEach(() => relay.stop())

const control = { generation: 0, channel: 0 }
const ofVera = ({ user }: Authenticated) => user === people.vera.user

async function greeting(): Promise<TestDevice> {
  const device = await TestDevice.dial(relay.url)
  device.hello(relay.token(people.vera))
  await until(() => asked.length > 0)
  return device
}

test('frames that come while a token is looked up are answered after it, in their order', async () => {
  const device = await greeting()
  const channel = device.open(russianJournal)
  device.send(control, { kind: 'ping' })
  device.send(control, { kind: 'renew', token: relay.token(people.vera) })
  device.send(control, { kind: 'ping' })
  asked[0]!.answer()
  await until(() => asked.length === 2)
  await until(() => device.control.length === 2)
  asked[1]!.answer()
  await channel.first('caughtUp')
  await until(() => device.control.length === 3)
  expect(device.control.map(({ kind }) => kind)).toEqual(['welcome', 'pong', 'pong'])
})

test('who is signed out while his token is looked up is not let in by what was found before', async () => {
  const device = await greeting()
  relay.relay.disconnect(ofVera, closeCodes.revoked)
  asked[0]!.answer()
  await until(() => asked.length === 2)
  expect(device.control).toEqual([])
  asked[1]!.answer(null)
  expect(await device.closing()).toBe(closeCodes.notSignedIn)
})

test('a connection that ends while its token is looked up leaves nothing behind', async () => {
  const device = await greeting()
  device.open(russianJournal)
  device.close()
  await until(() => relay.relay.connections === 0)
  asked[0]!.answer()
  await device.closing()
  expect(relay.relay.connections).toBe(0)
  expect(relay.lines.filter((line) => line.includes('"error"') || line.includes('"hello"'))).toEqual([])
})

test('who sends more than his sign-in needs, and whose token nobody can look up now, dials again', async () => {
  const flood = await greeting()
  for (let sent = 0; sent < 200; sent++)
    flood.send({ generation: 1, channel: 1 }, { kind: 'update', update: new Uint8Array(1_000) })
  expect(await flood.closing()).toBe(closeCodes.goingAway)
  asked[0]!.answer()
  const other = await TestDevice.dial(relay.url)
  other.hello(relay.token(people.vera))
  await until(() => asked.length === 2)
  asked[1]!.answer(new Error('the database is gone'))
  expect(await other.closing()).toBe(closeCodes.goingAway)
})

test('a stock client is heard once its ticket is looked up, and refused when it was taken away meanwhile', async () => {
  const dial = () => {
    const token = relay.token(people.vera)
    const socket = new WebSocket(`${relay.url}/${encodeURIComponent(russianJournal)}`, [
      'parta',
      `ticket.${token}`,
    ])
    const heard: Buffer[] = []
    const closed: number[] = []
    // Step 1 of y-protocols with an empty state vector.
    socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
    socket.on('message', (data: Buffer) => heard.push(data))
    socket.on('close', (code) => closed.push(code))
    return { heard, closed, socket }
  }
  const one = dial()
  await until(() => asked.length === 1)
  asked[0]!.answer()
  // Its own step 1, and step 2 to what was asked before it was known who asks.
  await until(() => one.heard.length >= 2)
  expect(one.heard.slice(0, 2).map((bytes) => [bytes[0], bytes[1]])).toEqual([
    [0, 0],
    [0, 1],
  ])
  const two = dial()
  await until(() => asked.length === 2)
  relay.relay.disconnect(ofVera, closeCodes.revoked)
  await until(() => one.closed.length === 1)
  asked[1]!.answer()
  await until(() => asked.length === 3)
  asked[2]!.answer(null)
  await until(() => two.closed.length === 1)
  expect([one.closed, two.closed]).toEqual([[closeCodes.revoked], [closeCodes.notSignedIn]])
})
