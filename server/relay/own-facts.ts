import type { Capacity } from '../../src/domain/ledger/attributes.ts'
import { HybridClock } from '../../src/domain/ledger/clock.ts'
import { type DocumentId, readDocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, type Entry, type Fact, parseFact } from '../../src/domain/ledger/fact.ts'
import { Fold } from '../../src/domain/ledger/fold.ts'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { LogEntry, RowStore } from '../store/row-store.ts'
import type { LogTransaction } from './relay-log.ts'

/** In whose name the server itself writes. */
export interface ServerWriter {
  user: UserId
  device: DeviceId
  as: Capacity
}

/** What the server appends in one go. */
export interface Batch {
  writer: ServerWriter
  entries: Entry[]
  /** Relay's time of reception, ms since 1970; default now. */
  at?: number
}

/** Elements of one row: bounds a frame of the first download. */
const rowLimit = 500
const page = 500

/** Reads a document's log in its order, page by page. */
export async function readLog(
  store: Pick<RowStore, 'entries'>,
  document: DocumentId,
  take: (entries: LogEntry[]) => void,
): Promise<void> {
  for (let after = 0; ; after += page) {
    const entries = await store.entries(document, after, page)
    take(entries)
    if (entries.length < page) return
  }
}

/** Folds the stored rows of a document, in a transaction that reads it whole or in a database of this process. */
export function foldDocument(
  rows: { entries(document: DocumentId, after: number, limit: number): LogEntry[] },
  document: DocumentId,
): Fold {
  const fold = new Fold()
  for (let after = 0; ; after += page) {
    const entries = rows.entries(document, after, page)
    addTo(fold, entries)
    if (entries.length < page) return fold
  }
}

/** The same from any store. */
export async function foldStored(store: Pick<RowStore, 'entries'>, document: DocumentId): Promise<Fold> {
  const fold = new Fold()
  await readLog(store, document, (entries) => addTo(fold, entries))
  return fold
}

function addTo(fold: Fold, entries: readonly LogEntry[]): void {
  for (const { receipt, elements } of entries) {
    if (elements) fold.add({ client: receipt.client, clock: receipt.clock, elements })
    fold.receive(receipt)
  }
}

/**
 * Appends facts of the server's own (import, demo, accounts) to a document that is read whole: one fresh writer a
 * batch, ids coined at the batch's time, each fact superseding the heads of its cell. Throws on an entry that the
 * attribute schema does not know: the caller is at fault.
 */
export function recordBatches(log: LogTransaction, document: DocumentId, batches: readonly Batch[]): void {
  const name = readDocumentId(document)
  if (!name) throw new Error(`${document} names no document`)
  const fold = foldDocument(log.rows, document)
  for (const { writer, entries, at = log.now() } of batches) {
    if (entries.length === 0) continue
    const { user, device, as } = writer
    const client = log.rows.freshClient(document)
    const clock = new HybridClock(() => at, { user, device, client })
    log.rows.bind(document, client, { user, device })
    let pending: Element[] = [{ user, device, app: 'relay' }]
    let start = 0
    const flush = () => {
      const length = pending.length
      const said = { author: user, device, as, verdict: 'ok' } as const
      const unsigned = { client, clock: start, length, ...said, times: [length, at] }
      const { receipt } = log.append(document, unsigned, pending)
      fold.receive(receipt)
      start += length
      pending = []
    }
    for (const { entity, attribute, value } of entries) {
      const heads = fold.heads(entity, attribute)
      const id = clock.next()
      const fact: Fact =
        heads.length > 0 ? [id, entity, attribute, value, heads] : [id, entity, attribute, value]
      const parsed = parseFact(fact, name.kind)
      if (!parsed.ok) throw new Error(`${entity}: ${parsed.why}`)
      fold.add({ client, clock: start + pending.length, elements: [fact] })
      pending.push(fact)
      if (pending.length >= rowLimit) flush()
    }
    if (pending.length > 0) flush()
  }
}
