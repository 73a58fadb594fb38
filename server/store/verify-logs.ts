import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { chainStart, elementsHash, nextChain, shortChain } from './row-hash.ts'
import type { Damage, EntryCheck, LogEntry, NewEntry } from './row-store.ts'
import { readEntry, type StoredRow } from './stored-row.ts'

const page = 500

/** A document's head as it was left. */
export interface StoredHead {
  number: number
  name: DocumentId
  seq: number
  chain: Uint8Array
}

/** Rows that the walk asks for: document, after which place, how many. */
export type RowsWanted = [number: number, after: number, limit: number]

/**
 * Walks every log, or `only` one, from its start, or the ends so that `newest` rows are walked in all: places without holes, elements
 * and receipts as chained, the head where it was left. Yields what it wants to read next, and is given it.
 */
export function* walkLogs(
  heads: readonly StoredHead[],
  check: EntryCheck,
  newest: number,
  only?: DocumentId,
): Generator<RowsWanted, { rows: number } | Damage, StoredRow[]> {
  const documents = only === undefined ? heads : heads.filter(({ name }) => name === only)
  const rowsEach = Math.ceil(newest / Math.max(documents.length, 1))
  let rows = 0
  for (const { number, name, seq, chain } of documents) {
    const start = Math.max(seq - rowsEach, 0)
    const before = start === 0 ? undefined : (yield [number, start - 1, 1])[0]
    let last = before ?? { seq: 0, chain: chainStart as Uint8Array }
    for (let found = yield [number, start, page]; found.length > 0; found = yield [number, last.seq, page]) {
      for (const row of found) {
        const why = fault(row, last) ?? faultOf(row, last.chain, (entry) => check(name, entry))
        if (why !== null) return { document: name, seq: row.seq, why }
        last = row
        rows++
      }
    }
    if (last.seq !== seq)
      return { document: name, seq: last.seq + 1, why: 'конца журнала записей не хватает' }
    if (Buffer.compare(last.chain, chain) !== 0)
      return { document: name, seq, why: 'конец журнала записей подменён' }
  }
  return { rows }
}

function fault(row: StoredRow, last: { seq: number }): string | null {
  return row.seq === last.seq + 1 ? null : 'перед этой записью не хватает записей'
}

function faultOf(
  row: StoredRow,
  previous: Uint8Array,
  check: (entry: LogEntry) => string | null,
): string | null {
  let entry: NewEntry
  try {
    entry = readEntry(row)
  } catch {
    return 'запись повреждена и не читается'
  }
  const { receipt, elements, hash } = entry
  if (elements && Buffer.compare(elementsHash(elements), hash) !== 0) return 'содержимое записи изменено'
  const chain = nextChain(previous, receipt, row.carries === 1, hash)
  if (Buffer.compare(chain, row.chain) !== 0) return 'цепочка прервана: запись изменена или подменена'
  return check({ ...entry, seq: row.seq, chain: shortChain(chain), previousChain: shortChain(previous) })
}
