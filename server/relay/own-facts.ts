import type { Capacity } from '../../src/domain/ledger/attributes.ts'
import { HybridClock } from '../../src/domain/ledger/clock.ts'
import { type DocumentId, readDocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, type Entry, type Fact, parseFact } from '../../src/domain/ledger/fact.ts'
import { Fold } from '../../src/domain/ledger/fold.ts'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { LogEntry } from '../store/row-store.ts'
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

/** Where entries of a log are read, in a transaction or outside. */
interface EntryReader {
  entries(document: DocumentId, after: number, limit: number): LogEntry[]
}

/** Folds the stored rows of a document. */
export function foldDocument(store: EntryReader, document: DocumentId): Fold {
  const fold = new Fold()
  for (let after = 0; ; after += page) {
    const entries = store.entries(document, after, page)
    for (const { receipt, elements } of entries) {
      if (elements) fold.add({ client: receipt.client, clock: receipt.clock, elements })
      fold.receive(receipt)
    }
    if (entries.length < page) return fold
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
