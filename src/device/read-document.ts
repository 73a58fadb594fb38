import { Dexie } from 'dexie'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { ClientId } from '../domain/ledger/ids.ts'
import type { Row } from '../domain/ledger/receipt.ts'
import type { Blobs } from './blobs.ts'
import type { PersonDatabase, RowRecord, SnapshotRecord } from './database.ts'
import { openEach, takeOut } from './salvage.ts'
import type { Loaded, Position } from './store.ts'

export interface Reading {
  snapshot: SnapshotRecord | undefined
  loaded: Loaded
  /** Records beyond the snapshot. */
  fresh: number
  /** Broken records were taken out on the way. */
  mended: boolean
}

/** One consistent reading of a document, from the snapshot (without a position) or from a position. */
export async function readDocument(
  database: PersonDatabase,
  blobs: Blobs,
  document: DocumentId,
  since: Position | null,
  except?: ClientId,
): Promise<Reading> {
  const { rows, receipts, documents, snapshots } = database
  const state = await database.transaction('r', [rows, receipts, documents, snapshots], async () => {
    const snapshot = since === null ? await snapshots.get(document) : undefined
    const from = since ?? snapshot ?? { row: 0, receipt: 0 }
    const after = (id: number) => [
      [document, id],
      [document, Number.POSITIVE_INFINITY],
    ]
    const [rowLow, rowHigh] = after(from.row)
    const [receiptLow, receiptHigh] = after(from.receipt)
    const [record, newRows, newReceipts] = await Promise.all([
      documents.get(document),
      rows.where('[document+id]').between(rowLow, rowHigh, false).toArray(),
      receipts.where('[document+id]').between(receiptLow, receiptHigh, false).toArray(),
    ])
    return { snapshot, from, epoch: record?.epoch ?? 0, newRows, newReceipts }
  })
  const { snapshot, from, epoch, newRows, newReceipts } = state
  const others = newRows.filter(({ client }) => client !== except)
  const base = await openEach(blobs, snapshot ? [snapshot] : [], (one) => blobs.openSnapshot(one))
  const opened = await openEach(blobs, others, (one) => blobs.openRow(one))
  const received = await openEach(blobs, newReceipts, (one) => blobs.openReceipt(one))
  if (base.broken.length + opened.broken.length + received.broken.length > 0) {
    await takeOut(database, document, { rows: opened.broken, receipts: received.broken })
    return { ...(await readDocument(database, blobs, document, since, except)), mended: true }
  }
  const [cached] = base.opened
  const loaded = {
    rows: [...(cached?.rows ?? []), ...opened.opened],
    receipts: [...(cached?.receipts ?? []), ...received.opened],
    position: { row: newRows.at(-1)?.id ?? from.row, receipt: newReceipts.at(-1)?.id ?? from.receipt },
    epoch,
  }
  return { snapshot, loaded, fresh: newRows.length + newReceipts.length, mended: false }
}

/** Writes a document's snapshot anew, unless it was rebuilt or another tab was faster. */
export async function renewSnapshot(
  database: PersonDatabase,
  blobs: Blobs,
  document: DocumentId,
  { rows, receipts, position, epoch }: Loaded,
  old: SnapshotRecord | undefined,
): Promise<void> {
  const renewed = await blobs.sealSnapshot(document, position, { rows, receipts })
  await database.write(async () => {
    const current = await database.snapshots.get(document)
    const record = await database.documents.get(document)
    if ((record?.epoch ?? 0) === epoch && current?.row === old?.row) await database.snapshots.put(renewed)
  })
}

/** Waiting rows, oldest first, until about `limit` bytes; those that don't open are taken out as lost. */
export async function openWaiting(
  database: PersonDatabase,
  blobs: Blobs,
  document: DocumentId,
  limit = Number.POSITIVE_INFINITY,
): Promise<{ rows: Row[]; mended: boolean }> {
  let bytes = 0
  const chosen = (await waitingRecords(database, document)).filter(({ blob }) => {
    const fits = bytes < limit
    bytes += blob.length
    return fits
  })
  const { opened, broken } = await openEach(blobs, chosen, (record) => blobs.openRow(record))
  if (broken.length === 0) return { rows: opened, mended: false }
  await takeOut(database, document, { rows: broken, receipts: [] })
  return { ...(await openWaiting(database, blobs, document, limit)), mended: true }
}

/** Records of a document that wait for receipts, oldest first. */
export function waitingRecords(database: PersonDatabase, document: DocumentId): Promise<RowRecord[]> {
  return database.rows
    .where('[document+since]')
    .between([document, Dexie.minKey], [document, Dexie.maxKey])
    .sortBy('id')
}
