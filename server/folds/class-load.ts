import { createHash } from 'node:crypto'
import { journalLoad, type LoadEntry } from '../../src/domain/journal/class-load.ts'
import { type Lesson, readLessons } from '../../src/domain/journal/journal-view.ts'
import { type DocumentId, journalDocument, journalName } from '../../src/domain/ledger/documents.ts'
import { by, journals } from '../../src/domain/school/school-view.ts'
import type { Relay } from '../relay/relay.ts'
import { Kept } from './kept.ts'

/** What a class has to do by days; without entries where the asker's version is still true. */
export interface LoadAnswer {
  /** A digest of the entries: the same while they are. */
  version: string
  entries?: LoadEntry[]
}

/** Homework and control works of classes, kept by folding again only journals that got new rows. */
export class ClassLoads {
  private readonly lessons: Kept<DocumentId, Lesson[]>

  constructor(private readonly relay: Relay) {
    this.lessons = new Kept((document) => this.readLessons(document))
    relay.onAppend((document) => this.lessons.forget(document))
  }

  /** What the journals of a class ask of it from `from` to `to` (both included), unless that is what the asker has. */
  async load(classId: string, from: string, to: string, version: string): Promise<LoadAnswer> {
    const keys = journals(this.relay.policy().school).filter((key) => key.class === classId)
    const entries: LoadEntry[] = []
    for (const key of keys) {
      const lessons = await this.lessons.of(journalDocument(key))
      const { school } = this.relay.policy()
      entries.push(...journalLoad({ school, key, lessons, today: this.relay.today() }, from, to))
    }
    entries.sort(by((entry) => `${entry.date},${journalName(entry)}`))
    const now = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 16)
    return now === version ? { version: now } : { version: now, entries }
  }

  private async readLessons(document: DocumentId): Promise<Lesson[]> {
    const lessons = readLessons(await this.relay.foldOf(document))
    // One journal a turn of the event loop: the relay goes on meanwhile.
    await new Promise(setImmediate)
    return lessons
  }
}
