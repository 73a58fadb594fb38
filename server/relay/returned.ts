import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import {
  type Element,
  isErased,
  isFact,
  parseCarriedFact,
  parseErased,
  parseHeader,
} from '../../src/domain/ledger/fact.ts'
import { isEarlier } from '../../src/domain/ledger/fold.ts'
import { relayUser, serverDevice } from '../../src/domain/ledger/ids.ts'
import { type ElementReceipt, elementReceipts, type Receipt } from '../../src/domain/ledger/receipt.ts'
import type { Entry } from '../../src/sync/frames.ts'
import { earlierElementsHash, elementHash, elementsHash } from '../store/row-hash.ts'
import type { Reads, RowTransaction } from '../store/row-store.ts'
import { factIdsOf } from './answer.ts'
import { erase } from './erasure.ts'
import { isGenuine, isGenuineErased } from './mac.ts'
import { sliceReceipt } from './receipt-runs.ts'
import type { LogTransaction, RelayLog } from './relay-log.ts'

/** Runs in one `return` frame; a device puts in 250 KB of them, each of 200 bytes or more. */
export const returnedLimit = 2_000

/** What became of returned runs: appended to the log, or not believed, or found to contradict what stands. */
export interface ReturnOutcome {
  appended: number
  /** Runs whose receipt this relay's key never made. */
  rejected: number
  /** Facts carried again because other content stands at their place. */
  carriedAgain: number
}

/** What is to be done with one returned element. */
type Fate = 'lacking' | 'earlier' | 'known' | 'contradicts' | 'erased'

/**
 * Takes back runs with their receipts after a restore, in the next transaction. Author, time and verdict
 * stay; the place in the log is new. Where a receipt is older than the one that stands, it is appended too: the
 * earliest counts. Other content at a known place is an incident: the facts are carried again by a writer of the relay's.
 */
export function takeReturned(
  log: RelayLog,
  document: DocumentId,
  entries: readonly Entry[],
): Promise<ReturnOutcome> {
  return log.submit(
    readsOfReturned(document, entries),
    (written) => takeRuns(written, document, entries),
    weightOfReturned(entries),
  )
}

function takeRuns(log: LogTransaction, document: DocumentId, entries: readonly Entry[]): ReturnOutcome {
  const outcome: ReturnOutcome = { appended: 0, rejected: 0, carriedAgain: 0 }
  for (const { receipt, elements } of entries) {
    const whole = elements ?? standingElements(log.rows, document, receipt)
    if (!whole || !isBelieved(log, document, receipt, whole)) outcome.rejected++
    else takeRun(log, document, receipt, whole, outcome)
  }
  return outcome
}

/** What taking runs back reads; all, where something erased is among it: the erasure may have to be made again. */
function readsOfReturned(document: DocumentId, entries: readonly Entry[]): Reads {
  return {
    document,
    stretches: entries.map(({ receipt }) => receipt),
    facts: factIdsOf(entries),
    whole: entries.some(({ elements }) => elements?.some(isErased)),
  }
}

/** Elements of returned runs, which their work in a transaction grows with. */
function weightOfReturned(entries: readonly Entry[]): number {
  return entries.reduce((sum, { receipt }) => sum + receipt.length, 0)
}

function isBelieved(
  log: LogTransaction,
  document: DocumentId,
  receipt: Receipt,
  elements: readonly Element[],
): boolean {
  const wellFormed = elements.every((element, index) =>
    isWellFormed(log, document, element, receipt.clock + index),
  )
  return (
    wellFormed &&
    elements.length === receipt.length &&
    // A tablet may hold a receipt that was signed before the database was migrated.
    [elementsHash, earlierElementsHash].some((hash) => isGenuine(log.keys, document, receipt, hash(elements)))
  )
}

function isWellFormed(log: LogTransaction, document: DocumentId, element: Element, clock: number): boolean {
  if (clock === 0) return parseHeader(element).ok
  const erased = parseErased(element)
  return erased.ok ? isGenuineErased(log.keys, document, erased.value) : parseCarriedFact(element).ok
}

/** A receipt may come back without its elements where they stand. */
function standingElements(rows: RowTransaction, document: DocumentId, receipt: Receipt): Element[] | null {
  const standing = standingByClock(rows, document, receipt)
  const elements: Element[] = []
  for (let clock = receipt.clock; clock < receipt.clock + receipt.length; clock++) {
    const element = standing.get(clock)
    if (!element) return null
    elements.push(element)
  }
  return elements
}

