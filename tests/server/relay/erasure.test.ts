import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { elementHash } from '../../../server/store/row-hash.ts'
import { entity, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import { type Fact, isErased } from '../../../src/domain/ledger/fact.ts'
import { emptyChain } from '../../../src/sync/frames.ts'
import { imported, people, seedSchool, sevenDocument } from './school.ts'
import { TestDevice } from './test-device.ts'
import { startRelay, type TestRelay } from './test-relay.ts'

let relay: TestRelay
const card = (id: string, last: string) => ({
  entity: entity.pupil(id),
  attribute: 'pupil' as const,
  value: { id, last, first: 'Имя' },
})
const isCard = (id: string) => (fact: Fact) => fact[1] === entity.pupil(id)
const galina = (incarnation = '') =>
  TestDevice.connect(relay.url, relay.token(people.galina), undefined, incarnation)

beforeEach(async () => {
  relay = await startRelay()
  await seedSchool(relay.relay)
  await relay.relay.record(sevenDocument, [
    imported([card('p1', 'Незабудкина'), card('p2', 'Остаева'), card('p3', 'Неясытева')]),
  ])
})
afterEach(async () => {
  expect(await relay.relay.verify()).toMatchObject({ ok: true })
  await relay.stop()
})

/** Whether any file of the data folder holds a text. */
function onDisk(text: string): boolean {
  relay.database.pragma('wal_checkpoint(TRUNCATE)')
  return readdirSync(relay.folder).some((file) => readFileSync(join(relay.folder, file)).includes(text))
}

test('what is erased is on no disk, the chain verifies, and what stood beside it stays', async () => {
  expect(onDisk('Незабудкина')).toBe(true)
  expect(await relay.relay.erase(sevenDocument, isCard('p1'))).toBe(1)
  expect(onDisk('Незабудкина')).toBe(false)
  expect(onDisk('Остаева')).toBe(true)
  const fold = await relay.relay.foldOf(sevenDocument)
  expect(fold.value(entity.pupil('p1'), 'pupil')).toBeUndefined()
  expect(fold.value(entity.pupil('p2'), 'pupil')).toMatchObject({ last: 'Остаева' })
  expect(fold.value(entity.movement('p1', '2026-09-01', 'enrolled'), 'movement')).toBeDefined()
  expect(await relay.relay.erase(sevenDocument, isCard('p1'))).toBe(0)
})

test('who reads hears of it at once, who reads anew gets what is left, and rights by erased facts end', async () => {
  const device = await galina()
  const channel = await device.opened(sevenDocument)
  const before = channel.entries.length
  await relay.relay.erase(sevenDocument, isCard('p1'))
  await channel.receipted(channel.entries[0]!.receipt.client, 2)
  while (channel.entries.length === before) await new Promise((resolve) => setTimeout(resolve, 2))
  const [said] = channel.entries.slice(before)
  expect(said!.elements!.map(isErased)).toEqual([true])
  const anew = await device.opened(sevenDocument)
  expect(JSON.stringify(anew.entries)).not.toContain('Незабудкина')
  expect(anew.entries.flatMap(({ elements }) => elements!.filter(isErased))).toHaveLength(2)

  const vera = await TestDevice.connect(relay.url, relay.token(people.vera))
  await vera.opened(sevenDocument)
  await relay.relay.erase(schoolDocument, (fact) => fact[2] === 'assignment')
  const later = vera.open(sevenDocument)
  expect(await later.first('denied')).toMatchObject({ code: 'noRight' })
})

test('a relay restored to a time before the erasure hears of it from a device; a forged erasure it does not believe', async () => {
  const { folder, clock } = relay
  await relay.stop()
  const backup = mkdtempSync(join(tmpdir(), 'parta-backup-'))
  cpSync(folder, backup, { recursive: true })
  relay = await startRelay(folder, clock)
  await relay.relay.erase(sevenDocument, isCard('p1'))
  const device = await galina()
  const kept = await device.opened(sevenDocument)
  await relay.stop()
  rmSync(folder, { recursive: true })
  cpSync(backup, folder, { recursive: true })
  relay = await startRelay(folder, clock)
  expect(onDisk('Незабудкина')).toBe(true)

  const back = await galina(device.incarnation)
  const channel = back.open(sevenDocument, kept.cursor())
  await channel.first('compare')
  const run = kept.entries.find(({ elements }) => elements?.some(isErased) && elements.length > 1)!
  const elements = run.elements!.map((element) =>
    Array.isArray(element) && element[1] === entity.pupil('p2')
      ? { erased: elementHash(element).toString('base64url'), mac: 'A'.repeat(22) }
      : element,
  )
  channel.send({ kind: 'return', entries: [{ ...run, elements }] })
  expect(await channel.first('refused')).toMatchObject({ code: 'foreignWriter' })
  expect(onDisk('Незабудкина')).toBe(true)

  const honest = back.open(sevenDocument, kept.cursor())
  await honest.first('compare')
  honest.send({ kind: 'return', entries: kept.entries.filter((entry) => entry.elements?.some(isErased)) })
  await back.opened(sevenDocument, { seq: 0, chain: emptyChain })
  expect(onDisk('Незабудкина')).toBe(false)
  expect(onDisk('Остаева')).toBe(true)
})

test('a device that still holds the content does not bring it back', async () => {
  const device = await galina()
  const kept = await device.opened(sevenDocument)
  await relay.relay.erase(sevenDocument, isCard('p1'))
  const channel = device.open(sevenDocument, { seq: 1, chain: 'f'.repeat(16) })
  await channel.first('compare')
  channel.send({ kind: 'return', entries: kept.entries })
  await device.opened(sevenDocument)
  expect(onDisk('Незабудкина')).toBe(false)
})
