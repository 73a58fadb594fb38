import {
  type DocumentId,
  journalName,
  readDocumentId,
  schoolDocument,
} from '../../src/domain/ledger/documents.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'
import { type ClassView, readClass } from '../../src/domain/school/class-view.ts'
import type { Relay } from '../relay/relay.ts'
import { digestOf, type JournalDigest } from './journal-digest.ts'

/**
 * What the office's overviews are made from, kept by folding again only documents that got new rows. No document is
 * held, only what was counted in it.
 */
export class JournalFolds {
  /** By the journal's name. A digest is another object after each change. */
  readonly digests = new Map<string, JournalDigest>()
  /** By the class's id. */
  readonly classes = new Map<string, ClassView>()
  private readonly dirty = new Set<DocumentId>()
  /** Documents that had rows before the first look are dirty, too. */
  private listed = false
  private work: Promise<void> = Promise.resolve()
  private stopped = false

  constructor(readonly relay: Relay) {
    relay.onAppend((document) => {
      if (document !== schoolDocument) this.dirty.add(document)
    })
  }

  /** Folds the documents of a school year that got rows, one a turn of the event loop: the relay goes on meanwhile. */
  refresh(year: string | undefined): Promise<void> {
    const turn = this.work.then(() => this.foldDirty(year))
    // A failed turn is answered to its own caller and must not fail those after it.
    this.work = turn.catch(() => undefined)
    return turn
  }

  /** Ends folding that is under way; the store may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.work
  }

  private async foldDirty(year: string | undefined): Promise<void> {
    await this.list()
    const { school } = this.relay.policy()
    for (const document of [...this.dirty]) {
      if (this.stopped) return
      const name = readDocumentId(document)
      if (name?.kind !== 'journal' && name?.kind !== 'class') {
        this.dirty.delete(document)
        continue
      }
      if (school.classes.get(name.class)?.year !== year) continue
      // Rows that come while it is folded make it dirty again.
      this.dirty.delete(document)
      const fold = await this.foldOf(document)
      if (name.kind === 'class') this.classes.set(name.class, readClass(fold))
      else {
        const { kind: _, ...key } = name
        this.digests.set(journalName(key), digestOf(key, fold))
      }
      await new Promise(setImmediate)
    }
  }

  private async list(): Promise<void> {
    if (this.listed) return
    for (const kind of ['class/', 'journal/'])
      for (const document of await this.relay.documents(kind)) this.dirty.add(document)
    this.listed = true
  }

  /** What could not be read is read the next time. */
  private async foldOf(document: DocumentId): Promise<Fold> {
    try {
      return await this.relay.foldOf(document)
    } catch (error) {
      this.dirty.add(document)
      throw error
    }
  }
}
