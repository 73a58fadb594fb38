import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DocumentId, LessonKey } from '../../src/domain/ledger/documents.ts'
import { type Fact, isFact } from '../../src/domain/ledger/fact.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { CarriedOutcome, OutboxKey } from '../../src/domain/ledger/outbox.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import { type CloseCode, closeCodes } from '../../src/sync/close-codes.ts'
import { hashOfHashes } from '../store/row-hash.ts'
import type { LogEntry, PolicyRecord, RowStore } from '../store/row-store.ts'
import type { Author } from './answer.ts'
import type { Authenticate, Authenticated } from './authenticated.ts'
import { type KnownDevice, takeCarried } from './carried-outbox.ts'
import { erase } from './erasure.ts'
import { Hub } from './hub.ts'
import type { RelayKeys } from './keys.ts'
import type { Logger } from './logger.ts'
import { isGenuine } from './mac.ts'
import { type Measures, toAll } from './measures.ts'
import { OutboxKeys } from './outbox-keys.ts'
import { type Batch, foldStored, readLog, recordBatches } from './own-facts.ts'
import type { PeerSocket } from './peer.ts'
import { Polls } from './polls.ts'
import { type Posted, readsOfPosted, takePosted } from './posted-facts.ts'
import { type AppendedBatch, factsOf, RelayLog } from './relay-log.ts'
import { SignIns } from './sign-ins.ts'
import { Upgrades } from './upgrade.ts'
import { type Verified, verifyStore } from './verify-store.ts'

export type { Authenticated } from './authenticated.ts'
export type { Batch, ServerWriter } from './own-facts.ts'

export interface RelayOptions {
  store: RowStore
  /** Outside the database and its backups. */
  keys: RelayKeys
  /** ms since 1970. */
  now: () => number
  log: Logger
  authenticate: Authenticate
  /** Whether there is room for more rows; without it only a disk that refuses tells. */
  hasRoom?: () => boolean
  /** Hears which version of the app a device says that it is. */
  reported?: (who: Authenticated, app: string) => void
}

/** `again`: among the entries are receipts of elements that stood already, which may count otherwise now. */
type AppendListener = (document: DocumentId, facts: Fact[], again: boolean) => void

/** How long a stopping relay waits for its peers to close, ms. */
const farewell = 1_000

/**
 * The relay: takes rows from devices, gives each a receipt, serves them to whoever may read. It holds no document in
 * memory, only the index that rights are judged by. Several of them may stand before one database of the network.
 */
export class Relay {
  /** The school's clock, ms since 1970. */
  readonly now: () => number
  private readonly store: RowStore
  private readonly log: RelayLog
  private readonly hub: Hub
  private readonly upgrades: Upgrades
  private readonly polls: Polls
  private readonly outboxKeys: OutboxKeys
  private readonly signIns: SignIns
  private readonly listeners = new Set<AppendListener>()
  private readonly logger: Logger
  private readonly watching = new Set<Measures>()
  private readonly measures = toAll(this.watching)
  private readonly roomLeft: () => boolean

  /** `records`: those of the store. */
  constructor(
    { store, keys, now, log: logger, authenticate, hasRoom = () => true, reported }: RelayOptions,
    records: Iterable<PolicyRecord>,
  ) {
    this.now = now
    this.store = store
    this.logger = logger
    this.roomLeft = hasRoom
    this.log = new RelayLog(store, keys, now, records, (batches) => this.committed(batches))
    const { policy } = this.log
    this.hub = new Hub(keys, logger, () => `${policy.version},${policy.today()}`)
    this.signIns = new SignIns(authenticate, reported)
    this.upgrades = new Upgrades({
      log: this.log,
      hub: this.hub,
      signIns: this.signIns,
      logger,
      measures: () => this.measures,
      hasRoom,
    })
    this.outboxKeys = new OutboxKeys(keys)
    this.polls = new Polls((socket) => this.upgrades.accept(socket))
  }

  /** A relay before a store, whose other relays it follows. */
  static async open(options: RelayOptions): Promise<Relay> {
    const relay = new Relay(options, await options.store.policyRecords())
    // Another relay may still have the database.
    await relay.log.follow(options.log, () => relay.disconnect(() => true, closeCodes.goingAway))
    return relay
  }

  /**
   * Appends facts of the server's own (import, demo, accounts): coins ids, supersedes the heads, one fresh writer per
   * batch, through the same append path, with receipts and fan-out. Resolves after fsync; rejects, with nothing
   * stored, when an entry does not fit the attribute schema.
   */
  record(document: DocumentId, batches: Batch[]): Promise<void> {
    return this.log.submit({ document, whole: true }, (log) => recordBatches(log, document, batches))
  }

  /**
   * Erases the facts that `of` names, for ever; their hashes and receipts stay. Resolves after fsync with how many
   * there were; whoever reads the document is told.
   */
  erase(document: DocumentId, of: (fact: Fact) => boolean): Promise<number> {
    return this.log.submit({ document, whole: true }, (log) =>
      erase(log, document, (element) => isFact(element) && of(element)),
    )
  }

