import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'
import type { LocalRowStore, LogEntry } from '../store/row-store.ts'
import { foldDocument } from './own-facts.ts'
import { RelayNode, type RelayOptions } from './relay-node.ts'
import { type Verified, verifyStore } from './verify-store.ts'

export type { Authenticated } from './authenticated.ts'
export type { Batch, ServerWriter } from './own-facts.ts'

/** Entries of a log read at once. */
const page = 500

/** The relay whose database is in its own process: who reads its logs there waits for nothing. */
export class Relay extends RelayNode {
  /** The school's clock, ms since 1970. */
  readonly now: () => number
  private readonly store: LocalRowStore

  constructor(options: RelayOptions<LocalRowStore>) {
    super(options, options.store.policyRecords())
    this.now = options.now
    this.store = options.store
  }

  /** Folds the stored rows of a document; nothing is held. */
  foldOf(document: DocumentId): Fold {
    return foldDocument(this.store, document)
  }

  /** The log of a document, in its order. */
  *logOf(document: DocumentId): Iterable<LogEntry> {
    for (let after = 0; ; ) {
      const entries = this.store.entries(document, after, page)
      yield* entries
      if (entries.length < page) return
      after = entries.at(-1)!.seq
    }
  }

  /** Documents that have rows, in order of their names. */
  documents(prefix?: string): DocumentId[] {
    return this.store.documents(prefix)
  }

  /** Checks every log, or the newest rows: content, chain, end, signatures. Names the first damage, in Russian. */
  verify(newest?: number): Verified {
    return verifyStore(this.store, this.log.keys, { newest })
  }

  /** The same for the log of one document. */
  verifyLog(document: DocumentId): Verified {
    return verifyStore(this.store, this.log.keys, { only: document })
  }
}
