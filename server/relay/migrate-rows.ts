import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, isErased } from '../../src/domain/ledger/fact.ts'
import type { ClientId } from '../../src/domain/ledger/ids.ts'
import type { Database } from '../store/database.ts'
import { chainStart, earlierElementsHash, elementsHash, nextChain } from '../store/row-hash.ts'
import { StoredRows } from '../store/sqlite-rows.ts'
import { prepareSchema, schemaVersion, schemaVersionOf, setSchemaVersion } from '../store/sqlite-schema.ts'
import { readEntry, type StoredRow } from '../store/stored-row.ts'
import type { RelayKeys } from './keys.ts'
import { isGenuine, isGenuineErased, sign } from './mac.ts'

const page = 500

interface StoredHead {
  number: number
  name: DocumentId
  seq: number
  chain: ArrayBuffer
}

/**
 * Brings a database of an earlier version to this one's form: until version 2 a run was hashed as a whole, so that
 * nothing of it could be erased. Every row is checked by the rules it was written by, then hashed, signed and chained
 * by today's; authors, times and verdicts stay. All or nothing. Returns how many rows changed. Throws, with the first
 * damage in Russian, where a row is not as it was written, and where the database is of a later version.
 */
export function migrateRows(database: Database.Database, keys: RelayKeys): number {
  prepareSchema(database)
  const found = schemaVersionOf(database)
  if (found > schemaVersion)
    throw new Error('База школы записана более новой версией Парты. Обновите программу на сервере.')
  if (found === schemaVersion) return 0
  database.exec('BEGIN IMMEDIATE')
  try {
    const heads = database.prepare('SELECT number, name, seq, chain FROM document').all() as StoredHead[]
    const changed = heads.reduce((sum, head) => sum + new Migration(database, keys, head).run(), 0)
    setSchemaVersion(database)
    database.exec('COMMIT')
    return changed
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

/** One document's log. */
class Migration {
  private readonly standing = new Map<ClientId, Element[]>()
  /** No row of version 2 was met yet. */
  private early = true
  private before: Uint8Array = chainStart
  private after: Uint8Array = chainStart
  private changed = 0
  private readonly update

  constructor(
    private readonly database: Database.Database,
    private readonly keys: RelayKeys,
    private readonly head: StoredHead,
  ) {
    this.update = database.prepare(
      'UPDATE row SET hash = ?, mac = ?, chain = ? WHERE document = ? AND seq = ?',
    )
  }

  run(): number {
    const { number, seq, chain } = this.head
    const rows = new StoredRows(this.database)
    let last = 0
    for (let found = rows.after(number, 0, page); found.length > 0; found = rows.after(number, last, page))
      for (const row of found) {
        if (row.seq !== last + 1) throw this.damage(last + 1, 'перед этой записью не хватает записей')
        this.take(row)
        last = row.seq
      }
    if (last !== seq || Buffer.compare(this.before, Buffer.from(chain)) !== 0)
      throw this.damage(last, 'конец журнала записей подменён')
    this.database.prepare('UPDATE document SET chain = ? WHERE number = ?').run(this.after, number)
    return this.changed
  }

  private take(row: StoredRow): void {
    const { name, number } = this.head
    const { receipt, elements, hash } = readEntry(row)
    if (!isGenuine(this.keys, name, receipt, hash))
      throw this.damage(row.seq, 'подпись квитанции не сходится с ключом сервера')
    if (!nextChain(this.before, receipt, row.carries === 1, hash).equals(row.chain))
      throw this.damage(row.seq, 'цепочка прервана: запись изменена или подменена')
    if (elements && row.carries === 1) this.remember(receipt, elements)
    const now = this.hashNow(elements ?? this.standingAt(receipt), hash, elements !== null)
    if (!now) throw this.damage(row.seq, 'содержимое записи изменено')
    const signed = now.equals(hash) ? receipt : sign(this.keys, name, receipt, now)
    this.before = row.chain
    this.after = nextChain(this.after, signed, row.carries === 1, now)
    if (Buffer.compare(this.after, row.chain) === 0) return
    this.update.run(now, signed.mac, this.after, number, row.seq)
    this.changed++
  }

  /** The hash by today's formula; null where the elements are not those that were hashed. */
  private hashNow(elements: readonly Element[] | null, hash: Buffer, isOwn: boolean): Buffer | null {
    // A mere receipt whose elements are elsewhere: it holds as it was signed.
    if (!elements) return hash
    const now = elementsHash(elements)
    if (now.equals(hash)) {
      if (isOwn) this.early = false
      return now
    }
    if (earlierElementsHash(elements).equals(hash)) return now
    // Erased before the rows were migrated: what the run was hashed from is gone for good.
    const erased = elements.filter(isErased)
    const isOurs = erased.every((one) => isGenuineErased(this.keys, this.head.name, one))
    return this.early && erased.length > 0 && isOurs ? now : null
  }

  private remember(
    { client, clock }: { client: ClientId; clock: number },
    elements: readonly Element[],
  ): void {
    const all = this.standing.get(client) ?? []
    this.standing.set(client, all)
    for (const [index, element] of elements.entries()) all[clock + index] = element
  }

  private standingAt(of: { client: ClientId; clock: number; length: number }): Element[] | null {
    const found = (this.standing.get(of.client) ?? []).slice(of.clock, of.clock + of.length)
    return found.length === of.length && !found.includes(undefined as never) ? found : null
  }

  private damage(seq: number, why: string): Error {
    return new Error(
      `База записана прежней версией Парты и повреждена: документ ${this.head.name}, запись ${seq}: ${why}. Ничего не изменено.`,
    )
  }
}
