import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { entity } from '../../../src/domain/ledger/documents.ts'
import type { Element } from '../../../src/domain/ledger/fact.ts'
import { closeCodes } from '../../../src/sync/close-codes.ts'
import { type AnyRelay, startAnyRelay } from './any-relay.ts'
import {
  imported,
  lesson,
  mark,
  type Person,
  people,
  physicsJournal,
  russianJournal,
  seedSchool,
} from './school.ts'
import { TestDevice, until } from './test-device.ts'
import { TestWriter } from './writing.ts'

let relay: AnyRelay
const now = () => relay.clock.now
const providers: WebsocketProvider[] = []

beforeEach(async () => {
  relay = await startAnyRelay()
  await seedSchool(relay.relay)
})
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  expect(await relay.relay.verify()).toMatchObject({ ok: true })
  await relay.stop()
})

/** y-websocket as published, on ws. */
function stock(person: Person, document: string = russianJournal, token = relay.token(person)) {
  const doc = new Y.Doc()
  const codes: number[] = []
  const provider = new WebsocketProvider(relay.url, document, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    protocols: ['parta', `ticket.${token}`],
    disableBc: true,
  })
  provider.on('connection-close', (event: { code: number } | null) => {
    if (event) codes.push(event.code)
  })
  providers.push(provider)
  return { doc, provider, codes }
}

/** Pushes a writer's elements to its own array, as any app of this format does. */
function push(doc: Y.Doc, elements: readonly unknown[]): void {
  doc.getArray(String(doc.clientID)).push([...elements])
}

const elementsIn = (doc: Y.Doc, client: number) => doc.getArray(String(client)).toJSON() as Element[]

test('a stock client writes under the same judgement, and reads what others write', async () => {
  const app = await (await TestDevice.connect(relay.url, relay.token(people.galina))).opened(russianJournal)
  const { doc } = stock(people.vera)
  const writer = new TestWriter(people.vera, now, doc.clientID)
  writer.add(mark('p1', '5'))
  push(doc, writer.elements)
  await app.receipted(doc.clientID, 2)
  expect(app.receipts(doc.clientID)).toMatchObject([{ author: 'vera1', as: 'assigned', verdict: 'ok' }])
  expect(app.fold.value(entity.mark(lesson, '', 'p1'), 'mark')).toBe('5')

  const other = stock(people.veraHome)
  const fromApp = new TestWriter(people.galina, now)
  app.update(fromApp.write({ entity: entity.cell(lesson, 'p1'), attribute: 'reason', value: 'Б' }))
  for (const { doc: replica } of [other, { doc }]) {
    await until(() => elementsIn(replica, fromApp.client).length === 2)
    await until(() => elementsIn(replica, doc.clientID).length === 2)
    expect(elementsIn(replica, fromApp.client)).toEqual(fromApp.elements)
  }
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(other.doc))
})

test('what it wrote without a line arrives by state vectors, and it gets only what it lacks', async () => {
  await relay.relay.record(russianJournal, [imported([mark('p7', '3')])])
  const { doc, provider } = stock(people.vera)
  await until(() => provider.synced)
  provider.disconnect()
  const writer = new TestWriter(people.vera, now, doc.clientID)
  for (const pupil of ['p1', 'p2', 'p3']) writer.add(mark(pupil, '5'))
  for (const element of writer.elements) push(doc, [element])
  await relay.relay.record(russianJournal, [imported([mark('p8', '4')])])
  provider.connect()
  await until(async () => (await relay.relay.foldOf(russianJournal)).header(doc.clientID) !== undefined)
  await until(() => doc.share.size === 3)
  const fold = await relay.relay.foldOf(russianJournal)
  expect(writer.ids().map((id) => fold.fact(id)?.receipt?.verdict)).toEqual(['ok', 'ok', 'ok'])
})

test('a gap is answered with the state vector, and filled', async () => {
  const socket = new WebSocket(`${relay.url}/${russianJournal}`, [
    'parta',
    `ticket.${relay.token(people.vera)}`,
  ])
  const messages: Uint8Array[] = []
  socket.on('message', (data: Buffer) => messages.push(new Uint8Array(data)))
  await until(() => messages.length === 1)
  const writer = new TestWriter(people.vera, now)
  for (const pupil of ['p1', 'p2', 'p3']) writer.add(mark(pupil, '5'))
  const send = (update: Uint8Array) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, update)
    socket.send(encoding.toUint8Array(encoder))
  }
  send(writer.update(2))
  await until(() => messages.length === 2)
  // A second Step1, of an empty state.
  expect([...messages[1]!]).toEqual([0, 0, 1, 0])
  send(writer.update())
  await until(async () => (await relay.relay.documents('journal/')).length === 1)
  expect([...(await relay.relay.foldOf(russianJournal)).fates()]).toHaveLength(3)
  socket.close()
})

test('without a ticket, for a document it may not read, and after a refused update it is closed', async () => {
  const stranger = stock(people.vera, russianJournal, 'nonsense')
  await until(() => stranger.codes.length > 0)
  expect(stranger.codes[0]).toBe(closeCodes.notSignedIn)
  const curious = stock(people.vera, physicsJournal)
  await until(() => curious.codes.length > 0)
  expect(curious.codes[0]).toBe(closeCodes.revoked)
  const forger = stock(people.vera)
  await until(() => forger.provider.synced)
  const forged = new TestWriter(people.pavel, now, forger.doc.clientID)
  forged.add(mark('p1', '2'))
  push(forger.doc, forged.elements)
  await until(() => forger.codes.length > 0)
  expect(forger.codes[0]).toBe(closeCodes.malformedFrame)
  expect(await relay.relay.documents('journal/')).toEqual([])
})

test('other clients are not told who is there', async () => {
  const [a, b] = [stock(people.vera), stock(people.galina)]
  await until(() => a.provider.synced && b.provider.synced)
  a.provider.awareness.setLocalState({ name: 'Вера' })
  push(a.doc, [{ user: 'vera1', device: 'dev1', app: '1' }])
  await until(() => elementsIn(b.doc, a.doc.clientID).length === 1)
  expect([...b.provider.awareness.getStates().keys()]).toEqual([b.doc.clientID])
})
