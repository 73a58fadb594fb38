import { IDBFactory } from 'fake-indexeddb'

interface RawTransaction {
  mode: string
  _state: string
  _abort(error: null): void
}

interface RawDatabase {
  name: string
  version: number
  rawObjectStores: unknown
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
    fresh.rawObjectStores = copyOf(database.rawObjectStores, new Map([[database, fresh]]))
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
