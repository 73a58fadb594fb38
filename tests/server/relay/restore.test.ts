import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entity, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { Entry, ReceiptMark } from '../../../src/sync/frames.ts'
import { emptyChain } from '../../../src/sync/frames.ts'
import {
  day,
  imported,
  lesson,
  lock,
  mark,
  type Person,
  people,
  russian,
  russianJournal,
  seedSchool,
  substitute,
  today,
} from './school.ts'
import { type TestChannel, TestDevice } from './test-device.ts'
import { startRelay, type TestRelay } from './test-relay.ts'
import { TestWriter } from './writing.ts'

let relay: TestRelay
let backup: string
const now = () => relay.clock.now
const connect = (person: Person, incarnation = '') =>
  TestDevice.connect(relay.url, relay.token(person), undefined, incarnation)

beforeEach(async () => {
  relay = await startRelay()
  await seedSchool(relay.relay)
})
afterEach(async () => {
  expect(await relay.relay.verify()).toMatchObject({ ok: true })
  await relay.stop()
})

async function takeBackup(): Promise<void> {
  const { folder, clock } = relay
  await relay.stop()
  backup = mkdtempSync(join(tmpdir(), 'parta-backup-'))
  cpSync(folder, backup, { recursive: true })
  relay = await startRelay(folder, clock)
}

/** A database file copied back by hand: its incarnation is the old one. */
async function restoreBackup(): Promise<void> {
  const { folder, clock } = relay
  await relay.stop()
  rmSync(folder, { recursive: true })
  cpSync(backup, folder, { recursive: true })
  relay = await startRelay(folder, clock)
}

/** What a device returns: runs of whose receipts the relay lacks a part. */
function lacking(kept: readonly Entry[], marks: readonly ReceiptMark[]): Entry[] {
  const has = (client: number, clock: number) =>
    marks.some(([of, from, length]) => of === client && from <= clock && clock < from + length)
  return kept.filter(({ receipt: { client, clock, length } }) =>
    Array.from({ length }, (_, i) => clock + i).some((at) => !has(client, at)),
  )
}

/** Reconnects a device with its cursor, compares, returns, reopens. */
async function heal(person: Person, kept: TestChannel, incarnation: string): Promise<TestChannel> {
  const device = await connect(person, incarnation)
  const channel = device.open(russianJournal, kept.cursor())
  const { receipts } = await channel.first('compare')
  channel.send({ kind: 'return', entries: lacking(kept.entries, receipts) })
  return device.opened(russianJournal, { seq: 0, chain: emptyChain })
}

test('after a restore every receipted fact comes back from a device, own and foreign, unchanged', async () => {
  const vera = await (await connect(people.vera)).opened(russianJournal)
  const first = new TestWriter(people.vera, now)
  vera.update(first.write(mark('p1', '5')))
  await vera.receipted(first.client, 2)
  await takeBackup()

  const reader = await connect(people.galina)
  const galina = await reader.opened(russianJournal)
  const author = await (await connect(people.vera, reader.incarnation)).opened(russianJournal)
  author.update(first.write(mark('p2', '4')))
  const second = new TestWriter(people.vera, now)
  for (let i = 0; i < 80; i++) author.update(second.write(mark(`q${i}`, '3')))
  await galina.receipted(second.client, 81)
  await galina.receipted(first.client, 3)
  const fates = [...galina.fold.fates()]

  relay.clock.now += day
  await restoreBackup()
  await relay.relay.record(schoolDocument, [imported([lock('2026-q2')])])
  expect([...(await relay.relay.foldOf(russianJournal)).fates()]).toHaveLength(1)
  const healed = await heal(people.galina, galina, reader.incarnation)
  expect([...(await relay.relay.foldOf(russianJournal)).fates()]).toEqual(expect.arrayContaining(fates))
  expect([...healed.fold.fates()]).toHaveLength(82)
  expect(healed.entries.map(({ receipt }) => receipt.verdict)).not.toContain('void')
})

test('RELAY6: who may no longer read gives back what he holds too, and is told of his own receipts alone', async () => {
  await relay.relay.record(schoolDocument, [imported([substitute(russian, today, 2, 'pavel')])])
  await relay.relay.record(russianJournal, [imported([mark('p3', '4')])])
  await takeBackup()
  const tablet = await connect(people.pavel)
  const pavel = await tablet.opened(russianJournal)
  const writer = new TestWriter(people.pavel, now)
  pavel.update(writer.write(mark('p1', '5')))
  await pavel.receipted(writer.client, 2)

  relay.clock.now += 1_000
  await restoreBackup()
  await relay.relay.record(schoolDocument, [
    imported([{ ...substitute(russian, today, 2, 'pavel'), value: null }]),
  ])
  const device = await connect(people.pavel, tablet.incarnation)
  const channel = device.open(russianJournal, pavel.cursor())
  expect(await channel.first('compare')).toMatchObject({ receipts: [] })
  channel.send({
    kind: 'return',
    entries: pavel.entries.map((entry) =>
      entry.receipt.client === writer.client ? { ...entry, elements: writer.elements } : entry,
    ),
  })
  const later = await device.opened(russianJournal, { seq: 0, chain: emptyChain })
  expect(later.frames.some(({ kind }) => kind === 'rows')).toBe(false)
  const cell = [entity.mark(lesson, '', 'p1'), 'mark'] as const
  expect((await relay.relay.foldOf(russianJournal)).history(...cell)).toMatchObject([
    { id: writer.ids()[0], receipt: { verdict: 'ok', author: people.pavel.user, receivedAt: now() - 1_000 } },
  ])
})