  /**
   * Takes facts that came with a request instead of over the socket: same checks, receipts and fan-out. Resolves after
   * fsync.
   */
  post(document: DocumentId, author: Author, facts: readonly unknown[], app: string): Promise<Posted> {
    return this.log.submit(readsOfPosted(document, facts), (log) =>
      takePosted(log, document, author, facts, app),
    )
  }

  /** Folds the stored rows of a document; nothing is held. */
  async foldOf(document: DocumentId): Promise<Fold> {
    const began = performance.now()
    const fold = await foldStored(this.store, document)
    this.measures.folded(performance.now() - began)
    return fold
  }

  /** The log of a document, in its order. */
  async logOf(document: DocumentId): Promise<LogEntry[]> {
    const log: LogEntry[] = []
    await readLog(this.store, document, (entries) => log.push(...entries))
    return log
  }

  /** Documents that have rows, in order of their names. */
  async documents(prefix?: string): Promise<DocumentId[]> {
    return this.store.documents(prefix)
  }

  /** Checks every log, or the newest rows: content, chain, end, signatures. Names the first damage, in Russian. */
  verify(newest?: number): Promise<Verified> {
    return verifyStore(this.store, this.log.keys, { newest })
  }

  /** The same for the log of one document. */
  verifyLog(document: DocumentId): Promise<Verified> {
    return verifyStore(this.store, this.log.keys, { only: document })
  }

  /** Where a moved lesson of a journal stands. */
  movedTo(document: DocumentId, lesson: LessonKey): { date: string; bell: number } | undefined {
    return this.log.policy.movedTo(document)(lesson)
  }

  /** Whether this relay's key signed a receipt for elements of these hashes. */
  isSigned(document: DocumentId, receipt: Receipt, hashes: readonly Uint8Array[]): boolean {
    return (
      hashes.length === receipt.length && isGenuine(this.log.keys, document, receipt, hashOfHashes(hashes))
    )
  }

  /** What rights are judged by, as it stands. */
  policy(): Policy {
    return this.log.policy.policy()
  }

  /** Whether what devices send can be stored, as far as is known. */
  hasRoom(): boolean {
    return this.roomLeft() && !this.log.lacksRoom
  }

  /** The school's date, `YYYY-MM-DD`, in its time zone. */
  today(): string {
    return this.log.policy.today()
  }

  /** Calls back after each commit with the facts that it added to a document. Returns how to end it. */
  onAppend(listener: AppendListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** From now on `measures` hears of what is answered and stored, too. */
  watch(measures: Measures): void {
    this.watching.add(measures)
  }

  /** Connections there are. */
  get connections(): number {
    return this.hub.connections.size
  }

  /** Takes over a WebSocket upgrade of `/sync` or `/sync/<document>`; false when the request is none of the relay's. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    return this.upgrades.handle(request, socket, head)
  }

  /** Serves the app on a socket that is open already. */
  accept(socket: PeerSocket): void {
    this.upgrades.accept(socket)
  }

  /** Serves the app without a socket: one request's frames, answered by what there is for its session. */
  poll(body: Uint8Array, gone: AbortSignal): Promise<Uint8Array> {
    return this.polls.exchange(body, gone)
  }

  /** What a device seals its outbox with, so that anybody may carry it. */
  outboxKey(user: UserId, device: DeviceId): OutboxKey {
    return this.outboxKeys.keyFor(user, device)
  }

  /** Takes sealed rows that somebody carried; null when the bytes are no outbox. */
  takeCarried(file: Uint8Array, known: KnownDevice): Promise<CarriedOutcome | null> {
    return takeCarried(this.log, this.outboxKeys, known, file)
  }

  /** Closes the connections of those whom the filter names, whose sessions have been ended. */
  disconnect(filter: (session: Authenticated) => boolean, code: CloseCode): void {
    this.signIns.ended()
    for (const connection of [...this.hub.connections]) {
      if (connection.authenticated && filter(connection.authenticated)) connection.close(code)
    }
  }

  /** Stops gracefully: takes no new rows, commits those that wait, tells everybody to dial again later. */
  async stop(): Promise<void> {
    this.upgrades.stop()
    this.polls.stop()
    await this.log.close()
    this.hub.stop()
    // What the last commit answers is sent before the farewell.
    await new Promise((resolve) => setImmediate(resolve))
    for (const connection of [...this.hub.connections]) connection.close(closeCodes.goingAway)
    const deadline = performance.now() + farewell
    while (this.hub.connections.size > 0 && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 10))
    for (const connection of [...this.hub.connections]) connection.terminate()
  }

  private committed(batches: readonly AppendedBatch[]): void {
    this.hub.broadcast(batches)
    for (const { document, entries } of batches) {
      for (const { receipt } of entries) this.measures.rows(receipt.verdict, receipt.length)
      const facts = factsOf(entries)
      const again = entries.some(({ elements }) => elements === null)
      for (const listener of this.listeners) {
        try {
          listener(document, facts, again)
        } catch (err) {
          this.logger.error({ err }, 'append listener failed')
        }
      }
    }
  }
}
