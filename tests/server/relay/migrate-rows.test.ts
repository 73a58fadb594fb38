import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSchool } from '../../../server/command-line/open-school.ts'
import { loadKeys, type RelayKeys } from '../../../server/relay/keys.ts'
import { sign } from '../../../server/relay/mac.ts'
import { migrateRows } from '../../../server/relay/migrate-rows.ts'
import { verifyStore } from '../../../server/relay/verify-store.ts'
import { type Database, openDatabase } from '../../../server/store/database.ts'
import { earlierElementsHash, elementsHash } from '../../../server/store/row-hash.ts'
import { SqliteRowStore } from '../../../server/store/sqlite-row-store.ts'
import { type Element, isFact } from '../../../src/domain/ledger/fact.ts'
import type { Receipt } from '../../../src/domain/ledger/receipt.ts'
import { journal, row } from '../../device/ledger-samples.ts'
import { mark, people, russianJournal, seedSchool } from './school.ts'
import { TestDevice } from './test-device.ts'
import { listLogger, startRelay } from './test-relay.ts'
import { TestWriter } from './writing.ts'

let folder: string
let database: Database.Database
let keys: RelayKeys
let receipts: Receipt[]

const signed = (
  document: typeof journal,
  client: number,
  clock: number,
  time: number,
  elements: readonly Element[],
  hash: typeof elementsHash,
) =>
  sign(
    keys,
    document,
    {
      client,
      clock,
      length: elements.length,
      author: people.vera.user,
      device: people.vera.device,
      as: 'assigned',
      times: [elements.length, time],
      verdict: 'ok',
    },
    hash(elements),
  )

/** A database as version 1 wrote it: each run hashed, signed and chained as a whole; `then` the hash of its last run. */
async function earlierDatabase(then = earlierElementsHash): Promise<void> {
  const store = new SqliteRowStore(database)
  const { elements } = row(7, 0, 3)
  const more = row(7, 4, 2).elements
  receipts = [
    signed(journal, 7, 0, 2_000, elements, earlierElementsHash),
    signed(journal, 7, 1, 1_500, elements.slice(1, 3), earlierElementsHash),
    signed(journal, 7, 4, 3_000, more, then),
  ]
  const [first, earlier, last] = receipts as [Receipt, Receipt, Receipt]
  await store.transact([{ document: journal, whole: true }], (rows) => {
    rows.bind(journal, 7, people.vera)
    rows.append(journal, { receipt: first, elements, hash: earlierElementsHash(elements) })
    // An older receipt came back after a restore: mere words about elements that stand.
    rows.append(journal, {
      receipt: earlier,
      elements: null,
      hash: earlierElementsHash(elements.slice(1, 3)),
    })
    rows.append(journal, { receipt: last, elements: more, hash: then(more) })
  })
  database.exec(`DELETE FROM store_meta WHERE name = 'schema'`)
}

const withoutMac = ({ mac: _, ...said }: Receipt) => said
const entries = () => new SqliteRowStore(database).entries(journal, 0, 100)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parta-earlier-'))
  database = openDatabase(folder)
  keys = loadKeys(folder)
})
afterEach(() => database.close())

test.each([
  ['as it was', earlierElementsHash],
  ['that this version wrote on, too', elementsHash],
])('a database of version 1 %s is brought to this form once, every word of it kept', async (_, then) => {
  await earlierDatabase(then)
  const before = entries()
  expect(await verifyStore(new SqliteRowStore(database), keys)).toEqual({
    ok: false,
    document: journal,
    seq: 1,
    why: 'содержимое записи изменено',
  })
  // The chain leads through what changed: all three rows, whichever way the last was hashed.
  expect(migrateRows(database, keys)).toBe(3)
  expect(await verifyStore(new SqliteRowStore(database), keys)).toEqual({ ok: true, rows: 3 })
  const after = entries()
  expect(after.map(({ elements }) => elements)).toEqual(before.map(({ elements }) => elements))
  expect(after.map(({ receipt }) => withoutMac(receipt))).toEqual(receipts.map(withoutMac))
  // No cursor of before fits: tablets compare and read anew.
  expect(after.map(({ chain }) => chain)).not.toContainEqual(before[0]!.chain)
  expect(migrateRows(database, keys)).toBe(0)
})

test('a database of this version stays as it is, byte for byte', async () => {
  const school = await startRelay(folder)
  await seedSchool(school.relay)
  const before = database.prepare('SELECT hash, mac, chain FROM row').all()
  database.exec(`DELETE FROM store_meta WHERE name = 'schema'`)
  expect(migrateRows(database, keys)).toBe(0)
  expect(database.prepare('SELECT hash, mac, chain FROM row').all()).toEqual(before)
  expect(await school.relay.verify()).toMatchObject({ ok: true })
  await school.stop()
})

test.each([
  [
    'a changed element',
    `UPDATE row SET elements = replace(elements, '"5"', '"2"') WHERE seq = 1`,
    1,
    'содержимое',
  ],
  ['a changed time', `UPDATE row SET times = '[2,1]' WHERE seq = 2`, 2, 'подпись'],
  ['a row taken out', 'DELETE FROM row WHERE seq = 2', 2, 'не хватает'],
  ['the end cut off', 'DELETE FROM row WHERE seq = 3', 2, 'подменён'],
])('%s in it is found by the rules of then, and nothing is changed', async (_, sql, seq, why) => {
  await earlierDatabase()
  database.exec(sql)
  const before = entries()
  expect(() => migrateRows(database, keys)).toThrow(new RegExp(`запись ${seq}: .*${why}`))
  expect(entries()).toEqual(before)
  expect(() => migrateRows(database, { mac: Buffer.alloc(32) })).toThrow('подпись квитанции')
})

test('a school opens on it; what is erased then verifies; one of a later version is refused', async () => {
  await earlierDatabase()
  const open = () => openSchool(folder, listLogger([]))
  const school = (await open())!
  expect(await school.relay.verify()).toMatchObject({ ok: true })
  const [victim] = row(7, 0, 3).elements.filter(isFact)
  expect(await school.relay.erase(journal, ([id]) => id === victim![0])).toBe(1)
  expect(await school.relay.verify()).toMatchObject({ ok: true })
  await school.close()
  database.exec(`UPDATE store_meta SET value = '3' WHERE name = 'schema'`)
  await expect(open()).rejects.toThrow('более новой версией')
})

test('a receipt signed before the migration is believed when a tablet gives it back', async () => {
  const school = await startRelay(folder)
  await seedSchool(school.relay)
  const writer = new TestWriter(people.vera, () => school.clock.now)
  writer.write(mark('p1', '5'))
  const elements = writer.elements
  const receipt = signed(russianJournal, writer.client, 0, 1_700_000_000_000, elements, earlierElementsHash)
  const vera = await TestDevice.connect(school.url, school.token(people.vera))
  const channel = await vera.opened(russianJournal)
  channel.send({ kind: 'return', entries: [{ receipt, elements }] })
  const [id] = elements.filter(isFact).map(([id]) => id)
  const other = await TestDevice.connect(school.url, school.token(people.vera))
  await channel.receipted(writer.client, elements.length)
  const { fold } = await other.opened(russianJournal)
  expect(fold.fact(id!)?.receipt).toMatchObject({ receivedAt: 1_700_000_000_000, verdict: 'ok' })
  expect(await school.relay.verify()).toMatchObject({ ok: true })
  await school.stop()
})
