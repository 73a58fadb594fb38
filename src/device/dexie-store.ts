import { Dexie } from 'dexie'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Header } from '../domain/ledger/fact.ts'
import type { ClientId, FactId, UserId } from '../domain/ledger/ids.ts'
import type { Cursor, Receipt, Row } from '../domain/ledger/receipt.ts'
import { Blobs } from './blobs.ts'
import { countWaiting, PersonDatabase, type RowRecord, type SnapshotRecord } from './database.ts'
import { forgetting } from './forget.ts'
import { rebuild } from './rebuild.ts'
import { cut, factsIn, reach, type Span, SpanMap, uncovered } from './runs.ts'
import type { DataKey } from './seal.ts'
import type {
  Batch,
  DeviceStore,
  Loaded,
  Position,
  QuarantinedFact,
  RebuildCause,
  Rebuilt,
  ReceiveResult,
  Waiting,
} from './store.ts'

/** Records beyond the snapshot after which loading renews it: one blob opens ten times faster than so many. */
const snapshotAfter = 200
/** Writers that are looked up one by one. */
const fewClients = 8

/** The device store on IndexedDB through Dexie: database `parta-<user>`, everything entered sealed under `key`. */
export class DexieStore implements DeviceStore {
  readonly database: PersonDatabase
  private readonly blobs: Blobs
  private readonly listeners = new Set<(documents: readonly DocumentId[]) => void>()
  /**
   * Tells other tabs which documents changed. Dexie's liveQuery would re-run every query of every tab on any write to
   * the table; naming the document lets a tab with twenty of them read one.
   */
  private readonly channel: BroadcastChannel

  constructor(user: UserId, key: DataKey) {
    this.database = new PersonDatabase(user)
    this.blobs = new Blobs(key)
    this.channel = new BroadcastChannel(this.database.name)
    this.channel.onmessage = ({ data }: MessageEvent<DocumentId[]>) => this.tell(data)
  }

  async append(document: DocumentId, rows: readonly Row[], epoch: number): Promise<boolean> {
    const records = await Promise.all(rows.map((row) => this.blobs.sealRow(document, row, true)))
    const stored = await this.database.write(async () => {
      if ((await this.record(document)).epoch !== epoch) return false
      await this.database.rows.bulkAdd(records)
      return true
    })
    if (stored) this.changed(document)
    return stored
  }

  async receive(document: DocumentId, { entries, expected, cursor }: Batch): Promise<ReceiveResult> {
    const clients = new Set(entries.map(({ receipt }) => receipt.client))
    // Read before the transaction: sealing would outlive it. Only the cursor's owner adds foreign rows, and the
    // cursor is compared inside; doubles would fold once anyway.
    const standing = await this.ofClients(this.database.rows, document, clients)
    const held = new SpanMap(standing)
    const macs = new Set((await this.ofClients(this.database.receipts, document, clients)).map(receiptKey))
    const fresh: Row[] = []
    const receipts: Receipt[] = []
    for (const { receipt, elements } of entries) {
      const span = { clock: receipt.clock, end: receipt.clock + receipt.length }
      const lacking = uncovered(span, held.of(receipt.client))
      if (lacking.length > 0 && elements === null) return { kind: 'missing' }
      if (elements !== null) {
        const row = { client: receipt.client, clock: receipt.clock, elements }
        for (const part of lacking) fresh.push(cut(row, part))
      }
      held.add(receipt.client, span)
      const key = receiptKey({ ...span, client: receipt.client, mac: receipt.mac })
      if (!macs.has(key)) receipts.push(receipt)
      macs.add(key)
    }
    const rowRecords = await Promise.all(fresh.map((row) => this.blobs.sealRow(document, row, false)))
    const receiptRecords = await Promise.all(receipts.map((r) => this.blobs.sealReceipt(document, r)))
    const renewed = await forgetting(this.blobs, standing, entries)
    const result = await this.database.write(async (): Promise<ReceiveResult> => {
      const record = await this.record(document)
      const places = await this.database.rows.bulkGet(renewed.map(({ id }) => id!))
      const moved = places.some((place, index) => place?.end !== renewed[index]!.end)
      if (moved || !sameCursor(record.cursor, expected)) return { kind: 'moved', cursor: record.cursor }
      // Sessions start anew: no fold, no `Y.Doc`, no snapshot keeps what was erased.
      const epoch = record.epoch + Math.sign(renewed.length)
      await this.database.documents.put({ ...record, cursor, epoch })
      if (renewed.length > 0) {
        await this.database.rows.bulkPut(renewed)
        await this.database.snapshots.delete(document)
      }
      await this.database.rows.bulkAdd(rowRecords)
      await this.database.receipts.bulkAdd(receiptRecords)
      await this.settleWaiting(document, clients)
      return { kind: 'stored' }
    })
    if (result.kind === 'stored') this.changed(document)
    return result
  }