test('RELAY4: what is given back counts, though an update on the same channel was refused meanwhile', async () => {
  await takeBackup()
  const reader = await connect(people.galina)
  const galina = await reader.opened(russianJournal)
  const vera = await (await connect(people.vera)).opened(russianJournal)
  const writer = new TestWriter(people.vera, now)
  vera.update(writer.write(mark('p1', '5')))
  await galina.receipted(writer.client, 2)

  await restoreBackup()
  const device = await connect(people.galina, reader.incarnation)
  const channel = device.open(russianJournal, galina.cursor())
  await channel.first('compare')
  channel.update(new TestWriter(people.galina, now, 7, people.pavel).write(mark('p2', '2')))
  await channel.first('refused')
  channel.send({ kind: 'return', entries: galina.entries })
  await device.opened(russianJournal, { seq: 0, chain: emptyChain })
  expect((await relay.relay.foldOf(russianJournal)).value(entity.mark(lesson, '', 'p1'), 'mark')).toBe('5')
})

test('the author resends first and is judged anew: the older receipt counts when it comes back', async () => {
  await takeBackup()
  const reader = await connect(people.galina)
  const galina = await reader.opened(russianJournal)
  const vera = await (await connect(people.vera)).opened(russianJournal)
  const writer = new TestWriter(people.vera, now)
  const update = writer.write(mark('p1', '5'))
  vera.update(update)
  await galina.receipted(writer.client, 2)

  relay.clock.now += day
  await restoreBackup()
  await relay.relay.record(schoolDocument, [imported([lock('2026-q2')])])
  const again = await (await connect(people.vera)).opened(russianJournal)
  again.update(update)
  await again.receipted(writer.client, 2)
  again.fold.add({ client: writer.client, clock: 0, elements: writer.elements })
  const cell = [entity.mark(lesson, '', 'p1'), 'mark'] as const
  expect(again.fold.history(...cell)[0]?.receipt?.verdict).toBe('void')

  const device = await connect(people.galina, reader.incarnation)
  const channel = device.open(russianJournal, galina.cursor())
  await channel.first('compare')
  channel.send({ kind: 'return', entries: galina.entries })
  await device.opened(russianJournal, { seq: 0, chain: emptyChain })
  expect((await relay.relay.foldOf(russianJournal)).history(...cell)[0]?.receipt).toMatchObject({
    verdict: 'ok',
    receivedAt: now() - day,
  })
  // Those who were online hear of it too.
  await again.first('rows')
  expect(again.fold.value(...cell)).toBe('5')
})

test('other content at a known place under a genuine receipt is carried again, with its author and time', async () => {
  await takeBackup()
  const reader = await connect(people.galina)
  const galina = await reader.opened(russianJournal)
  const vera = await (await connect(people.vera)).opened(russianJournal)
  const writer = new TestWriter(people.vera, now)
  const lost = writer.add(mark('p1', '5'))
  vera.update(writer.update())
  await galina.receipted(writer.client, 2)

  relay.clock.now += day
  await restoreBackup()
  const clone = new TestWriter(people.vera, now, writer.client)
  clone.add(mark('p2', '2'))
  const again = await (await connect(people.vera)).opened(russianJournal)
  again.update(clone.update())
  await again.receipted(writer.client, 2)
  for (let twice = 0; twice < 2; twice++) {
    const device = await connect(people.galina, reader.incarnation)
    const channel = device.open(russianJournal, galina.cursor())
    await channel.first('compare')
    channel.send({ kind: 'return', entries: galina.entries })
    await device.opened(russianJournal, { seq: 0, chain: emptyChain })
  }
  const fold = await relay.relay.foldOf(russianJournal)
  expect(fold.fact(lost[0])).toMatchObject({
    value: '5',
    receipt: { author: 'vera1', as: 'assigned', receivedAt: now() - day, verdict: 'ok' },
  })
  expect(fold.value(entity.mark(lesson, '', 'p2'), 'mark')).toBe('2')
  expect([...fold.fates()]).toHaveLength(2)
})

test('a run whose receipt this key never made is not believed, the others are', async () => {
  const vera = await (await connect(people.vera)).opened(russianJournal)
  const writer = new TestWriter(people.vera, now)
  writer.add(mark('p1', '5'))
  vera.update(writer.update())
  const reader = await connect(people.galina)
  const galina = await reader.opened(russianJournal)
  await galina.receipted(writer.client, 2)
  await restoreEmpty()
  const device = await connect(people.galina, reader.incarnation)
  const channel = device.open(russianJournal, galina.cursor())
  await channel.first('compare')
  const [genuine] = galina.entries
  const forged = { ...genuine!, receipt: { ...genuine!.receipt, client: 5, author: people.pavel.user } }
  channel.send({ kind: 'return', entries: [forged, genuine!] })
  expect(await channel.first('refused')).toMatchObject({ code: 'foreignWriter', facts: [] })
  const healed = await device.opened(russianJournal)
  expect(healed.entries.map(({ receipt }) => receipt)).toEqual([genuine!.receipt])

  async function restoreEmpty() {
    const { folder, clock } = relay
    await relay.stop()
    rmSync(join(folder, 'parta.sqlite'))
    relay = await startRelay(folder, clock)
    await seedSchool(relay.relay)
  }
})
