import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import { entity, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { Element, Fact } from '../../../src/domain/ledger/fact.ts'
import { closeCodes } from '../../../src/sync/close-codes.ts'
import { frameLimit, protocolVersion } from '../../../src/sync/frames.ts'
import { encodeUpdate } from '../../../src/sync/update.ts'
import { type AnyRelay, startAnyRelay } from './any-relay.ts'
import {
  imported,
  lesson,
  mark,
  type Person,
  people,
  physicsJournal,
  russian,
  russianJournal,
  seedSchool,
  substitute,
  today,
} from './school.ts'
import { type TestChannel, TestDevice, until } from './test-device.ts'
import { TestWriter } from './writing.ts'

let relay: AnyRelay
const now = () => relay.clock.now
const connect = (person: Person, tab?: string) => TestDevice.connect(relay.url, relay.token(person), tab)

beforeEach(async () => {
  relay = await startAnyRelay()
  await seedSchool(relay.relay)
})
afterEach(async () => {
  expect(await relay.relay.verify()).toMatchObject({ ok: true })
  await relay.stop()
})

/** Sends an update and expects this refusal, nothing stored, and the connection still of use. */
async function refused(device: TestDevice, channel: TestChannel, update: Uint8Array) {
  const before = (await relay.relay.foldOf(channel.document)).version
  channel.update(update)
  const refusal = await channel.first('refused')
  expect((await relay.relay.foldOf(channel.document)).version).toBe(before)
  // Whatever follows on the channel is ignored until it is reopened.
  channel.update(new TestWriter(people.vera, now).write(mark('p9', '5')))
  const again = await device.opened(channel.document)
  expect((await relay.relay.foldOf(channel.document)).version).toBe(before)
  const honest = new TestWriter(people.vera, now)
  if (channel.document === russianJournal) {
    again.update(honest.write(mark('p8', '5')))
    await again.receipted(honest.client, 2)
  }
  return refusal
}

describe('connection', () => {
  test('no token, an unknown token: closed as not signed in', async () => {
    const silent = await TestDevice.dial(relay.url)
    silent.send({ generation: 1, channel: 1 }, { kind: 'open', document: russianJournal, seq: 0, chain: '' })
    expect(await silent.closing()).toBe(closeCodes.notSignedIn)
    const stranger = await TestDevice.dial(relay.url)
    stranger.hello('nonsense')
    expect(await stranger.closing()).toBe(closeCodes.notSignedIn)
  })

  test('a token ends: closed, unless it was renewed in time', async () => {
    const short = await TestDevice.connect(relay.url, relay.token(people.vera, { expires: now() + 60 }))
    expect(await short.closing()).toBe(closeCodes.notSignedIn)
    const renewed = await TestDevice.connect(relay.url, relay.token(people.vera, { expires: now() + 200 }))
    renewed.send({ generation: 0, channel: 0 }, { kind: 'renew', token: relay.token(people.vera) })
    renewed.send({ generation: 0, channel: 0 }, { kind: 'ping' })
    await until(() => renewed.control.some(({ kind }) => kind === 'pong'))
    const other = await TestDevice.connect(relay.url, relay.token(people.vera, { expires: now() + 250 }))
    await other.closing()
    expect(renewed.closed).toBeUndefined()
    renewed.send({ generation: 0, channel: 0 }, { kind: 'renew', token: relay.token(people.pavel) })
    expect(await renewed.closing()).toBe(closeCodes.notSignedIn)
  })

  test('a newer connection of the same tab fences the older one', async () => {
    const older = await connect(people.vera, 'one')
    const otherTab = await connect(people.vera, 'two')
    const newer = await connect(people.vera, 'one')
    expect(await older.closing()).toBe(closeCodes.fenced)
    expect([otherTab.closed, newer.closed]).toEqual([undefined, undefined])
  })

  test('AUTH6: an earlier protocol, a later one; a malformed frame, an oversized one', async () => {
    const old = await TestDevice.dial(relay.url)
    old.hello(relay.token(people.vera), 'tab', '', 0)
    expect(await old.closing()).toBe(closeCodes.updateRequired)
    const newer = await TestDevice.dial(relay.url)
    newer.hello(relay.token(people.vera), 'tab', '', protocolVersion + 1)
    expect(await newer.closing()).toBe(closeCodes.serverOutdated)
    const garbled = await connect(people.vera)
    garbled.socket.send(new Uint8Array([0, 0, 200]))
    expect(await garbled.closing()).toBe(closeCodes.malformedFrame)
    const text = await connect(people.vera)
    text.socket.send('hello')
    expect(await text.closing()).toBe(closeCodes.malformedFrame)
    const big = await connect(people.vera)
    big.socket.send(new Uint8Array(frameLimit + 1))
    expect(await big.closing()).toBe(closeCodes.oversizedFrame)
    const huge = await connect(people.vera)
    huge.socket.send(new Uint8Array(frameLimit * 3))
    expect(await huge.closing()).toBe(1009)
  })

  test('too many frames', async () => {
    const device = await connect(people.vera)
    for (let i = 0; i < 3_000; i++) device.send({ generation: 0, channel: 0 }, { kind: 'ping' })
    expect(await device.closing()).toBe(closeCodes.tooManyFrames)
  })

  test('the relay disconnects whom it is told to, and everybody when it stops', async () => {
    const [vera, pavel] = [await connect(people.vera), await connect(people.pavel)]
    relay.relay.disconnect(({ user }) => user === people.vera.user, closeCodes.revoked)
    expect(await vera.closing()).toBe(closeCodes.revoked)
    expect(pavel.closed).toBeUndefined()
    const other = await startAnyRelay()
    const waiting = await TestDevice.connect(other.url, other.token(people.vera))
    await other.stop()
    expect(await waiting.closing()).toBe(closeCodes.goingAway)
  })

  test('nothing personal is logged', async () => {
    const device = await connect(people.vera)
    const channel = await device.opened(russianJournal)
    channel.update(new TestWriter(people.pavel, now).write(mark('p1', '5')))
    await channel.first('refused')
    const text = relay.lines.join('\n')
    expect(text).toContain('refused')
    for (const secret of ['vera', 'pavel', 'p1', '7a', 'token']) expect(text).not.toContain(secret)
  })
})

describe('reading', () => {
  test("another class's journal and an unknown document are denied", async () => {
    const device = await connect(people.vera)
    expect(await device.open(physicsJournal).first('denied')).toMatchObject({ code: 'noRight' })
    expect(await device.open('nonsense' as DocumentId).first('denied')).toMatchObject({
      code: 'unknownDocument',
    })
    const channel = device.open(physicsJournal)
    channel.update(new TestWriter(people.vera, now).write(mark('p1', '5')))
    await channel.first('denied')
    expect(await relay.relay.documents('journal/')).toEqual([])
  })

  test('who loses the right while reading is told so and hears no more', async () => {
    await relay.relay.record(schoolDocument, [imported([substitute(russian, today, 2, 'semyon')])])
    const semyon = await (await connect(people.semyon)).opened(russianJournal)
    await relay.relay.record(schoolDocument, [
      imported([{ entity: entity.substitution(russian, today, 2), attribute: 'substitution', value: null }]),
    ])
    await semyon.first('denied')
    await relay.relay.record(russianJournal, [imported([mark('p1', '5')])])
    const vera = await (await connect(people.vera)).opened(russianJournal)
    expect(vera.seq).toBe(1)
    expect(semyon.frames.some(({ kind }) => kind === 'rows')).toBe(false)
  })

  test('a deliver-only session is shown nothing, but its rows get their receipts', async () => {
    await relay.relay.record(russianJournal, [imported([mark('p2', '3')])])
    const device = await TestDevice.connect(relay.url, relay.token(people.vera, { deliverOnly: true }))
    const channel = await device.opened(russianJournal)
    const writer = new TestWriter(people.vera, now)
    channel.update(writer.write(mark('p1', '5')))
    await channel.receipted(writer.client, 2)
    expect(channel.entries.map(({ elements }) => elements)).toEqual([null])
    expect(channel.seq).toBe(0)
  })
})

describe('an update that no honest app sends', () => {
  let device: TestDevice
  let channel: TestChannel
  beforeEach(async () => {
    device = await connect(people.vera)
    channel = await device.opened(russianJournal)
  })

  test('a forged author in the header', async () => {
    const forged = new TestWriter(people.vera, now, 7, people.pavel)
    expect(await refused(device, channel, forged.write(mark('p1', '5')))).toEqual({
      kind: 'refused',
      code: 'foreignWriter',
      facts: [],
    })
  })

  test('a forged author in the ids of the facts: they are named, the good ones are not', async () => {
    const writer = new TestWriter(people.vera, now)
    writer.add(mark('p1', '5'))
    const forged = new TestWriter(people.vera, now, writer.client, people.vera, people.pavel.user)
    forged.add(mark('p2', '2'))
    writer.reoffer(forged.elements[1] as Fact)
    expect(await refused(device, channel, writer.update())).toMatchObject({
      code: 'foreignFact',
      facts: forged.ids(),
    })
  })

  test("another user's clientID, another device's", async () => {
    const home = new TestWriter(people.veraHome, now)
    const homeChannel = await (await connect(people.veraHome)).opened(russianJournal)
    homeChannel.update(home.write(mark('p1', '5')))
    await homeChannel.receipted(home.client, 2)
    const thief = new TestWriter(people.vera, now, home.client)
    thief.add(mark('p1', '2'))
    expect(await refused(device, channel, thief.update())).toMatchObject({ code: 'foreignWriter', facts: [] })
  })

  test('a delete set', async () => {
    const doc = new Y.Doc()
    const array = doc.getArray(String(doc.clientID))
    array.push([{ user: 'vera1', device: 'dev1', app: '1' }, 1])
    let deletion: Uint8Array = new Uint8Array()
    doc.on('update', (update: Uint8Array) => {
      deletion = update
    })
    array.delete(1, 1)
    expect(await refused(device, channel, deletion)).toMatchObject({ code: 'deleteSet' })
  })

  test('a garbage collected or skipped place', async () => {
    const writer = new TestWriter(people.vera, now)
    writer.add(mark('p1', '5'))
    writer.add(mark('p2', '5'))
    const { client, elements } = writer
    const skipped = encodeUpdate([
      { client, clock: 0, elements: elements.slice(0, 1) },
      { client, clock: 2, elements: elements.slice(2) },
    ])
    expect(await refused(device, channel, skipped)).toMatchObject({ code: 'collectedOrSkipped' })
    const collected = encoding.createEncoder()
    for (const part of [1, 1, client, 0]) encoding.writeVarUint(collected, part)
    encoding.writeUint8(collected, 0)
    for (const part of [5, 0]) encoding.writeVarUint(collected, part)
    const other = await device.opened(russianJournal)
    expect(await refused(device, other, encoding.toUint8Array(collected))).toMatchObject({
      code: 'collectedOrSkipped',
    })
  })

  test('another root, other content than facts', async () => {
    const doc = new Y.Doc()
    doc.getArray('marks').push([1])
    expect(await refused(device, channel, Y.encodeStateAsUpdate(doc))).toMatchObject({ code: 'foreignRoot' })
    const text = new Y.Doc()
    text.getText(String(text.clientID)).insert(0, 'hello')
    const other = await device.opened(russianJournal)
    expect(await refused(device, other, Y.encodeStateAsUpdate(text))).toMatchObject({
      code: 'foreignContent',
    })
  })

  test('16,000 invented clients do not hold up the others', async () => {
    const runs = Array.from({ length: 16_000 }, (_, client) => ({
      client: client + 1,
      clock: 0,
      elements: [1] as unknown as Element[],
    }))
    const bomb = encodeUpdate(runs)
    const before = process.cpuUsage()
    expect(await refused(device, channel, bomb)).toMatchObject({ code: 'tooManyClients' })
    const { user, system } = process.cpuUsage(before)
    // The processor's time, ms: by the clock other programs may hold this one up.
    expect((user + system) / 1000).toBeLessThan(100)
  })

  test('an unknown attribute, a malformed value, a fact of another kind of document', async () => {
    const writer = new TestWriter(people.vera, now)
    writer.add(mark('p1', '5'))
    const bad = [
      writer.add({ entity: 'x', attribute: 'nonsense' as 'mark', value: 1 }),
      writer.add(mark('p1', '6')),
      writer.add({ entity: entity.lock('q'), attribute: 'lock', value: { period: 'q' } }),
    ].map(([id]) => id)
    writer.add(mark('p2', '4'))
    expect(await refused(device, channel, writer.update())).toMatchObject({
      code: 'malformedFact',
      facts: bad,
    })
  })

  test('what its author never might write', async () => {
    const writer = new TestWriter(people.vera, now)
    writer.add(mark('p1', '5'))
    const reason = writer.add({ entity: entity.cell(lesson, 'p1'), attribute: 'reason', value: 'Б' })
    expect(await refused(device, channel, writer.update())).toMatchObject({
      code: 'noRight',
      facts: [reason[0]],
    })
    const school = await device.opened(schoolDocument)
    const lockWriter = new TestWriter(people.vera, now)
    lockWriter.add({ entity: entity.lock('2026-q1'), attribute: 'lock', value: { period: '2026-q1' } })
    expect(await refused(device, school, lockWriter.update())).toMatchObject({ code: 'noRight' })
  })

  test('other content at a known clock, or under a known id', async () => {
    const writer = new TestWriter(people.vera, now)
    const [id] = writer.add(mark('p1', '5'))
    channel.update(writer.update())
    await channel.receipted(writer.client, 2)
    const clone = new TestWriter(people.vera, now, writer.client)
    clone.add(mark('p1', '2'))
    expect(await refused(device, channel, clone.update())).toMatchObject({ code: 'otherContent', facts: [] })
    const noJson = await device.opened(russianJournal)
    const bigint = encodeUpdate([{ client: writer.client, clock: 1, elements: [9n ** 20n] }])
    expect(await refused(device, noJson, bigint)).toMatchObject({ code: 'otherContent', facts: [] })
    const other = await device.opened(russianJournal)
    const second = new TestWriter(people.vera, now)
    second.reoffer([id, entity.mark(lesson, '', 'p1'), 'mark', '2'])
    expect(await refused(device, other, second.update())).toMatchObject({ code: 'otherContent', facts: [id] })
  })
})
