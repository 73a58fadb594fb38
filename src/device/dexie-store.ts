import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Header } from '../domain/ledger/fact.ts'
import { type ClientId, type FactId, factTime, type UserId } from '../domain/ledger/ids.ts'
import type { Cursor, Receipt, Row } from '../domain/ledger/receipt.ts'
import { Blobs } from './blobs.ts'
import { ofClients } from './by-writer.ts'
import { countWaiting, PersonDatabase, type RowRecord, writerVersion } from './database.ts'
import { forgetting } from './forget.ts'
import { openWaiting, readDocument, renewSnapshot, waitingRecords } from './read-document.ts'
import { rebuild } from './rebuild.ts'
import { cut, factsIn, reach, type Span, SpanMap, uncovered } from './runs.ts'
import { acknowledgeLost, addLost, type LostFacts, openEach, readLost } from './salvage.ts'
import type { DataKey } from './seal.ts'
import { secretNames } from './secret-names.ts'
import type {
  Batch,
  DeviceStore,
  Loaded,
  Position,
  QuarantinedFact,
  RebuildCause,
  Rebuilt,
  ReceiveResult,
  StoreStanding,
  Waiting,
} from './store.ts'

/** Records beyond the snapshot after which loading renews it: one blob opens ten times faster than so many. */
const snapshotAfter = 200

/** The device store on IndexedDB through Dexie: database `parta-<user>`, everything entered sealed under `key`. */
export class DexieStore implements DeviceStore {
  readonly database: PersonDatabase
  /** Called when broken records were taken out: what the relay has of them is to be asked for anew. */
  onMended: () => void = () => {}
  readonly blobs: Blobs
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

  async receive(document: DocumentId, batch: Batch): Promise<ReceiveResult> {
    for (;;) {
      const result = await this.tryReceive(document, batch)
      if (result) return result
    }
  }

  /** Null where rows were taken away while it was at work: what it found held may not be any more. */
  private async tryReceive(
    document: DocumentId,
    { entries, expected, cursor }: Batch,
  ): Promise<ReceiveResult | null> {
    const clients = new Set(entries.map(({ receipt }) => receipt.client))
    // Read before the transaction: sealing would outlive it. Only the cursor's owner adds foreign rows, and what takes
    // rows away raises the epoch: both are compared inside. Doubles would fold once anyway.
    const { epoch } = await this.record(document)
    const standing = await ofClients(this.database.rows, document, clients)
    const held = new SpanMap(standing)
    const macs = new Set((await ofClients(this.database.receipts, document, clients)).map(receiptKey))
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
    const result = await this.database.write(async (): Promise<ReceiveResult | null> => {
      const record = await this.record(document)
      if (record.epoch !== epoch) return null
      if (!sameCursor(record.cursor, expected)) return { kind: 'moved', cursor: record.cursor }
      // Sessions start anew: no fold, no `Y.Doc`, no snapshot keeps what was erased.
      await this.database.documents.put({ ...record, cursor, epoch: epoch + Math.sign(renewed.length) })
      if (renewed.length > 0) {
        await this.database.rows.bulkPut(renewed)
        await this.database.snapshots.delete(document)
      }
      await this.database.rows.bulkAdd(rowRecords)
      await this.database.receipts.bulkAdd(receiptRecords)
      await this.settleWaiting(document, clients)
      return { kind: 'stored' }
    })
    if (result?.kind === 'stored') this.changed(document)
    return result
  }

  async load(document: DocumentId): Promise<Loaded> {
    const { snapshot, loaded, fresh } = await this.read(document, null)
    // A cache that could not be written costs time only; a storage that fails shows at the first tap.
    if (fresh > snapshotAfter) {
      await renewSnapshot(this.database, this.blobs, document, loaded, snapshot).catch(() => undefined)
    }
    return loaded
  }

  async loadSince(document: DocumentId, position: Position, except: ClientId): Promise<Loaded> {
    return (await this.read(document, position, except)).loaded
  }

