import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { CloseCode } from '../../src/sync/close-codes.ts'
import { encodeContent } from '../../src/sync/frames.ts'
import type { LogEntry } from '../store/row-store.ts'
import type { Authenticated } from './authenticated.ts'
import type { RelayKeys } from './keys.ts'
import type { Logger } from './logger.ts'
import type { AppendedBatch } from './relay-log.ts'
import { type Leaving, mergeRuns, packNow } from './rows-frame.ts'

/** Rows of one commit on their way to every reader; what is the same for all is made once. */
export class Broadcast {
  readonly document: DocumentId
  readonly entries: readonly LogEntry[]
  private shared: Uint8Array | undefined

  constructor(
    private readonly keys: RelayKeys,
    { document, entries }: AppendedBatch,
  ) {
    this.document = document
    this.entries = entries
  }

  /** The content of a `rows` frame; elements that the receiver sent himself are left out. */
  content(isOwn: (entry: Leaving) => boolean): Uint8Array {
    if (this.entries.some(isOwn)) return this.encode(isOwn)
    this.shared ??= this.encode(() => false)
    return this.shared
  }

  private encode(isOwn: (entry: Leaving) => boolean): Uint8Array {
    const { previousChain } = this.entries[0]!
    const { seq, chain } = this.entries.at(-1)!
    const runs = mergeRuns(this.keys, this.document, this.entries, isOwn)
    return encodeContent({ kind: 'rows', previousChain, seq, chain, ...packNow(runs) })
  }
}

/** An open document of a connection. */
export interface Reader {
  readonly document: DocumentId
  /** Rows that a commit appended, after its fsync. */
  offer(broadcast: Broadcast): void
  /** Rights may have changed: a reader who may not read any more ends itself. */
  review(): void
}

/** A connection of any kind. */
export interface Connection {
  readonly authenticated: Authenticated | undefined
  close(code: CloseCode): void
  /** Called every `heartbeat` ms: pings, and drops the peer that did not answer the last one. */
  beat(): void
  terminate(): void
}

/** Half of what the providers take for a dead line. */
const heartbeat = 15_000

/** All connections and their open documents: fan-out, fencing, heartbeats. */
export class Hub {
  readonly connections = new Set<Connection>()
  private readonly readers = new Map<DocumentId, Set<Reader>>()
  private readonly tabs = new Map<string, Connection>()
  private readonly timer: NodeJS.Timeout
  private rights: string

  /** `rights`: a text that changes whenever anybody's rights may have, by a fact or at midnight. */
  constructor(
    private readonly keys: RelayKeys,
    private readonly log: Logger,
    private readonly currentRights: () => string,
  ) {
    this.rights = currentRights()
    this.timer = setInterval(() => this.beat(), heartbeat)
    this.timer.unref()
  }

  subscribe(reader: Reader): void {
    const readers = this.readers.get(reader.document)
    if (readers) readers.add(reader)
    else this.readers.set(reader.document, new Set([reader]))
  }

  unsubscribe(reader: Reader): void {
    const readers = this.readers.get(reader.document)
    readers?.delete(reader)
    if (readers?.size === 0) this.readers.delete(reader.document)
  }

  /** Sends committed rows to all who have the document open. */
  broadcast(batches: readonly AppendedBatch[]): void {
    // Before any row goes out: a policy change may be among them.
    this.review()
    for (const batch of batches) {
      const broadcast = new Broadcast(this.keys, batch)
      for (const reader of [...(this.readers.get(batch.document) ?? [])]) {
        try {
          reader.offer(broadcast)
        } catch (err) {
          this.log.error({ err }, 'rows could not be offered')
        }
      }
    }
  }

  /** A tab's newer connection fences the older one. */
  claimTab(tab: string, connection: Connection, fencedCode: CloseCode): void {
    const older = this.tabs.get(tab)
    this.tabs.set(tab, connection)
    if (older && older !== connection) older.close(fencedCode)
  }

  releaseTab(tab: string, connection: Connection): void {
    if (this.tabs.get(tab) === connection) this.tabs.delete(tab)
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private beat(): void {
    this.review()
    for (const connection of [...this.connections]) connection.beat()
  }

  private review(): void {
    const rights = this.currentRights()
    if (rights === this.rights) return
    this.rights = rights
    for (const readers of [...this.readers.values()]) for (const reader of [...readers]) reader.review()
  }
}
