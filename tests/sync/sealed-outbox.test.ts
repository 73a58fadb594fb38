import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { OutboxSeal } from '../../src/device/outbox-seal.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import { joinOutbox, splitOutbox } from '../../src/domain/ledger/outbox.ts'
import { deliverOutbox } from '../../src/sync/outbox-client.ts'
import { until } from '../device/ledger-samples.ts'
import { type SchoolServer, startSchool } from '../server/http/school-server.ts'
import { mark, russianJournal, seedSchool } from '../server/relay/school.ts'
import { type NodeTablet, nodeTablet } from './node-tablet.ts'
import { SchoolNetwork } from './school-network.ts'

let server: SchoolServer
let network: SchoolNetwork
let vera: NodeTablet
let pupils = 0
const newMark = () => mark(`carried${++pupils}`, '5')

beforeAll(async () => {
  server = await startSchool()
  await seedSchool(server.school.relay)
})
afterAll(() => server.stop())
beforeEach(async () => {
  network = await SchoolNetwork.before(server.port)
  vera = await nodeTablet({ server, url: network.url, login: 'vera', person: 'vera' })
  await until(() => vera.sync.status.get().line === 'online', 'the line')
  const { relay, accounts } = server.school
  const caller = (await accounts.authenticate((await tokensOf(vera)).access))!
  await vera.session.outbox.learn(relay.outboxKey(caller.account.user, caller.device))
  network.turn('down')
})
afterEach(async () => {
  await vera.close()
  await network.stop()
})

const tokensOf = async ({ session }: NodeTablet) => (await session.store.kept('tokens')) as { access: string }
/** One row each. */
const writeEach = async (entries: Entry[]) => {
  const ids: FactId[] = []
  for (const entry of entries) ids.push(...(await vera.journal.assert([entry])))
  return ids
}
const deliver = async (parts: readonly Uint8Array[]) => {
  const answer = await deliverOutbox(joinOutbox(parts), server.url, fetch)
  if (!answer.ok) throw new Error(answer.code)
  return answer.outcome
}
const atRelay = async (entity: string) =>
  [...(await server.school.relay.foldOf(russianJournal)).fates()].find((fate) => fate.entity === entity)

test('OUT1, OUT3: what waits is carried by anybody, taken in its author’s name once, and receipted at the next connection', async () => {
  const entries = [newMark(), newMark(), newMark()]
  const ids = await writeEach(entries)
  const parts = await vera.session.outbox.parts()
  expect(parts).toHaveLength(3)
  expect(await deliver(parts)).toEqual({ taken: 3, later: 0, refused: 0, unreadable: 0 })
  for (const { entity } of entries)
    expect((await atRelay(entity))?.receipt).toMatchObject({
      author: vera.session.user,
      device: vera.session.device,
      verdict: 'ok',
    })
  expect(await deliver([...parts].reverse())).toEqual({ taken: 3, later: 0, refused: 0, unreadable: 0 })
  expect(
    [...(await server.school.relay.foldOf(russianJournal)).fates()].filter(({ id }) => ids.includes(id)),
  ).toHaveLength(3)
  expect((await vera.session.store.waiting()).facts).toBe(3)

  network.turn('clear')
  vera.sync.syncNow()
  await until(() => ids.every((id) => vera.journal.fold.fact(id)?.waiting === false), 'the receipts')
  await until(async () => (await vera.session.outbox.parts()).length === 0, 'an empty outbox')
  expect(await server.school.relay.verify()).toMatchObject({ ok: true })
})

test('OUT1: nobody on the way can read it, nor what lies on the tablet open', async () => {
  const entry = newMark()
  await vera.journal.assert([entry])
  const file = Buffer.from(joinOutbox(await vera.session.outbox.parts()))
  for (const text of [entry.entity, vera.session.user, vera.session.device, 'carried'])
    expect(file.includes(text)).toBe(false)
})

test('OUT2: parts that were forged, cut or sealed to another school are told apart, good ones go on', async () => {
  await vera.journal.assert([newMark()])
  const [good] = await vera.session.outbox.parts()
  const { user, device } = vera.session
  const { key } = server.school.relay.outboxKey(user, device)
  const row = { client: 77, clock: 0, elements: [{ user, device, app: 'x' }] as never }
  const forged = await (await OutboxSeal.to({ key, token: 'guessed' }, { user, device })).seal(
    russianJournal,
    row,
  )
  const other = await startSchool()
  const elsewhere = await OutboxSeal.to(other.school.relay.outboxKey(user, device), { user, device })
  await other.stop()
  const foreign = await elsewhere.seal(russianJournal, row)
  const damaged = good!.map((byte, i) => (i === good!.length - 1 ? byte ^ 1 : byte))
  expect(await deliver([forged, foreign, damaged, new Uint8Array(3), good!])).toEqual({
    taken: 1,
    later: 0,
    refused: 0,
    unreadable: 4,
  })
  const file = joinOutbox([good!])
  expect(splitOutbox(file.subarray(0, file.length - 1))).toBeNull()
  expect(await deliverOutbox(new TextEncoder().encode('PK\u0003\u0004 a letter'), server.url, fetch)).toEqual(
    {
      ok: false,
      code: 'notAnOutbox',
    },
  )
})

test('OUT2: what lacks its beginning comes later; nothing is lost by carrying half', async () => {
  const ids = await writeEach([newMark(), newMark()])
  const parts = await vera.session.outbox.parts()
  expect(await deliver(parts.slice(1))).toMatchObject({ taken: 0, later: 1 })
  network.turn('clear')
  vera.sync.syncNow()
  await until(() => ids.every((id) => vera.journal.fold.fact(id)?.waiting === false), 'the receipts')
})

test('OUT2: a disabled account still delivers, a revoked device does not', async () => {
  const { accounts } = server.school
  const { user, device } = vera.session
  await vera.journal.assert([newMark()])
  const parts = await vera.session.outbox.parts()
  await accounts.disable(user)
  expect(await deliver(parts)).toMatchObject({ taken: 1 })
  await accounts.enable(user)
  expect((await accounts.devices.find(user, device))?.revoked).toBe(true)
  expect(await deliver(parts)).toMatchObject({ taken: 0, refused: 1 })
})

test('OUT4: what was written before the key was known is sealed when it is, and the key that came first stays', async () => {
  const late = await nodeTablet({ server, url: network.url, login: 'late', person: 'vera' })
  try {
    await late.journal.assert([newMark()])
    expect(await late.session.outbox.parts()).toEqual([])
    const { user, device } = late.session
    await late.session.outbox.learn(server.school.relay.outboxKey(user, device))
    const parts = await late.session.outbox.parts()
    expect(parts).toHaveLength(1)
    const other = await startSchool()
    await late.session.outbox.learn(other.school.relay.outboxKey(user, device))
    await other.stop()
    await late.journal.assert([newMark()])
    expect(await deliver(await late.session.outbox.parts())).toMatchObject({ taken: 2, unreadable: 0 })
  } finally {
    await late.close()
  }
})
