import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgres, type PostgresDatabase } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { DatabaseGone, type RowStore } from '../../server/store/row-store.ts'
import { entry, fact, journal, other, owner } from '../server/store/row-store-contract.ts'
import { freshDatabase } from './databases.ts'
import { startPostgres } from './postgres-server.ts'

let address: string
let database: PostgresDatabase
beforeAll(async () => {
  address = await freshDatabase()
  database = await openPostgres(address)
})
afterAll(() => database.close())

function append(store: RowStore, client: number, clock: number, document = journal) {
  return store.transact([{ document, stretches: [{ client, clock, length: 1 }] }], (rows) => {
    if (!rows.writer(document, client)) rows.bind(document, client, owner)
    return rows.append(document, entry(client, clock))
  })
}

test('two schools of one database know nothing of each other, though their documents have the same names', async () => {
  const [one, two] = [
    await PostgresRowStore.open(database, 'one'),
    await PostgresRowStore.open(database, 'two'),
  ]
  expect(one.incarnation).not.toBe(two.incarnation)
  const first = await append(one, 1, 0)
  await append(one, 1, 1)
  await append(one, 2, 0, other)
  const its = await append(two, 1, 0)
  // Each log has a chain of its own, from its start.
  expect(its).toEqual(first)
  await two.transact([{ document: journal, whole: true }], (rows) => {
    rows.addPolicyRecord(journal, 1, { receipt: its.receipt, fact: fact(1, 0) })
    expect(rows.entries(journal, 0, 10)).toEqual([its])
  })
  const looked = await two.transact([{ document: journal, facts: [fact(1, 1)[0]] }], (rows) =>
    rows.fact(journal, fact(1, 1)[0]),
  )
  expect(looked).toBeUndefined()
  expect(await two.documents()).toEqual([journal])
  expect(await two.entries(journal, 0, 10)).toEqual([its])
  expect(await two.entriesOf(journal, 1, 0, 5)).toEqual([its])
  expect(await two.receipts(journal)).toEqual([its.receipt])
  expect(await two.chainAt(journal, 2)).toBeUndefined()
  expect(await two.writers(other)).toEqual(new Map())
  expect(await one.policyRecords()).toEqual([])
  expect(await two.policyRecords()).toHaveLength(1)
  await database.of(1).query(`UPDATE row SET author = 'pavel' WHERE school = 1`)
  expect(await one.verify(() => null)).toMatchObject({ seq: 1 })
  expect(await two.verify(() => null)).toEqual({ rows: 1 })
})

test('two nodes append to one log at once: places without holes, one chain, nothing twice', async () => {
  const nodes = await Promise.all(
    ['a', 'b'].map(async () => {
      const own = await openPostgres(address)
      return { own, store: await PostgresRowStore.open(own, 'nodes') }
    }),
  )
  const seqs = await Promise.all(
    nodes.flatMap(({ store }, node) =>
      Array.from({ length: 15 }, async (_, at) => (await append(store, 100 * node + at + 1, 0)).seq),
    ),
  )
  expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
  // Both are given the same row; one of them stores it.
  const same = await Promise.allSettled(nodes.map(({ store }) => append(store, 1, 1)))
  expect(same.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await nodes[0]!.store.verify(() => null)).toEqual({ rows: 31 })
  await Promise.all(nodes.map(({ own }) => own.close()))
})

test('a work that asks what it did not say is told nothing wrong, it fails', async () => {
  const store = await PostgresRowStore.open(database, 'unsaid')
  await append(store, 1, 0)
  const ask = (look: Parameters<typeof store.transact>[1]) =>
    store.transact([{ document: journal, stretches: [{ client: 2, clock: 0, length: 1 }] }], look)
  await expect(ask((rows) => rows.writer(journal, 1))).rejects.toThrow('not loaded')
  await expect(ask((rows) => rows.entriesOf(journal, 2, 0, 2))).rejects.toThrow('not loaded')
  await expect(ask((rows) => rows.fact(journal, fact(1, 1)[0]))).rejects.toThrow('not loaded')
  await expect(ask((rows) => rows.entries(journal, 0, 1))).rejects.toThrow('not loaded')
  await expect(ask((rows) => rows.head(other))).rejects.toThrow('not loaded')
})

test('a database that may lose commits is refused', async () => {
  const careless = openPostgres(`${address}?options=-c%20synchronous_commit%3Doff`)
  await expect(careless).rejects.toThrow('synchronous_commit')
})

test('while the database is gone nothing is taken; what was taken stands when it is back', async () => {
  const server = await startPostgres()
  const own = await openPostgres(server.address)
  try {
    const store = await PostgresRowStore.open(own, 'one')
    const taken = await append(store, 1, 0)
    await server.kill()
    await expect(append(store, 1, 1)).rejects.toThrow(DatabaseGone)
    await expect(store.entries(journal, 0, 10)).rejects.toThrow(DatabaseGone)
    await server.start()
    expect(await store.entries(journal, 0, 10)).toEqual([taken])
    expect(await append(store, 1, 1)).toMatchObject({ seq: 2, previousChain: taken.chain })
  } finally {
    await own.close()
    await server.remove()
  }
})
