import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { PersonDatabase, writerVersion } from '../../src/device/database.ts'
import { DexieStore } from '../../src/device/dexie-store.ts'
import { createDataKey } from '../../src/device/seal.ts'
import { freshUser, header, journal, otherJournal, receipt, row } from './ledger-samples.ts'
import { storeContract } from './store-contract.ts'

const { key } = await createDataKey('123456')

storeContract(async () => {
  const user = freshUser()
  return { store: new DexieStore(user, key), reopen: () => new DexieStore(user, key) }
})

test('STORE1: every transaction asks for strict durability', async () => {
  const user = freshUser()
  const store = new DexieStore(user, key)
  const asked: unknown[] = []
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    if (mode === 'readwrite') asked.push(options?.durability)
    return transaction.call(this, names, mode, options)
  }
  try {
    await store.append(journal, [row(7, 0, 1)], 0)
  } finally {
    IDBDatabase.prototype.transaction = transaction
  }
  expect(asked).toEqual(['strict'])
  store.close()
})

test('STORE6: an app older than the database reads and never writes', async () => {
  const user = freshUser()
  const store = new DexieStore(user, key)
  await store.append(journal, [row(7, 0, 1)], 0)
  const newer = new PersonDatabase(user)
  await newer.state.put({ key: 'minWriterVersion', value: writerVersion + 1 })
  newer.close()
  await expect(store.append(journal, [row(7, 2, 1)], 0)).rejects.toThrow('database wants 2')
  expect((await store.load(journal)).rows).toEqual([row(7, 0, 1)])
  store.close()
})

test('STORE2: rows that another tab takes away while their receipts are being stored are asked for anew', async () => {
  const user = freshUser()
  const store = new DexieStore(user, key)
  const other = new DexieStore(user, key)
  await store.append(journal, [row(7, 0, 2)], 0)
  const { sealReceipt } = store.blobs
  let moved = false
  // Between the reading of what is held and the transaction the other tab hears of a refusal.
  store.blobs.sealReceipt = async (...of) => {
    if (!moved) await other.rebuild(journal, { kind: 'refused', code: 'gap', facts: [] }, header, 99)
    moved = true
    return sealReceipt.apply(store.blobs, of)
  }
  const cursor = { incarnation: 'i', seq: 1, chain: 'c' }
  const known = [{ receipt: receipt(7, 0, 3), elements: null }]
  expect(await store.receive(journal, { entries: known, expected: null, cursor })).toEqual({
    kind: 'missing',
  })
  expect(await store.cursor(journal)).toBeNull()

  const told = [{ receipt: receipt(7, 0, 3), elements: row(7, 0, 2).elements }]
  expect(await store.receive(journal, { entries: told, expected: null, cursor })).toEqual({ kind: 'stored' })
  const rows = (await store.load(journal)).rows.map(({ client, elements }) => [client, elements.length])
  expect(rows.sort()).toEqual([
    [7, 3],
    [99, 3],
  ])
  other.close()
  store.close()
})

test('SEAL2: blobs swapped on disk between documents or clocks do not open', async () => {
  const user = freshUser()
  const store = new DexieStore(user, key)
  await store.append(journal, [row(7, 0, 1)], 0)
  await store.append(otherJournal, [row(7, 0, 1)], 0)
  const [a, b] = await store.database.rows.toArray()
  await store.database.rows.update(a!.id!, { blob: b!.blob })
  expect((await store.load(journal)).rows).toEqual([])
  await store.database.rows.update(b!.id!, { clock: 5 })
  expect((await store.load(otherJournal)).rows).toEqual([])
  store.close()
})

const broken = new Uint8Array(40)

