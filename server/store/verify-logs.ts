import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { chainStart, elementsHash, nextChain, shortChain } from './row-hash.ts'
import type { Damage, LogEntry, NewEntry } from './row-store.ts'
import { readEntry, type StoredRow } from './sqlite-rows.ts'

const page = 500

/** Walks every log from its start, or its last `rowsEach` entries: places without holes, elements and receipts as chained, the head where it was left. */
export function verifyLogs(
  documents: readonly { number: number; name: DocumentId; seq: number; chain: Uint8Array }[],
  read: (number: number, after: number, limit: number) => StoredRow[],
  check: (document: DocumentId, entry: LogEntry) => string | null,
  rowsEach: number,
): { rows: number } | Damage {
  let rows = 0
  for (const { number, name, seq, chain } of documents) {
    const start = Math.max(seq - rowsEach, 0)
    const before = start === 0 ? undefined : read(number, start - 1, 1)[0]
    let last = before ?? { seq: 0, chain: chainStart as Uint8Array }
    for (let found = read(number, start, page); found.length > 0; found = read(number, last.seq, page)) {
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