function standingByClock(
  rows: RowTransaction,
  document: DocumentId,
  receipt: Receipt,
): Map<number, Element | null> {
  const standing = new Map<number, Element | null>()
  const end = receipt.clock + receipt.length
  for (const entry of rows.entriesOf(document, receipt.client, receipt.clock, end)) {
    for (let i = 0; i < entry.receipt.length; i++) {
      const clock = entry.receipt.clock + i
      if (entry.elements || !standing.has(clock)) standing.set(clock, entry.elements?.[i] ?? null)
    }
  }
  return standing
}

function takeRun(
  log: LogTransaction,
  document: DocumentId,
  receipt: Receipt,
  elements: readonly Element[],
  outcome: ReturnOutcome,
): void {
  const fates = fatesOf(log.rows, document, receipt, elements)
  if (!log.rows.writer(document, receipt.client) && fates.includes('lacking')) {
    const header =
      receipt.clock === 0 ? (elements[0] as { user: Receipt['author']; device: Receipt['device'] }) : null
    log.rows.bind(document, receipt.client, header ?? { user: receipt.author, device: receipt.device })
  }
  for (let from = 0; from < fates.length; ) {
    let to = from + 1
    while (to < fates.length && fates[to] === fates[from]) to++
    const part = elements.slice(from, to)
    const slice = sliceReceipt(receipt, from, to)
    switch (fates[from]) {
      case 'lacking':
      case 'earlier':
        log.append(document, slice, part, fates[from] === 'lacking')
        outcome.appended++
        break
      case 'contradicts':
        outcome.carriedAgain += carryAgain(log, document, receipt, from, part)
        break
      case 'erased': {
        // This relay was restored to a time before the erasure.
        const hashes = new Set(part.map((element) => elementHash(element).toString('hex')))
        erase(log, document, (element) => hashes.has(elementHash(element).toString('hex')))
      }
    }
    from = to
  }
}

function fatesOf(
  rows: RowTransaction,
  document: DocumentId,
  receipt: Receipt,
  elements: readonly Element[],
): Fate[] {
  const standing = standingByClock(rows, document, receipt)
  const receipts = standingReceipts(rows, document, receipt)
  const returned = elementReceipts(receipt)
  return elements.map((element, index) => {
    const clock = receipt.clock + index
    const stands = standing.get(clock)
    if (stands === undefined) return 'lacking'
    if (stands !== null && !elementHash(stands).equals(elementHash(element))) return 'contradicts'
    if (stands !== null && isErased(element) && !isErased(stands)) return 'erased'
    const known = receipts.get(clock)
    return !known || isEarlier(returned[index]!, known) ? 'earlier' : 'known'
  })
}

/** The receipt that counts for each clock. */
function standingReceipts(
  rows: RowTransaction,
  document: DocumentId,
  { client, clock, length }: Receipt,
): Map<number, ElementReceipt> {
  const best = new Map<number, ElementReceipt>()
  for (const entry of rows.entriesOf(document, client, clock, clock + length)) {
    elementReceipts(entry.receipt).forEach((part, index) => {
      const at = entry.receipt.clock + index
      const known = best.get(at)
      if (!known || isEarlier(part, known)) best.set(at, part)
    })
  }
  return best
}

/**
 * Appends the facts of a part under a fresh writer of the relay's, with their own author, time and verdict; those
 * whose id stands somewhere already are left. Returns how many.
 */
function carryAgain(
  log: LogTransaction,
  document: DocumentId,
  receipt: Receipt,
  from: number,
  part: readonly Element[],
): number {
  const lost = [...part.entries()].filter(
    ([, element]) => isFact(element) && !log.rows.fact(document, element[0]),
  )
  if (lost.length === 0) return 0
  const client = log.rows.freshClient(document)
  const relay = { user: relayUser, device: serverDevice }
  log.rows.bind(document, client, relay)
  const said = { author: relayUser, device: serverDevice, as: 'relay', verdict: 'ok' } as const
  log.append(document, { client, clock: 0, length: 1, ...said, times: [1, log.now()] }, [
    { ...relay, app: 'relay' },
  ])
  let clock = 1
  for (const [index, element] of lost) {
    const original = sliceReceipt(receipt, from + index, from + index + 1)
    log.append(document, { ...original, client, clock: clock++ }, [element])
  }
  return lost.length
}
