import { afterEach, beforeEach, expect, it } from 'vitest'
import { readDemoRecord, writeDemoRecord } from '../../../server/command-line/demo-record.ts'
import { forgetOutgoing, Outbox, type Outgoing } from '../../../server/delivery/outbox.ts'
import { Subscriptions } from '../../../server/delivery/subscriptions.ts'
import type { DeviceId, UserId } from '../../../src/domain/ledger/ids.ts'
import { type AnyTables, startAnyTables } from '../store/any-tables.ts'

let under: AnyTables
beforeEach(async () => {
  under = await startAnyTables()
})
afterEach(() => under.close())

const letter = (key: string, due: number, more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ key, way: 'email', pupil: 'p1', person: 'g1', subject: 'Тема', text: 'Текст', due },
  ...more,
})

it('gives what is due by time, once, with its tries, and keeps no word of what was sent', async () => {
  const outbox = new Outbox(under.tables)
  await outbox.put([letter('b', 20), letter('a', 20, { asked: 'fact1' }), letter('c', 10, { way: 'push' })])
  await outbox.put([letter('b', 1)])
  expect(await outbox.next('email')).toMatchObject({ key: 'a', due: 20, tries: 0, asked: 'fact1' })
  expect(await outbox.take('email', 19)).toBeUndefined()
  expect(await outbox.take('email', 20)).toMatchObject({ key: 'a', text: 'Текст' })
  await outbox.again('a', 50)
  expect(await outbox.take('email', 60)).toMatchObject({ key: 'b' })
  await outbox.settle('b', 'accepted')
  expect(await outbox.take('email', 60)).toMatchObject({ key: 'a', tries: 1 })
  await outbox.settle('a', 'refused')
  expect(await outbox.take('email', 60)).toBeUndefined()
  expect(await outbox.take('push', 60)).toMatchObject({ key: 'c' })
  expect(await outbox.askedBy('fact1')).toMatchObject([
    { key: 'a', outcome: 'refused', subject: '', text: '' },
  ])
  expect(await outbox.settledAsks()).toEqual([{ asked: 'fact1', pupil: 'p1' }])
  await outbox.forget('fact1')
  expect(await outbox.settledAsks()).toEqual([])
  await outbox.prune(21)
  await forgetOutgoing(under.tables, 'p1')
  expect([await outbox.next('email'), await outbox.next('push')]).toEqual([undefined, undefined])
})

it('what one server has taken is left to it for its lease, and then to another', async () => {
  const [one, two] = [new Outbox(under.tables, 100), new Outbox(under.tables, 100)]
  await one.put([letter('a', 10), letter('b', 11)])
  expect(await one.take('email', 20)).toMatchObject({ key: 'a' })
  expect(await two.take('email', 20)).toMatchObject({ key: 'b' })
  expect(await two.take('email', 119)).toBeUndefined()
  await two.settle('b', 'accepted')
  expect(await two.take('email', 120)).toMatchObject({ key: 'a', tries: 0 })
})

it('a person has ten phones at most, each once; one that signs out is forgotten', async () => {
  const phones = new Subscriptions(under.tables)
  const [mother, father] = ['mothr' as UserId, 'fathr' as UserId]
  const phone = (number: number) => ({ endpoint: `https://push/${number}`, keys: { p256dh: 'p', auth: 'a' } })
  const device = (number: number) => `dev${number}` as DeviceId
  for (let number = 1; number <= 11; number++) await phones.put(mother, device(number), phone(number), number)
  expect((await phones.of(mother)).map(({ endpoint }) => endpoint)).toEqual(
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((number) => phone(number).endpoint),
  )
  // The same browser under another account, and the same device with another address.
  await phones.put(father, device(1), phone(5), 20)
  await phones.put(mother, device(2), phone(12), 21)
  expect((await phones.of(mother)).map(({ endpoint }) => endpoint)).not.toContain(phone(2).endpoint)
  expect(await phones.of(father)).toEqual([phone(5)])
  expect(await phones.has(mother, device(5))).toBe(false)
  await phones.forgetDevice(mother, device(3))
  expect(await phones.has(mother, device(3))).toBe(false)
  await phones.forget(phone(4).endpoint)
  expect(await phones.has(mother, device(4))).toBe(false)
  await phones.forgetDevice(mother, undefined)
  expect(await phones.of(mother)).toEqual([])
  expect(await phones.of(father)).toHaveLength(1)
})

it('remembers that a school is a demo, and whether it was filled', async () => {
  expect(await readDemoRecord(under.tables)).toBeUndefined()
  await writeDemoRecord(under.tables, { yearEnds: '2026-05-29', complete: false })
  await writeDemoRecord(under.tables, { yearEnds: '2026-05-29', complete: true })
  expect(await readDemoRecord(under.tables)).toEqual({ yearEnds: '2026-05-29', complete: true })
})