  async hasHoles(document: DocumentId): Promise<boolean> {
    const waiting = await this.waitingRecords(document)
    const clients = new Set(waiting.map(({ client }) => client))
    const held = new SpanMap(await ofClients(this.database.rows, document, clients))
    return waiting.some(({ client, clock }) => clock > reach(held.of(client)))
  }

  async rebuild(
    document: DocumentId,
    cause: RebuildCause,
    header: Header,
    client: ClientId,
  ): Promise<Rebuilt> {
    await this.openWaiting(document)
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
    const receipted = new SpanMap(await ofClients(this.database.receipts, document, clients))
    return waiting.flatMap(({ client, clock, end }) =>
      uncovered({ clock, end }, receipted.of(client)).map((span) => ({ client, ...span })),
    )
  }

  async waitingRows(document: DocumentId, limit: number): Promise<Row[]> {
    const rows = await this.openWaiting(document, limit)
    const clients = new Set(rows.map(({ client }) => client))
    const receipted = new SpanMap(await ofClients(this.database.receipts, document, clients))
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
    const { opened, broken } = await openEach(this.blobs, records, (one) => this.blobs.openQuarantined(one))
    if (broken.length > 0)
      await this.database.write(async () => {
        await this.database.quarantine.bulkDelete(broken.map(({ id }) => id))
        const lost = broken.map(({ id, document }) => ({ document, facts: 1, since: factTime(id) }))
        await addLost(this.database, lost)
      })
    return opened
  }

  async release(facts: readonly FactId[]): Promise<void> {
    await this.database.write(() => this.database.quarantine.bulkDelete([...facts]))
  }

  async kept(name: string): Promise<unknown> {
    const records = (await this.database.state.bulkGet([`kept/${name}`])).flatMap((record) => record ?? [])
    const open = ({ value }: { value: unknown }) => this.blobs.openState(name, value as Uint8Array)
    return (await openEach(this.blobs, records, open)).opened[0]
  }

  async keep(name: string, value: unknown): Promise<void> {
    const blob = await this.blobs.sealState(name, value)
    await this.database.write(() => this.database.state.put({ key: `kept/${name}`, value: blob }))
  }

  async standing(): Promise<StoreStanding> {
    const [newest, profile] = await this.database.state.bulkGet([
      'minWriterVersion',
      `kept/${secretNames.profile}`,
    ])
    if (!profile) return 'gone'
    return Number(newest?.value ?? 0) > writerVersion ? 'newer' : 'ours'
  }

  lost(): Promise<readonly LostFacts[]> {
    return readLost(this.database)
  }

  acknowledgeLost(): Promise<void> {
    return acknowledgeLost(this.database)
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

  private async read(document: DocumentId, since: Position | null, except?: ClientId) {
    const reading = await readDocument(this.database, this.blobs, document, since, except)
    if (reading.mended) this.mended(document)
    return reading
  }

  private async openWaiting(document: DocumentId, limit?: number): Promise<Row[]> {
    const { rows, mended } = await openWaiting(this.database, this.blobs, document, limit)
    if (mended) this.mended(document)
    return rows
  }

  private mended(document: DocumentId): void {
    this.changed(document)
    this.onMended()
  }

  private waitingRecords(document: DocumentId): Promise<RowRecord[]> {
    return waitingRecords(this.database, document)
  }

  /** Inside the transaction that stored receipts: rows now covered wait no more, others wait with what is left. */
  private async settleWaiting(document: DocumentId, clients: ReadonlySet<ClientId>): Promise<void> {
    const waiting = (await this.waitingRecords(document)).filter(({ client }) => clients.has(client))
    const writers = new Set(waiting.map(({ client }) => client))
    const receipted = new SpanMap(await ofClients(this.database.receipts, document, writers))
    for (const { since: _, sealed: __, facts, ...record } of waiting) {
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
