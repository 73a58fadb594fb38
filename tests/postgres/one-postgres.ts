import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startPostgres } from './postgres-server.ts'

/** Tells the files of one run where its PostgreSQL is. */
const variable = 'PARTA_TEST_POSTGRES'

/** Before all files of a run; what it returns runs after them. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres()
  process.env[variable] = server.address
  return server.remove
}

/** A fresh, empty database of the run's PostgreSQL: its address. */
export async function freshDatabase(): Promise<string> {
  const address = process.env[variable]!
  const name = `school_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(address)
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return address.replace(/postgres$/, name)
}