test('STORE11: rows that do not open are taken out: what waited is told as lost, what the relay has is asked for anew', async () => {
  const store = new DexieStore(freshUser(), key)
  let mended = 0
  store.onMended = () => mended++
  await store.append(journal, [row(7, 0, 2)], 0)
  await store.append(journal, [row(8, 0, 3, 5_000)], 0)
  const cursor = { incarnation: 'i', seq: 1, chain: 'c' }
  const entries = [{ receipt: receipt(7, 0, 3), elements: null }]
  expect(await store.receive(journal, { entries, expected: null, cursor })).toEqual({ kind: 'stored' })
  const [sent, waiting] = await store.database.rows.toArray()

  await store.database.rows.update(waiting!.id!, { blob: broken })
  const loaded = await store.load(journal)
  expect(loaded).toMatchObject({ rows: [row(7, 0, 2)], receipts: [receipt(7, 0, 3)], epoch: 1 })
  expect(await store.lost()).toEqual([{ document: journal, facts: 3, since: 5_001 }])
  expect((await store.waiting()).facts).toBe(0)
  // The relay lacks nothing of it: the cursor stands.
  expect(await store.cursor(journal)).toEqual(cursor)

  await store.database.rows.update(sent!.id!, { blob: broken })
  expect(await store.load(journal)).toMatchObject({ rows: [], epoch: 2 })
  expect(await store.cursor(journal)).toBeNull()
  expect(await store.lost()).toHaveLength(1)
  const again = [{ receipt: receipt(7, 0, 3), elements: row(7, 0, 2).elements }]
  await store.receive(journal, { entries: again, expected: null, cursor })
  expect(await store.load(journal)).toMatchObject({ rows: [row(7, 0, 2)], receipts: [receipt(7, 0, 3)] })
  expect(mended).toBe(2)

  await store.acknowledgeLost()
  expect(await store.lost()).toEqual([])
  store.close()
})

test('STORE11: a broken cache costs nothing; a broken row holds up neither delivery nor the rows after it', async () => {
  const store = new DexieStore(freshUser(), key)
  for (let i = 0; i < 201; i++) await store.append(journal, [row(100 + i, 0, 1)], 0)
  await store.load(journal)
  await store.database.snapshots.update(journal, { blob: broken })
  expect((await store.load(journal)).rows).toHaveLength(201)
  const [first] = await store.database.rows.toArray()
  await store.database.rows.update(first!.id!, { blob: broken })
  expect(await store.waitingRows(journal, 1_000_000)).toHaveLength(200)
  expect(await store.lost()).toMatchObject([{ facts: 1 }])
  store.close()
})

test('STORE12: a connection that the browser closes is opened again', async () => {
  const store = new DexieStore(freshUser(), key)
  await store.append(journal, [row(7, 0, 1)], 0)
  const native = store.database.backendDB()
  native.close()
  native.onclose!(new Event('close'))
  await store.append(journal, [row(7, 2, 1)], 0)
  expect((await store.load(journal)).rows).toHaveLength(2)
  // And one that died without a word.
  store.database.backendDB().close()
  expect((await store.load(journal)).rows).toHaveLength(2)
  store.close()
})

test('SEAL1: nothing entered can be read from the database without the key', async () => {
  const user = freshUser()
  const store = new DexieStore(user, key)
  await store.append(journal, [row(7, 0, 1)], 0)
  await store.keep('profile', { name: 'Трефилова' })
  store.close()
  const raw = await new Dexie(`parta-${user}`).open()
  const all = await Promise.all(raw.tables.map((table) => table.toArray()))
  const bytes = JSON.stringify(all, (_, value) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
  )
  expect(bytes).toContain(journal)
  expect(bytes).not.toMatch(/mark,2026|Трефилова|anna-/)
  raw.close()
})

test('SEAL5: a person removed in another tab is not brought back by what this tab still writes', async () => {
  const user = freshUser()
  const store = new DexieStore(user, key)
  await store.append(journal, [row(7, 0, 1)], 0)
  await Dexie.delete(`parta-${user}`)
  await expect(store.append(journal, [row(7, 2, 1)], 0)).rejects.toThrow()
  expect(await Dexie.exists(`parta-${user}`)).toBe(false)
  store.close()
})
