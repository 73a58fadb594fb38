import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isGenuine } from '../../../server/relay/mac.ts'
import { elementsHash } from '../../../server/store/row-hash.ts'
import { entity, lessonKey, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { Element } from '../../../src/domain/ledger/fact.ts'
import { emptyChain } from '../../../src/sync/frames.ts'
import { type AnyRelay, startAnyRelay } from './any-relay.ts'
import { imported, lesson, mark, type Person, people, russianJournal, seedSchool, today } from './school.ts'
import { type TestChannel, TestDevice, until } from './test-device.ts'
import { TestWriter } from './writing.ts'

let relay: AnyRelay
const now = () => relay.clock.now
const connect = (person: Person, incarnation = '') =>
  TestDevice.connect(relay.url, relay.token(person), undefined, incarnation)

beforeEach(async () => {
  relay = await startAnyRelay()
  await seedSchool(relay.relay)
})
afterEach(() => relay.stop())

describe('resume by cursor', () => {
  test('a device that read on is sent only what is new, and nothing twice', async () => {
    const first = await connect(people.vera)
    const vera = await first.opened(russianJournal)
    const writer = new TestWriter(people.vera, now)
    vera.update(writer.write(mark('p1', '5')))
    await vera.receipted(writer.client, 2)
    first.close()
    await relay.relay.record(russianJournal, [imported([mark('p2', '4')])])
    const again = await (await connect(people.vera, first.incarnation)).opened(russianJournal, vera.cursor())
    expect(again.frames.map(({ kind }) => kind)).toEqual(['rows', 'caughtUp'])
    expect(again.entries.map(({ receipt }) => receipt.author)).toEqual(['imprt'])
    const third = await (await connect(people.vera, first.incarnation)).opened(russianJournal, again.cursor())
    expect(third.frames).toEqual([{ kind: 'caughtUp' }])
  })

  test('sign-in and all documents go up in one flight', async () => {
    await relay.relay.record(russianJournal, [imported([mark('p2', '4')])])
    const device = await TestDevice.dial(relay.url)
    device.hello(relay.token(people.vera))
    const channels = [device.open(schoolDocument), device.open(russianJournal)]
    for (const channel of channels) await channel.first('caughtUp')
    expect(channels[1]!.fold.value(entity.mark(lesson, '', 'p2'), 'mark')).toBe('4')
  })

  test('frames of an earlier opening are ignored', async () => {
    const device = await connect(people.vera)
    const older = await device.opened(russianJournal)
    const newer = device.open(russianJournal, undefined, older.address.channel)
    await newer.first('caughtUp')
    const writer = new TestWriter(people.vera, now)
    older.update(writer.write(mark('p1', '5')))
    device.send({ generation: 0, channel: 0 }, { kind: 'ping' })
    await until(() => device.control.some(({ kind }) => kind === 'pong'))
    expect(await relay.relay.documents('journal/')).toEqual([])
  })

  test('single rows of a writer come as one run; its MAC verifies, and any device may return it', async () => {
    const vera = await (await connect(people.vera)).opened(russianJournal)
    const writer = new TestWriter(people.vera, now)
    for (let i = 0; i < 20; i++) {
      vera.update(writer.write(mark(`p${i}`, '5')))
      relay.clock.now += i % 3
      await vera.receipted(writer.client, i + 2)
    }
    const fresh = await (await connect(people.galina)).opened(russianJournal)
    expect(fresh.entries).toHaveLength(1)
    const { receipt, elements } = fresh.entries[0]!
    expect(receipt.length).toBe(21)
    expect(receipt.times.length).toBeGreaterThan(10)
    expect(isGenuine(relay.keys, russianJournal, receipt, elementsHash(elements!))).toBe(true)
    const changed = { ...receipt, author: people.pavel.user }
    expect(isGenuine(relay.keys, russianJournal, changed, elementsHash(elements!))).toBe(false)
    expect(elementsHash(elements!)).not.toEqual(elementsHash((elements as Element[]).slice(1)))
  })
})

describe('a first download', () => {
  test('larger than a frame comes in several packed ones; rows added meanwhile are not lost', async () => {
    const text = 'слово '.repeat(150)
    const batches = Array.from({ length: 12 }, (_, part) =>
      imported(
        Array.from({ length: 250 }, (_, i) => ({
          entity: entity.mark(lesson, `${part}`, `p${i}`),
          attribute: 'mark.comment' as const,
          value: `${text}${part * i * 7919}`.slice(-490),
        })),
      ),
    )
    await relay.relay.record(russianJournal, batches)
    const device = await connect(people.vera)
    const channel = device.open(russianJournal)
    const writer = new TestWriter(people.galina, now)
    const galina = (await connect(people.galina)).open(russianJournal)
    galina.update(writer.write({ entity: entity.cell(lesson, 'p1'), attribute: 'reason', value: 'Б' }))
    await galina.receipted(writer.client, 2)
    await channel.receipted(writer.client, 2)
    const rows = channel.frames.filter((frame) => frame.kind === 'rows')
    expect(rows.length).toBeGreaterThan(2)
    expect(rows.filter(({ packed }) => packed).every(({ body }) => body.length < 64 * 1024)).toBe(true)
    expect(Math.max(...channel.times.values())).toBe(1)
    expect(channel.times.size).toBe(12 * 251 + 2)
  })

  test('a reader that does not read is not buffered for, and gets all when it reads again', async () => {
    const vera = await (await connect(people.vera)).opened(russianJournal)
    const slow = await connect(people.galina)
    const reader = await slow.opened(russianJournal)
    slow.socket.pause()
    const writer = new TestWriter(people.vera, now)
    // The longest text there is: bytes are what fills a buffer, not facts.
    const random = () => randomBytes(1500).toString('base64')
    let written = 1
    for (let round = 0; round < 240; round++) {
      for (let i = 0; i < 25; i++)
        writer.add({
          entity: entity.lesson(lessonKey(today, 2, round * 25 + i)),
          attribute: 'lesson.homework',
          value: random(),
        })
      vera.update(writer.update(round === 0 ? 0 : written))
      written = writer.elements.length
      await vera.receipted(writer.client, written)
    }
    slow.socket.resume()
    await reader.receipted(writer.client, written)
    expect(Math.max(...reader.times.values())).toBe(1)
    expect(reader.cursor()).toEqual(vera.cursor())
    // Read from the log in large pieces once there was room, not queued commit by commit.
    const rows = (of: TestChannel) => of.frames.filter(({ kind }) => kind === 'rows').length
    expect(rows(reader)).toBeLessThan(rows(vera))
  })
})

describe('a cursor that this log never had', () => {
  test.each([
    ['of another incarnation', { incarnation: 'elsewhere', seq: 1 }],
    ['beyond the end', { incarnation: '', seq: 9 }],
    ['with another chain', { incarnation: '', seq: 1 }],
  ])('%s is answered with the receipts there are', async (_, { incarnation, seq }) => {
    await relay.relay.record(russianJournal, [imported([mark('p2', '4')])])
    const { incarnation: ours } = await connect(people.vera)
    const device = await connect(people.vera, incarnation || ours)
    const channel = device.open(russianJournal, { seq, chain: 'ab'.repeat(8) })
    const { receipts } = await channel.first('compare')
    expect(receipts).toEqual([[expect.any(Number), 0, 2, now(), 1]])
    // It waits for what the device returns, and begins anew when reopened.
    const again = await device.opened(russianJournal, { seq: 0, chain: emptyChain })
    expect(again.entries).toHaveLength(1)
  })
})