  async load(document: DocumentId): Promise<Loaded> {
    const { snapshot, loaded, fresh } = await this.read(document, null)
    // A cache that could not be written costs time only; a storage that fails shows at the first tap.
    if (fresh > snapshotAfter) await this.renewSnapshot(document, loaded, snapshot).catch(() => undefined)
    return loaded
  }

  async loadSince(document: DocumentId, position: Position, except: ClientId): Promise<Loaded> {
    return (await this.read(document, position, except)).loaded
  }

  async hasHoles(document: DocumentId): Promise<boolean> {
    const waiting = await this.waitingRecords(document)
    const clients = new Set(waiting.map(({ client }) => client))
    const held = new SpanMap(await this.ofClients(this.database.rows, document, clients))
    return waiting.some(({ client, clock }) => clock > reach(held.of(client)))
  }

  async rebuild(
    document: DocumentId,
    cause: RebuildCause,
    header: Header,
    client: ClientId,
  ): Promise<Rebuilt> {
    const rebuilt = await rebuild(this.database, this.blobs, document, cause, header, client)
    if (rebuilt.offered + rebuilt.quarantined > 0) this.changed(document)
    return rebuilt
  }

  async cursor(document: DocumentId): Promise<Cursor | null> {
    return (await this.record(document)).cursor
  }

  async documents(): Promise<DocumentId[]> {
    const named = await this.database.documents.toCollection().primaryKeys()
    return [...new Set([...named, ...(await this.waitingDocuments())])]
  }

  async waitingSpans(document: DocumentId): Promise<({ client: ClientId } & Span)[]> {
    const waiting = await this.waitingRecords(document)
    const clients = new Set(waiting.map(({ client }) => client))
    const receipted = new SpanMap(await this.ofClients(this.database.receipts, document, clients))
    return waiting.flatMap(({ client, clock, end }) =>
      uncovered({ clock, end }, receipted.of(client)).map((span) => ({ client, ...span })),
    )
  }

  async waitingRows(document: DocumentId, limit: number): Promise<Row[]> {
    const waiting = await this.waitingRecords(document)
    const clients = new Set(waiting.map(({ client }) => client))
    const receipted = new SpanMap(await this.ofClients(this.database.receipts, document, clients))
    let bytes = 0
    const chosen = waiting.filter(({ blob }) => {
      const fits = bytes < limit
      bytes += blob.length
      return fits
    })
    const rows = await Promise.all(chosen.map((record) => this.blobs.openRow(record)))
    return rows.flatMap((row) => {
      const span = { clock: row.clock, end: row.clock + row.elements.length }
      return uncovered(span, receipted.of(row.client)).map((part) => cut(row, part))
    })
  }

  async waitingDocuments(): Promise<DocumentId[]> {
    const keys = await this.database.rows.orderBy('[document+since]').keys()
    return [...new Set((keys as unknown as [DocumentId, number][]).map(([document]) => document))]
  }

  waiting(): Promise<Waiting> {
    return countWaiting(this.database)
  }

  async quarantine(): Promise<QuarantinedFact[]> {
    const records = await this.database.quarantine.toArray()
    return Promise.all(records.map((record) => this.blobs.openQuarantined(record)))
  }

  async release(facts: readonly FactId[]): Promise<void> {
    await this.database.write(() => this.database.quarantine.bulkDelete([...facts]))
  }

  async kept(name: string): Promise<unknown> {
    const record = await this.database.state.get(`kept/${name}`)
    return record && this.blobs.openState(name, record.value as Uint8Array)
  }

  async keep(name: string, value: unknown): Promise<void> {
    const blob = await this.blobs.sealState(name, value)
    await this.database.write(() => this.database.state.put({ key: `kept/${name}`, value: blob }))
  }

