import { Dexie, type Table } from 'dexie'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { ClientId, FactId, UserId } from '../domain/ledger/ids.ts'
import type { Cursor } from '../domain/ledger/receipt.ts'
import { NewerDatabaseError } from './storage-fault.ts'

/** Grows when this app writes what an older one would misread. */
export const writerVersion = 1

/** Places and counts lie open, so that they can be indexed; what anybody entered lies in the sealed blob. */
export interface RowRecord {
  id?: number
  document: DocumentId
  client: ClientId
  clock: number
  end: number
  /** While part of the row waits: device time of its first fact, and how many facts. Absent once all is receipted. */
  since?: number
  facts?: number
  /** While it waits: the same row sealed to the relay's public key, for whoever carries it. */
  sealed?: Uint8Array
  blob: Uint8Array
}

export interface ReceiptRecord {
  id?: number
  document: DocumentId
  client: ClientId
  clock: number
  end: number
  /** Tells a receipt that came again from another one for the same clocks. */
  mac: string
  blob: Uint8Array
}

export interface DocumentRecord {
  document: DocumentId
  cursor: Cursor | null
  epoch: number
}

/** Everything up to a position as one blob: a cache, rebuilt at will. */
export interface SnapshotRecord {
  document: DocumentId
  row: number
  receipt: number
  blob: Uint8Array
}

export interface QuarantineRecord {
  id: FactId
  document: DocumentId
  blob: Uint8Array
}

/** A file of a homework. `since`: device time of its entry, while it waits for the relay. */
export interface FileRecord {
  document: DocumentId
  hash: string
  type: string
  since?: number
  /** Why the relay did not take it. */
  refused?: string
  blob: Uint8Array
}

export interface StateRecord {
  key: string
  value: unknown
}

/** Pauses before a database that does not open is opened again, ms. */
const firstPause = 250
const longestPause = 10_000

export const databaseName = (user: UserId) => `parta-${user}`

/** One person's database on this tablet. */
export class PersonDatabase extends Dexie {
  declare rows: Table<RowRecord, number>
  declare receipts: Table<ReceiptRecord, number>
  declare documents: Table<DocumentRecord, DocumentId>
  declare snapshots: Table<SnapshotRecord, DocumentId>
  declare quarantine: Table<QuarantineRecord, FactId>
  declare state: Table<StateRecord, string>
  declare files: Table<FileRecord, [DocumentId, string]>

  /** Called when somebody deletes this database while it is open here. */
  onDeleted: () => void = () => {}
  private ended = false
  private reopening: Promise<void> | null = null

  constructor(user: UserId) {
    // Chrome's default durability is relaxed: a row could be sent, receipted and still be lost with the battery.
    super(databaseName(user), { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      rows: '++id, [document+id], [document+client+clock], [document+since], [since+facts]',
      receipts: '++id, [document+id], [document+client+clock]',
      documents: 'document',
      snapshots: 'document',
      quarantine: 'id, document',
      state: 'key',
    })
    this.version(2).stores({ files: '[document+hash], since' })
    // The person was removed in another tab: opening again would make an empty database anew.
    this.on('versionchange', (event) => {
      if (event.newVersion !== null) return true
      this.end()
      this.onDeleted()
      return false
    })
  }

  /** Closes for good. */
  end(): void {
    this.ended = true
    this.close()
  }

  /**
   * Opens what the browser closed, as often as it takes: reads do not once opening has failed, as it does while the
   * browser is deleting what was there. Resolves without it where the session has ended.
   */
  reopen(): Promise<void> {
    this.reopening ??= this.openAgain().finally(() => {
      this.reopening = null
    })
    return this.reopening
  }

  private async openAgain(): Promise<void> {
    for (let pause = 0; ; pause = Math.min(pause * 2 + firstPause, longestPause)) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      if (this.ended) return
      try {
        await this.open()
        return
      } catch {
        // Tried again after a pause.
      }
    }
  }

  /**
   * Runs a write transaction over all tables. Dexie lets an old app write into a newer database, so the version is
   * checked inside every transaction: another tab may have been updated meanwhile.
   */
  async write<T>(run: () => Promise<T>): Promise<T> {
    // The browser may close a database under us; only the session's end closes it for good.
    if (!this.isOpen() && !this.ended) await this.open()
    return this.transaction('rw', this.tables, async () => {
      const newest = (await this.state.get('minWriterVersion'))?.value
      if (typeof newest === 'number' && newest > writerVersion)
        throw new NewerDatabaseError(`writer ${writerVersion}, database wants ${newest}`)
      if (newest !== writerVersion) await this.state.put({ key: 'minWriterVersion', value: writerVersion })
      return run()
    })
  }
}

/** Waiting facts and files, and since when, read from the indexes alone: no key is needed. A file counts as one. */
export async function countWaiting(
  database: PersonDatabase,
): Promise<{ facts: number; since: number | null }> {
  const keys = (await database.rows.orderBy('[since+facts]').keys()) as unknown as [number, number][]
  const files = (await database.files.orderBy('since').keys()) as unknown as number[]
  const since = Math.min(keys[0]?.[0] ?? Number.POSITIVE_INFINITY, files[0] ?? Number.POSITIVE_INFINITY)
  return {
    facts: keys.reduce((sum, [, facts]) => sum + facts, files.length),
    since: Number.isFinite(since) ? since : null,
  }
}
