import { afterEach, beforeEach, expect, test } from 'vitest'
import { entity, schoolDocument } from '../../src/domain/ledger/documents.ts'
import { isErased } from '../../src/domain/ledger/fact.ts'
import { closeCodes } from '../../src/sync/close-codes.ts'
import {
  assign,
  imported,
  lesson,
  mark,
  type Person,
  people,
  physics,
  physicsJournal,
  russian,
  russianJournal,
  seedSchool,
  tuesday,
} from '../server/relay/school.ts'
import { TestDevice, until } from '../server/relay/test-device.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { freshDatabase } from './databases.ts'
import { startPostgres } from './postgres-server.ts'
import { startNode, type TestNode, tokenOf } from './test-node.ts'

let one: TestNode
let two: TestNode
beforeEach(async () => {
  const address = await freshDatabase()
  one = await startNode(address)
  await seedSchool(one.relay)
  two = await startNode(address)
})
afterEach(async () => {
  await one.stop()
  await two.stop()
})

const now = () => tuesday
const connect = (node: TestNode, person: Person, incarnation = '') =>
  TestDevice.connect(node.url, tokenOf(person), undefined, incarnation)
const sound = ({ relay }: TestNode) => relay.verify()

test('rows taken by one relay reach the readers of the other, in one order for all', async () => {
  const vera = await (await connect(one, people.vera)).opened(russianJournal)
  const home = await (await connect(two, people.veraHome)).opened(russianJournal)
  const [here, there] = [new TestWriter(people.vera, now), new TestWriter(people.veraHome, now)]
  for (let at = 0; at < 10; at++) {
    vera.update(here.write(mark('p1', String(2 + (at % 4)))))
    home.update(there.write(mark('p2', String(2 + (at % 4)))))
  }
  for (const channel of [vera, home])
    for (const writer of [here, there]) await channel.receipted(writer.client, 11)
  expect(vera.cursor()).toEqual(home.cursor())
  expect([...home.times.values()]).toEqual(Array.from({ length: 22 }, () => 1))
  expect(await sound(two)).toMatchObject({ ok: true })
})

test('a device goes on at the other relay from where it was', async () => {
  const device = await connect(one, people.vera)
  const vera = await device.opened(russianJournal)
  const writer = new TestWriter(people.vera, now)
  vera.update(writer.write(mark('p1', '5')))
  await vera.receipted(writer.client, 2)
  device.close()
  await one.relay.record(russianJournal, [imported([mark('p2', '4')])])
  const again = await connect(two, people.vera, device.incarnation)
  const channel = await again.opened(russianJournal, vera.cursor())
  expect(channel.frames.map(({ kind }) => kind)).toEqual(['rows', 'caughtUp'])
  expect(channel.entries.map(({ receipt }) => receipt.author)).toEqual(['imprt'])
  // What it had sent already, and sends again for want of an answer, stands once.
  channel.update(writer.update())
  channel.update(writer.write(mark('p1', '4')))
  await until(() => channel.times.has(`${writer.client}:2`))
  expect(await sound(one)).toMatchObject({ ok: true })
})

test('rights are judged by what the other relay has committed, without waiting for its word', async () => {
  const device = await connect(two, people.vera)
  const writer = new TestWriter(people.vera, now)
  const update = writer.write(mark('p1', '5'))
  const refused = device.open(physicsJournal)
  refused.update(update)
  await refused.first('denied')
  await one.relay.record(schoolDocument, [imported([assign(physics, 'vera')])])
  const channel = device.open(physicsJournal)
  channel.update(update)
  await channel.receipted(writer.client, 2)
  expect(channel.receipts(writer.client)).toMatchObject([{ verdict: 'ok', as: 'assigned' }])
})

test('who has lost the right to read at one relay is told no more at the other', async () => {
  const reader = await (await connect(two, people.vera)).opened(russianJournal)
  await one.relay.record(schoolDocument, [
    imported([
      { entity: entity.assignment(russian, 'vera'), attribute: 'assignment', value: null },
      assign(russian, 'pavel'),
    ]),
  ])
  await until(() => reader.frames.some(({ kind }) => kind === 'denied'))
  const writer = new TestWriter(people.pavel, now)
  const pavel = await (await connect(one, people.pavel)).opened(russianJournal)
  pavel.update(writer.write(mark('p1', '2')))
  await pavel.receipted(writer.client, 2)
  expect(reader.entries).toEqual([])
})

test('what is erased at one relay is forgotten by readers of the other', async () => {
  await one.relay.record(russianJournal, [imported([mark('p1', '5')])])
  const reader = await (await connect(two, people.vera)).opened(russianJournal)
  const name = entity.mark(lesson, '', 'p1')
  expect(await one.relay.erase(russianJournal, ([, of]) => of === name)).toBe(1)
  await until(() => reader.entries.some(({ elements }) => elements?.some(isErased)))
  expect(await sound(two)).toMatchObject({ ok: true })
})

test('without the database nobody is answered, and devices dial again; with it all goes on, on both relays', async () => {
  const server = await startPostgres()
  const nodes = [await startNode(server.address), await startNode(server.address)] as const
  try {
    await seedSchool(nodes[0].relay)
    const device = await connect(nodes[0], people.vera)
    const vera = await device.opened(russianJournal)
    const writer = new TestWriter(people.vera, now)
    vera.update(writer.write(mark('p1', '5')))
    await vera.receipted(writer.client, 2)
    await server.kill()
    vera.update(writer.write(mark('p2', '4')))
    expect(await device.closing()).toBe(closeCodes.goingAway)
    await server.start()
    const [again, home] = await Promise.all([
      connect(nodes[0], people.vera, device.incarnation),
      connect(nodes[1], people.veraHome),
    ])
    const reader = await home.opened(russianJournal)
    const channel = await again.opened(russianJournal, vera.cursor())
    channel.update(writer.update(1))
    await reader.receipted(writer.client, 3)
    expect(reader.fold.value(entity.mark(lesson, '', 'p2'), 'mark')).toBe('4')
    expect(await sound(nodes[1])).toMatchObject({ ok: true })
  } finally {
    for (const node of nodes) await node.stop()
    await server.remove()
  }
})