  watch(listener: (documents: readonly DocumentId[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    this.listeners.clear()
    this.channel.close()
    this.database.end()
  }

  private changed(document: DocumentId): void {
    this.channel.postMessage([document])
    this.tell([document])
  }

  private tell(documents: readonly DocumentId[]): void {
    for (const listener of [...this.listeners]) listener(documents)
  }

  private async record(document: DocumentId) {
    return (await this.database.documents.get(document)) ?? { document, cursor: null, epoch: 0 }
  }

  /** One consistent reading of a document, from the snapshot (without a position) or from a position. */
  private async read(document: DocumentId, since: Position | null, except?: ClientId) {
    const { rows, receipts, documents, snapshots } = this.database
    const state = await this.database.transaction('r', [rows, receipts, documents, snapshots], async () => {
      const snapshot = since === null ? await snapshots.get(document) : undefined
      const from = since ?? snapshot ?? { row: 0, receipt: 0 }
      const after = (id: number) => [
        [document, id],
        [document, Number.POSITIVE_INFINITY],
      ]
      const [rowLow, rowHigh] = after(from.row)
      const [receiptLow, receiptHigh] = after(from.receipt)
      const [record, newRows, newReceipts] = await Promise.all([
        this.record(document),
        rows.where('[document+id]').between(rowLow, rowHigh, false).toArray(),
        receipts.where('[document+id]').between(receiptLow, receiptHigh, false).toArray(),
      ])
      return { snapshot, from, record, newRows, newReceipts }
    })
    const { snapshot, from, record, newRows, newReceipts } = state
    const base = snapshot ? await this.blobs.openSnapshot(snapshot) : { rows: [], receipts: [] }
    const others = newRows.filter(({ client }) => client !== except)
    const loaded: Loaded = {
      rows: base.rows.concat(await Promise.all(others.map((r) => this.blobs.openRow(r)))),
      receipts: base.receipts.concat(await Promise.all(newReceipts.map((r) => this.blobs.openReceipt(r)))),
      position: {
        row: newRows.at(-1)?.id ?? from.row,
        receipt: newReceipts.at(-1)?.id ?? from.receipt,
      },
      epoch: record.epoch,
    }
    return { snapshot, loaded, fresh: newRows.length + newReceipts.length }
  }

  private async renewSnapshot(
    document: DocumentId,
    { rows, receipts, position, epoch }: Loaded,
    old: SnapshotRecord | undefined,
  ): Promise<void> {
    const renewed = await this.blobs.sealSnapshot(document, position, { rows, receipts })
    await this.database.write(async () => {
      const current = await this.database.snapshots.get(document)
      if ((await this.record(document)).epoch === epoch && current?.row === old?.row)
        await this.database.snapshots.put(renewed)
    })
  }

  private waitingRecords(document: DocumentId): Promise<RowRecord[]> {
    return this.database.rows
      .where('[document+since]')
      .between([document, Dexie.minKey], [document, Dexie.maxKey])
      .sortBy('id')
  }

  private async ofClients<R extends { client: ClientId; clock: number; end: number }>(
    table: Dexie.Table<R, number>,
    document: DocumentId,
    clients: ReadonlySet<ClientId>,
  ): Promise<R[]> {
    const of = table.where('[document+client+clock]')
    if (clients.size > fewClients) {
      // A first download names hundreds of writers: one reading of the document is cheaper than so many look-ups.
      const all = await of.between([document, Dexie.minKey], [document, Dexie.maxKey]).toArray()
      return all.filter(({ client }) => clients.has(client))
    }
    const found = await Promise.all(
      [...clients].map((client) =>
        table
          .where('[document+client+clock]')
          .between([document, client, Dexie.minKey], [document, client, Dexie.maxKey])
          .toArray(),
      ),
    )
    return found.flat()
  }

  /** Inside the transaction that stored receipts: rows now covered wait no more, others wait with what is left. */
  private async settleWaiting(document: DocumentId, clients: ReadonlySet<ClientId>): Promise<void> {
    const waiting = (await this.waitingRecords(document)).filter(({ client }) => clients.has(client))
    const writers = new Set(waiting.map(({ client }) => client))
    const receipted = new SpanMap(await this.ofClients(this.database.receipts, document, writers))
    for (const { since: _, facts, ...record } of waiting) {
      const parts = uncovered({ clock: record.clock, end: record.end }, receipted.of(record.client))
      const left = parts.reduce((sum, part) => sum + factsIn(part), 0)
      if (left === 0) await this.database.rows.put(record)
      else if (left !== facts) await this.database.rows.update(record.id!, { facts: left })
    }
  }
}

function receiptKey({ client, clock, end, mac }: { client: ClientId; mac: string } & Span): string {
  return `${client},${clock},${end},${mac}`
}

function sameCursor(a: Cursor | null, b: Cursor | null): boolean {
  if (a === null || b === null) return a === b
  return a.incarnation === b.incarnation && a.seq === b.seq && a.chain === b.chain
}
