import { beforeAll } from 'vitest'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { rowStoreContract } from '../server/store/row-store-contract.ts'
import { freshDatabase } from './databases.ts'

let address: string
let schemas = 0
beforeAll(async () => {
  address = await freshDatabase()
})

rowStoreContract('PostgreSQL', async () => {
  const schema = `schema${++schemas}`
  const plain = await openPostgres(address)
  await plain.query(`CREATE SCHEMA ${schema}`)
  await plain.close()
  const database = await openPostgres(`${address}?options=-c%20search_path%3D${schema}`)
  const open = () => PostgresRowStore.open(database, 'school1')
  return {
    store: await open(),
    reopen: open,
    tamper: (sql) => database.of(1).query(sql),
    close: () => database.close(),
  }
})
