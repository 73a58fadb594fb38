import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, type Fact, isFact } from '../../src/domain/ledger/fact.ts'
import { GroupCommit } from '../store/group-commit.ts'
import { elementsHash } from '../store/row-hash.ts'
import {
  DatabaseGone,
  type LogEntry,
  NoRoom,
  type PolicyRecord,
  type Reads,
  type RowStore,
  type RowTransaction,
} from '../store/row-store.ts'
import type { RelayKeys } from './keys.ts'
import type { Logger } from './logger.ts'
import { sign, type UnsignedReceipt } from './mac.ts'
import { PolicyIndex } from './policy-index.ts'

/** Entries of one document that one commit appended, in log order. */
export interface AppendedBatch {
  document: DocumentId
  entries: readonly LogEntry[]
}

/** The append path that everybody shares; what was committed is told afterwards. */
export class RelayLog {
  readonly policy: PolicyIndex
  private readonly commit: GroupCommit
  private appended = new Map<DocumentId, LogEntry[]>()
  /** What other relays committed, told with the next commit of ours. */
  private foreign: AppendedBatch[] = []
  /** The last time that something was to be stored, the disk took nothing. */
  lacksRoom = false

  /** `records`: those of the store. `committed`: hears of entries after their fsync, before anybody is answered. */
  constructor(
    readonly store: RowStore,
    readonly keys: RelayKeys,
    readonly now: () => number,
    records: Iterable<PolicyRecord>,
    committed: (batches: readonly AppendedBatch[]) => void,
  ) {
    this.policy = new PolicyIndex(store, now, records)
    this.commit = new GroupCommit(store, {
      committed: () => {
        const own = [...this.appended].map(([document, entries]) => ({ document, entries }))
        const batches = [...this.foreign, ...own]
        this.foreign = []
        this.appended = new Map()
        if (own.length > 0) this.lacksRoom = false
        this.policy.committed()
        committed(batches)
      },
      rolledBack: () => {
        this.appended = new Map()
        return this.policy.rolledBack()
      },
    })
  }

  /** Hears from now on what other relays on the same database commit; `lost`: the database is away. */
  async follow(logger: Logger, lost: () => void): Promise<void> {
    await this.store.follow?.({
      news: ({ batches, policy }) => {
        this.foreign.push(...batches)
        this.policy.take(policy)
      },
      hint: () => {
        this.submit(null, () => undefined).catch((err: unknown) => {
          logger.warn({ err }, 'no news')
          if (err instanceof DatabaseGone) lost()
        })
      },
    })
  }

  /** Runs a work in the next transaction, as `GroupCommit.submit`. */
  submit<T>(reads: Reads | null, work: (log: LogTransaction) => T, weight?: number): Promise<T> {
    const run = (rows: RowTransaction) => work(new LogTransaction(this, rows, this.appended))
    const done = this.commit.submit(reads, run, weight)
    done.catch((error: unknown) => {
      if (error instanceof NoRoom) this.lacksRoom = true
    })
    return done
  }

  /** Takes nothing more; resolves when all that waits is committed. */
  close(): Promise<void> {
    return this.commit.close()
  }
}

/** The log inside a transaction: signs, stores, keeps the policy index. */
export class LogTransaction {
  readonly policy: PolicyIndex
  readonly keys: RelayKeys
  readonly now: () => number

  constructor(
    { policy, keys, now }: RelayLog,
    readonly rows: RowTransaction,
    private readonly appended: Map<DocumentId, LogEntry[]>,
  ) {
    this.policy = policy
    this.keys = keys
    this.now = now
  }

  /** Appends a run; `carries` false: the elements stand already, only the receipt is new. */
  append(
    document: DocumentId,
    unsigned: UnsignedReceipt,
    elements: readonly Element[],
    carries = true,
  ): LogEntry {
    const hash = elementsHash(elements)
    const receipt = sign(this.keys, document, unsigned, hash)
    const entry = this.rows.append(document, { receipt, elements: carries ? elements : null, hash })
    this.policy.append(this.rows, document, entry.seq, receipt, elements, carries)
    this.note(document, entry)
    return entry
  }

  /** Says elements that stand once more, since some of them were erased. */
  repeat(document: DocumentId, unsigned: UnsignedReceipt, elements: readonly Element[]): void {
    const hash = elementsHash(elements)
    const receipt = sign(this.keys, document, unsigned, hash)
    this.note(document, this.rows.append(document, { receipt, elements, hash }, false))
  }

  private note(document: DocumentId, entry: LogEntry): void {
    const list = this.appended.get(document)
    if (list) list.push(entry)
    else this.appended.set(document, [entry])
  }
}

/** Facts that entries carry. */
export function factsOf(entries: readonly LogEntry[]): Fact[] {
  return entries.flatMap(({ elements }) => elements?.filter(isFact) ?? [])
}
