import { createHash } from 'node:crypto'
import { journalLoad, type LoadEntry } from '../../src/domain/journal/class-load.ts'
import { type Lesson, readLessons } from '../../src/domain/journal/journal-view.ts'
import {
  type DocumentId,
  type JournalKey,
  journalDocument,
  journalName,
} from '../../src/domain/ledger/documents.ts'
import { by, journals } from '../../src/domain/school/school-view.ts'
import type { Relay } from '../relay/relay.ts'

/** What a class has to do by days; without entries where the asker's version is still true. */
export interface LoadAnswer {
  /** A digest of the entries: the same while they are. */
  version: string
  entries?: LoadEntry[]
}

/** Homework and control works of classes, kept by folding again only journals that got new rows. */
export class ClassLoads {
  private readonly lessons = new Map<DocumentId, Lesson[]>()

  constructor(private readonly relay: Relay) {
    relay.onAppend((document) => this.lessons.delete(document))
  }

  /** What the journals of a class ask of it from `from` to `to` (both included), unless that is what the asker has. */
  async load(classId: string, from: string, to: string, version: string): Promise<LoadAnswer> {
    const keys = journals(this.relay.policy().school).filter((key) => key.class === classId)
    const entries: LoadEntry[] = []
    for (const key of keys) {
      const lessons = await this.lessonsOf(key)
      const { school } = this.relay.policy()
      entries.push(...journalLoad({ school, key, lessons, today: this.relay.today() }, from, to))
    }
    entries.sort(by((entry) => `${entry.date},${journalName(entry)}`))
    const now = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 16)
    return now === version ? { version: now } : { version: now, entries }
  }

  private async lessonsOf(key: JournalKey): Promise<Lesson[]> {
    const document = journalDocument(key)
    const known = this.lessons.get(document)
    if (known) return known
    const lessons = readLessons(this.relay.foldOf(document))
    this.lessons.set(document, lessons)
    // One journal a turn of the event loop: the relay goes on meanwhile.
    await new Promise(setImmediate)
    return lessons
  }
}
