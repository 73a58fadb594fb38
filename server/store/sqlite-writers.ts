import type { ClientId } from '../../src/domain/ledger/ids.ts'
import type { Database } from './database.ts'
import type { StoredWriter } from './row-store.ts'
import type { StoredRows } from './sqlite-rows.ts'

/** `end`: where the last row of a writer ends; beyond `next` where rows were given back past a hole. */
export type KnownWriter = StoredWriter & { end: number }

/** Writers that are remembered, some hundred bytes each. */
const knownLimit = 1_000

/** Reads and writes lines of the `writer` table by document number; who wrote last is remembered. */
export class StoredWriters {
  private readonly sql: ReturnType<typeof statements>
  private readonly known = new Map<string, KnownWriter>()

  constructor(
    database: Database.Database,
    private readonly rows: StoredRows,
  ) {
    this.sql = statements(database)
  }

  of(number: number, client: ClientId): KnownWriter | undefined {
    const known = this.known.get(keyOf(number, client))
    if (known) return known
    const found = this.sql.writer.get(number, client) as StoredWriter | undefined
    if (!found) return undefined
    const { user, device, next } = found
    return this.remember(number, client, { user, device, next, end: this.rows.endOf(number, client) })
  }

  all(number: number): Map<ClientId, StoredWriter> {
    const all = this.sql.writers.all(number) as (StoredWriter & { client: ClientId })[]
    return new Map(all.map(({ client, user, device, next }) => [client, { user, device, next }]))
  }

  bind(number: number, client: ClientId, { user, device }: Omit<StoredWriter, 'next'>): void {
    this.sql.bind.run(number, client, user, device)
    this.remember(number, client, { user, device, next: 0, end: 0 })
  }

  /** Notes a row of a writer; moves his first missing clock past it, and past what stood beyond the hole it filled. */
  advance(number: number, client: ClientId, writer: KnownWriter, clock: number, end: number): void {
    writer.end = Math.max(writer.end, end)
    if (writer.next !== clock) return
    writer.next = end
    while (writer.next < writer.end) {
      const length = this.rows.lengthAt(number, client, writer.next)
      if (!length) break
      writer.next += length
    }
    this.sql.setNext.run(writer.next, number, client)
  }

  /** What is remembered may be of a transaction that failed. */
  forget(): void {
    this.known.clear()
  }

  private remember(number: number, client: ClientId, writer: KnownWriter): KnownWriter {
    if (this.known.size === knownLimit) this.known.clear()
    this.known.set(keyOf(number, client), writer)
    return writer
  }
}

const keyOf = (number: number, client: ClientId) => `${number},${client}`

function statements(database: Database.Database) {
  return {
    writer: database.prepare('SELECT user, device, next FROM writer WHERE document = ? AND client = ?'),
    writers: database.prepare('SELECT client, user, device, next FROM writer WHERE document = ?'),
    bind: database.prepare('INSERT INTO writer VALUES (?, ?, ?, ?, 0)'),
    setNext: database.prepare('UPDATE writer SET next = ? WHERE document = ? AND client = ?'),
  }
}
