import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** Where many schools may be; undefined in tests that have no PostgreSQL. */
export function sharedDatabase(): string | undefined {
  return inject('postgres')
}

/** A fresh, empty database of the run's PostgreSQL: its address. */
export async function freshDatabase(): Promise<string> {
  const address = inject('postgres')
  const name = `school_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(address)
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return address.replace(/postgres$/, name)
}
