import type { DocumentId } from '../domain/ledger/documents.ts'
import { type Element, isFact } from '../domain/ledger/fact.ts'
import { factTime } from '../domain/ledger/ids.ts'
import type { Receipt, Row } from '../domain/ledger/receipt.ts'
import type { QuarantineRecord, ReceiptRecord, RowRecord, SnapshotRecord } from './database.ts'
import type { OutboxSeal } from './outbox-seal.ts'
import { factsIn, spanOf } from './runs.ts'
import { type DataKey, seal, sealBytes, unseal, unsealBytes } from './seal.ts'
import type { QuarantinedFact } from './store.ts'

/**
 * Records of one person's database, sealed and opened. The context of each blob is its document, kind and place, so
 * that no blob passes for another. What opens was written by this app under this key: it is not parsed again.
 */
export class Blobs {
  /** Seals rows that wait for the relay too; null until its public key is known. */
  outbox: OutboxSeal | null = null

  constructor(private readonly key: DataKey) {}

  async sealRow(document: DocumentId, row: Row, waits: boolean): Promise<RowRecord> {
    const { client, clock, elements } = row
    const span = spanOf(row)
    const first = elements.find(isFact)
    const waiting = waits && first ? { since: factTime(first[0]), facts: factsIn(span) } : {}
    const [blob, sealed] = await Promise.all([
      seal(this.key, place(document, 'row', client, clock), elements),
      waits && first ? this.outbox?.seal(document, row) : undefined,
    ])
    return { document, client, ...span, ...waiting, ...(sealed ? { sealed } : {}), blob }
  }

  async openRow({ document, client, clock, blob }: RowRecord): Promise<Row> {
    const elements = await unseal(this.key, place(document, 'row', client, clock), blob)
    return { client, clock, elements: elements as Element[] }
  }

  async sealReceipt(document: DocumentId, receipt: Receipt): Promise<ReceiptRecord> {
    const { client, clock, length, mac } = receipt
    const blob = await seal(this.key, place(document, 'receipt', client, clock), receipt)
    return { document, client, clock, end: clock + length, mac, blob }
  }

  async openReceipt({ document, client, clock, blob }: ReceiptRecord): Promise<Receipt> {
    return (await unseal(this.key, place(document, 'receipt', client, clock), blob)) as Receipt
  }

  async sealSnapshot(
    document: DocumentId,
    at: { row: number; receipt: number },
    content: { rows: Row[]; receipts: Receipt[] },
  ): Promise<SnapshotRecord> {
    const blob = await seal(this.key, place(document, 'snapshot', at.row, at.receipt), content)
    return { document, row: at.row, receipt: at.receipt, blob }
  }

  async openSnapshot({ document, row, receipt, blob }: SnapshotRecord): Promise<{
    rows: Row[]
    receipts: Receipt[]
  }> {
    const content = await unseal(this.key, place(document, 'snapshot', row, receipt), blob)
    return content as { rows: Row[]; receipts: Receipt[] }
  }

  async sealQuarantined(fact: QuarantinedFact): Promise<QuarantineRecord> {
    const [id] = fact.fact
    const blob = await seal(this.key, place(fact.document, 'quarantine', id), fact)
    return { id, document: fact.document, blob }
  }

  async openQuarantined({ id, document, blob }: QuarantineRecord): Promise<QuarantinedFact> {
    return (await unseal(this.key, place(document, 'quarantine', id), blob)) as QuarantinedFact
  }

  sealFile(document: DocumentId, hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    return sealBytes(this.key, place(document, 'file', hash), bytes)
  }

  openFile(document: DocumentId, hash: string, blob: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    return unsealBytes(this.key, place(document, 'file', hash), blob)
  }

  sealState(name: string, value: unknown): Promise<Uint8Array> {
    return seal(this.key, place('', 'state', name), value)
  }

  openState(name: string, blob: Uint8Array): Promise<unknown> {
    return unseal(this.key, place('', 'state', name), blob)
  }
}

function place(...parts: (string | number)[]): string {
  return parts.join('\n')
}
