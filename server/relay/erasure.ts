import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, isErased } from '../../src/domain/ledger/fact.ts'
import { elementHash } from '../store/row-hash.ts'
import type { LogEntry } from '../store/row-store.ts'
import { signErased } from './mac.ts'
import { sliceReceipt } from './receipt-runs.ts'
import type { LogTransaction } from './relay-log.ts'

const page = 500

/**
 * Erases elements of a document, which is read whole: their content goes, their hashes stay, so that
 * chain and signatures still verify. Each is said once more at the end of the log, with its receipt, which is how
 * devices that hold it hear of it. Headers are left: they name nobody. Returns how many were erased.
 */
export function erase(log: LogTransaction, document: DocumentId, of: (element: Element) => boolean): number {
  const { seq: end } = log.rows.head(document)
  let erased = 0
  for (let after = 0; after < end; ) {
    const entries = log.rows.entries(document, after, Math.min(page, end - after))
    for (const entry of entries) erased += eraseEntry(log, document, entry, of)
    after = entries.at(-1)!.seq
  }
  if (erased > 0) log.policy.erased(log.rows, document)
  return erased
}

function eraseEntry(
  log: LogTransaction,
  document: DocumentId,
  { seq, receipt, elements }: LogEntry,
  of: (element: Element) => boolean,
): number {
  if (!elements) return 0
  const goes = elements.map(
    (element, index) => receipt.clock + index > 0 && !isErased(element) && of(element),
  )
  if (!goes.includes(true)) return 0
  const left = elements.map((element, index) =>
    goes[index] ? signErased(log.keys, document, elementHash(element)) : element,
  )
  const clocks = left.flatMap((_, index) => (goes[index] ? [receipt.clock + index] : []))
  log.rows.replace(document, seq, left, clocks)
  for (let from = 0; from < left.length; from++) {
    if (!goes[from]) continue
    let to = from + 1
    while (goes[to]) to++
    log.repeat(document, sliceReceipt(receipt, from, to), left.slice(from, to))
    from = to
  }
  return clocks.length
}
