import type { ClientId } from '../../src/domain/ledger/ids.ts'
import type { Database } from './database.ts'
import type { NewEntry } from './row-store.ts'
import type { StoredRow } from './stored-row.ts'

type ManyLines = (Omit<StoredRow, 'hash' | 'chain'> & { hash: ArrayBuffer; chain: ArrayBuffer })[]

/** Where it reads many lines, libsql gives blobs as ArrayBuffers. */
function readLines(lines: unknown[]): StoredRow[] {
  return (lines as ManyLines).map((line) => ({
    ...line,
    hash: Buffer.from(line.hash),
    chain: Buffer.from(line.chain),
  }))
}

/** Reads and writes lines of the `row` table by document number. */
export class StoredRows {
  private readonly sql: ReturnType<typeof statements>

  constructor(database: Database.Database) {
    this.sql = statements(database)
  }

  insert(
    number: number,
    {
      seq,
      receipt,
      elements,
      hash,
      chain,
      carries,
    }: NewEntry & { seq: number; chain: Buffer; carries: boolean },
  ) {
    const { client, clock, length, author, device, as, times, verdict, reason, mac } = receipt
    this.sql.insert.run(
      number,
      seq,
      client,
      clock,
      length,
      author,
      device,
      as,
      JSON.stringify(times),
      verdict,
      reason ?? null,
      mac,
      carries ? 1 : 0,
      elements && JSON.stringify(elements),
      hash,
      chain,
    )
  }

  after(number: number, seq: number, limit: number): StoredRow[] {
    return readLines(this.sql.after.all(number, seq, limit))
  }

  /** How many rows after `seq` fit into `bytes` of elements, at most `limit`, at least one. */
  fitting(number: number, seq: number, limit: number, bytes: number): number {
    const sizes = this.sql.sizes.all(number, seq, limit) as { size: number | null }[]
    let sum = 0
    const over = sizes.findIndex(({ size }) => {
      sum += size ?? 0
      return sum > bytes
    })
    return over < 0 ? limit : Math.max(1, over)
  }

  chain(number: number, seq: number): Buffer | undefined {
    return (this.sql.chain.get(number, seq) as { chain: Buffer } | undefined)?.chain
  }

  /** Whether any stored elements of a writer lie in [from, to). */
  overlaps(number: number, client: ClientId, from: number, to: number): boolean {
    const last = this.sql.lastBefore.get(number, client, to) as { clock: number; length: number } | undefined
    return last !== undefined && last.clock + last.length > from
  }

  /** Where the last row of a writer's elements ends, 0 where there is none. */
  endOf(number: number, client: ClientId): number {
    const last = this.sql.lastBefore.get(number, client, Number.MAX_SAFE_INTEGER) as
      | { clock: number; length: number }
      | undefined
    return last === undefined ? 0 : last.clock + last.length
  }

  /** Length of the row of elements that begins at a clock; undefined where none does. */
  lengthAt(number: number, client: ClientId, clock: number): number | undefined {
    return (this.sql.lengthAt.get(number, client, clock) as { length: number } | undefined)?.length
  }

  /** Rows about [from, to) of a writer: those with elements by clock, then mere receipts in log order. */
  of(number: number, client: ClientId, from: number, to: number): StoredRow[] {
    const first = this.sql.lastBefore.get(number, client, from + 1) as { clock: number } | undefined
    const carrying = readLines(this.sql.carrying.all(number, client, first?.clock ?? from, to))
    const receipts = readLines(this.sql.receipts.all(number, client, to))
    return [...carrying, ...receipts].filter(({ clock, length }) => clock + length > from)
  }
}

function statements(database: Database.Database) {
  const fields =
    'seq, client, clock, length, author, device, capacity, times, verdict, reason, mac, carries, elements, hash, chain'
  return {
    insert: database.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    after: database.prepare(`SELECT ${fields} FROM row WHERE document = ? AND seq > ? ORDER BY seq LIMIT ?`),
    sizes: database.prepare(
      'SELECT octet_length(elements) AS size FROM row WHERE document = ? AND seq > ? ORDER BY seq LIMIT ?',
    ),
    chain: database.prepare('SELECT chain FROM row WHERE document = ? AND seq = ?'),
    lastBefore: database.prepare(
      `SELECT clock, length FROM row WHERE document = ? AND client = ? AND clock < ? AND carries = 1
       ORDER BY clock DESC LIMIT 1`,
    ),
    lengthAt: database.prepare(
      'SELECT length FROM row WHERE document = ? AND client = ? AND clock = ? AND carries = 1',
    ),
    carrying: database.prepare(
      `SELECT ${fields} FROM row WHERE document = ? AND client = ? AND clock >= ? AND clock < ? AND carries = 1
       ORDER BY clock`,
    ),
    receipts: database.prepare(
      `SELECT ${fields} FROM row WHERE document = ? AND client = ? AND clock < ? AND carries = 0 ORDER BY seq`,
    ),
  }
}
