import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, parseCarriedFact, parseHeader } from '../../src/domain/ledger/fact.ts'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { RefusalCode } from '../../src/sync/frames.ts'
import type { CarriedRun } from '../../src/sync/update.ts'
import { elementHash } from '../store/row-hash.ts'
import type { RowTransaction } from '../store/row-store.ts'

/** What a run brings from clock `from` on; or that clocks before it are missing; or whose fault it is. */
export type WriterCheck =
  | { kind: 'fresh'; from: number }
  | { kind: 'gap' }
  | { kind: 'refused'; code: RefusalCode }

const clientLimit = 2 ** 32

/**
 * Checks a run against its writer: a client belongs to one user and device of a document, its array opens with
 * their header, its clocks have no holes, and what was said once at a clock stays said.
 */
export function checkWriter(
  rows: RowTransaction,
  document: DocumentId,
  author: { user: UserId; device: DeviceId },
  run: CarriedRun,
): WriterCheck {
  if (run.client >= clientLimit) return { kind: 'refused', code: 'malformed' }
  const writer = rows.writer(document, run.client)
  if (writer && (writer.user !== author.user || writer.device !== author.device))
    return { kind: 'refused', code: 'foreignWriter' }
  if (run.clock === 0) {
    const header = parseHeader(run.elements[0])
    if (!header.ok) return { kind: 'refused', code: 'malformed' }
    if (header.value.user !== author.user || header.value.device !== author.device)
      return { kind: 'refused', code: 'foreignWriter' }
  }
  const next = writer?.next ?? 0
  if (run.clock > next) return { kind: 'gap' }
  const end = run.clock + run.elements.length
  const from = Math.min(next, end)
  if (from > run.clock && differs(rows, document, run, from)) return { kind: 'refused', code: 'otherContent' }
  // Beyond the first hole a returned row may stand: only what is missing before it may be filled in.
  if (writer && from < end && rows.hasElements(document, run.client, from, end)) return { kind: 'gap' }
  return { kind: 'fresh', from }
}

/** Whether a run says something else than the store at any clock before `to`; of erased ones the hashes are compared. */
function differs(rows: RowTransaction, document: DocumentId, run: CarriedRun, to: number): boolean {
  return rows.entriesOf(document, run.client, run.clock, to).some(({ receipt, elements }) =>
    elements?.some((element: Element, index) => {
      const clock = receipt.clock + index
      if (clock < run.clock || clock >= to) return false
      const said = run.elements[clock - run.clock]
      // Parsed first: what comes from outside may be no JSON at all.
      const parsed = clock === 0 ? parseHeader(said) : parseCarriedFact(said)
      return !parsed.ok || !elementHash(element).equals(elementHash(parsed.value))
    }),
  )
}
