import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { PersonDatabase, writerVersion } from '../../src/device/database.ts'
import { DexieStore } from '../../src/device/dexie-store.ts'
import { createDataKey } from '../../src/device/seal.ts'
import { freshUser, journal, otherJournal, row } from './ledger-samples.ts'
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

test('SEAL2: blobs swapped on disk between documents or clocks do not open', async () => {
  const user = freshUser()
  const store = new DexieStore(user, key)
  await store.append(journal, [row(7, 0, 1)], 0)
  await store.append(otherJournal, [row(7, 0, 1)], 0)
  const [a, b] = await store.database.rows.toArray()
  await store.database.rows.update(a!.id!, { blob: b!.blob })
  await expect(store.load(journal)).rejects.toThrow()
  await store.database.rows.update(b!.id!, { clock: 5 })
  await expect(store.load(otherJournal)).rejects.toThrow()
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
