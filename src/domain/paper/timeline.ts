import type { DocumentId } from '../ledger/documents.ts'
import type { Element } from '../ledger/fact.ts'
import { isEarlier } from '../ledger/fold.ts'
import type { ClientId } from '../ledger/ids.ts'
import { type ElementReceipt, elementReceipts, type Receipt, type Row } from '../ledger/receipt.ts'

/** A run of elements of one writer, with one receipt, that the relay received at one moment. */
export interface TimedRun {
  document: DocumentId
  /** ms since 1970. */
  at: number
  row: Row
  /** Says of the row only; not signed. */
  receipt: Receipt
}

/** An entry of a document's log: a run with its receipt, or one more receipt for elements that stand. */
export interface Logged {
  receipt: Receipt
  elements: readonly Element[] | null
}

/**
 * What was received, in the order of the relay's time, over all documents: of several receipts for one element the
 * earliest counts, so that rows which devices returned after a restore stand where they first came. Elements without
 * a receipt are left out.
 */
export function timeline(logs: ReadonlyMap<DocumentId, Iterable<Logged>>): TimedRun[] {
  return [...logs]
    .flatMap(([document, log]) => runsOf(document, log))
    .sort(
      (a, b) =>
        a.at - b.at ||
        (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) ||
        a.row.client - b.row.client ||
        a.row.clock - b.row.clock,
    )
}

interface Place {
  element: Element | undefined
  receipt: ElementReceipt
}

function runsOf(document: DocumentId, log: Iterable<Logged>): TimedRun[] {
  const writers = new Map<ClientId, Map<number, Place>>()
  for (const { receipt, elements } of log) {
    const places = writers.get(receipt.client) ?? new Map<number, Place>()
    writers.set(receipt.client, places)
    elementReceipts(receipt).forEach((part, index) => {
      const clock = receipt.clock + index
      const known = places.get(clock)
      const element = elements?.[index] ?? known?.element
      places.set(clock, {
        element,
        receipt: known && !isEarlier(part, known.receipt) ? known.receipt : part,
      })
    })
  }
  return [...writers].flatMap(([client, places]) => joined(document, client, places))
}

/** Neighbours with one receipt as one run. */
function joined(document: DocumentId, client: ClientId, places: ReadonlyMap<number, Place>): TimedRun[] {
  const runs: (TimedRun & { said: ElementReceipt; elements: Element[] })[] = []
  for (const clock of [...places.keys()].sort((a, b) => a - b)) {
    const { element, receipt: said } = places.get(clock)!
    if (element === undefined) continue
    const last = runs.at(-1)
    if (last?.said === said && last.row.clock + last.elements.length === clock) {
      last.elements.push(element)
      continue
    }
    const elements = [element]
    runs.push({
      document,
      at: said.receivedAt,
      row: { client, clock, elements },
      receipt: receiptOf(client, clock, 1, said),
      said,
      elements,
    })
  }
  return runs.map(({ at, row, said, elements }) => ({
    document,
    at,
    row,
    receipt: receiptOf(client, row.clock, elements.length, said),
  }))
}

function receiptOf(client: ClientId, clock: number, length: number, said: ElementReceipt): Receipt {
  const { author, device, as, receivedAt, verdict, reason } = said
  return {
    client,
    clock,
    length,
    author,
    device,
    as,
    times: [length, receivedAt],
    verdict,
    ...(reason === undefined ? {} : { reason }),
    mac: '',
  }
}
