import { IDBFactory } from 'fake-indexeddb'
import { Blobs } from '../../src/device/blobs.ts'
import { type RowRecord, type StateRecord, writerVersion } from '../../src/device/database.ts'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { isFact } from '../../src/domain/ledger/fact.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import { simulatedKey } from './platform.ts'

interface RawRecord {
  key: unknown
  value: unknown
}

interface RawStore {
  records: { get(key: unknown): RawRecord | undefined; values(): Iterable<RawRecord> }
  deleteRecord(key: unknown): void
}

interface RawTransaction {
  mode: string
  _state: string
  _abort(error: null): void
}

interface RawDatabase {
  name: string
  version: number
  rawObjectStores: Map<string, RawStore>
  transactions: RawTransaction[]
}

const databasesOf = (factory: IDBFactory) =>
  (factory as unknown as { _databases: Map<string, RawDatabase> })._databases

/** A copy of what a disk holds: what was committed, and nothing of who had it open. */
export function copyDisk(disk: IDBFactory): IDBFactory {
  const copy = new IDBFactory()
  for (const [name, database] of databasesOf(disk)) {
    const Database = database.constructor as new (name: string, version: number) => RawDatabase
    const fresh = new Database(database.name, database.version)
    fresh.rawObjectStores = copyOf(database.rawObjectStores, new Map<unknown, unknown>([[database, fresh]]))
    databasesOf(copy).set(name, fresh)
  }
  return copy
}

/** The power goes: transactions that run are undone. Returns the disk as the next start finds it. */
export function cutPower(disk: IDBFactory): IDBFactory {
  fail(disk)
  return copyDisk(disk)
}

/** The disk refuses what is being written: transactions that run are undone, and say so. */
export function fail(disk: IDBFactory): boolean {
  const writing = [...databasesOf(disk).values()].flatMap(({ transactions }) =>
    transactions.filter(({ mode, _state }) => mode === 'readwrite' && _state !== 'finished'),
  )
  for (const transaction of writing) transaction._abort(null)
  return writing.length > 0
}

/** What the tables of a disk hold: keys, and of documents also their cursors and epochs. */
export function contents(disk: IDBFactory): string {
  const tables = [...databasesOf(disk).values()].flatMap(({ rawObjectStores }) => [...rawObjectStores])
  return JSON.stringify(
    tables
      .filter(([name]) => name !== 'state')
      .map(([name, { records }]) => [
        name,
        [...records.values()].map(({ key, value }) => [key, name === 'documents' && value]),
      ]),
  )
}

/** The app on this disk is the one that its database was last written by. */
export function update(disk: IDBFactory): void {
  for (const { rawObjectStores } of databasesOf(disk).values()) {
    const marker = rawObjectStores.get('state')!.records.get('minWriterVersion')
    if (marker) (marker.value as StateRecord).value = writerVersion
  }
}

/**
 * A waiting row disappears, though others of its writer stand behind it: what a disk that promises more than it does
 * makes of a power cut. Returns the facts that were in it; null where no row has such a place.
 */
export async function loseRow(
  disk: IDBFactory,
  choose: (rows: readonly RowRecord[]) => RowRecord,
): Promise<{ document: DocumentId; facts: FactId[] } | null> {
  for (const { rawObjectStores } of databasesOf(disk).values()) {
    const store = rawObjectStores.get('rows')!
    const waiting = [...store.records.values()]
      .map(({ value }) => value as RowRecord)
      .filter(({ since }) => since !== undefined)
    const followed = waiting.filter((row) =>
      waiting.some(
        ({ document, client, clock }) =>
          document === row.document && client === row.client && clock > row.clock,
      ),
    )
    if (followed.length === 0) continue
    const row = choose(followed)
    store.deleteRecord(row.id)
    const { elements } = await new Blobs(simulatedKey).openRow(row)
    return { document: row.document, facts: elements.filter(isFact).map(([id]) => id) }
  }
  return null
}

/** A deep copy that keeps classes; bytes are never changed in place and are shared. */
function copyOf<T>(value: T, seen: Map<unknown, unknown>): T {
  if (
    typeof value !== 'object' ||
    value === null ||
    ArrayBuffer.isView(value) ||
    value instanceof ArrayBuffer
  )
    return value
  const known = seen.get(value)
  if (known !== undefined) return known as T
  if (value instanceof Map) {
    const map = new Map()
    seen.set(value, map)
    for (const [key, item] of value) map.set(copyOf(key, seen), copyOf(item, seen))
    return map as T
  }
  if (value instanceof Set) {
    const set = new Set()
    seen.set(value, set)
    for (const item of value) set.add(copyOf(item, seen))
    return set as T
  }
  const copy = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value))
  seen.set(value, copy)
  for (const key of Object.keys(value)) copy[key] = copyOf((value as Record<string, unknown>)[key], seen)
  return copy as T
}
