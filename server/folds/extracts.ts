import { extractOf, journalsOfPupil } from '../../src/domain/journal/carrying.ts'
import { readJournal } from '../../src/domain/journal/journal-view.ts'
import {
  classDocument,
  type DocumentId,
  entity,
  type JournalKey,
  journalDocument,
  readDocumentId,
  schoolDocument,
} from '../../src/domain/ledger/documents.ts'
import { canonical, type Entry, type Fact, type Json } from '../../src/domain/ledger/fact.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'
import { relayUser, serverDevice } from '../../src/domain/ledger/ids.ts'
import { type ClassView, readClass } from '../../src/domain/school/class-view.ts'
import { classesByArrival } from '../../src/domain/school/following.ts'
import type { Relay } from '../relay/relay.ts'
import { DatabaseGone } from '../store/row-store.ts'

/** After which pause it goes on when the database was away, ms. */
const pause = 5_000

const writer = { user: relayUser, device: serverDevice, as: 'relay' } as const

/** Facts of a class document after which a pupil may go on in other journals. */
const moving = new Set(['movement', 'member'])
/** Facts of a class document that follow a pupil. */
const following = ['span', 'mode', 'exemption'] as const
/** Facts of a journal that an extract is made of. */
const carrying = new Set(['mark', 'presence', 'reason', 'work', 'lesson.held', 'lesson.moved', 'periodmark'])

/**
 * Extracts (ledger.md, 4): when a pupil changes class or group, what the old journals hold of him is published into
 * the new ones, marked as carried, and spans, modes and exemptions into the new class's document; a later change of
 * the old ones follows. Works through pupils one at a time; what a stop cuts short is made good at the next start.
 */
export class Extracts {
  private readonly waiting = new Set<string>()
  /** Journals that a pupil has left, with the pupils. */
  private readonly left = new Map<DocumentId, Set<string>>()
  private work: Promise<void> = Promise.resolve()
  private looked = false
  private stopped = false
  private readonly deaf: () => void

  /** `failed` hears of what could not be published; the pupil is tried again with his next change. */
  constructor(
    private readonly relay: Relay,
    private readonly failed: (error: unknown) => void,
  ) {
    this.deaf = relay.onAppend((document, facts) => this.appended(document, facts))
    void this.go()
  }

  /** Resolves when everything that waits is published. */
  async settled(): Promise<void> {
    await this.work
    while (this.waiting.size > 0 && !this.stopped) await this.go()
  }

  /** Ends work that is under way; the store may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    this.deaf()
    await this.work
  }

  private async lookThroughAll(): Promise<void> {
    if (this.looked) return
    for (const document of await this.relay.documents('class/')) {
      if (this.stopped) return
      this.lookThrough(await this.relay.foldOf(document))
      await new Promise(setImmediate)
    }
    this.looked = true
  }

  /** Everybody who came from another class or changed a group may have something to be carried. */
  private lookThrough(fold: Fold): void {
    const view = readClass(fold)
    for (const { pupil, kind } of view.movements) if (kind === 'moved_in') this.waiting.add(pupil)
    for (const { pupil, to } of view.members) if (to !== undefined) this.waiting.add(pupil)
  }

  private appended(document: DocumentId, facts: readonly Fact[]): void {
    const kind = readDocumentId(document)?.kind
    const before = this.waiting.size
    for (const [, name, attribute] of facts) {
      if (kind === 'class' && (moving.has(attribute) || following.some((it) => it === attribute))) {
        const pupil = name.split(',')[attribute === 'member' ? 2 : 1]
        if (pupil !== undefined) this.waiting.add(pupil)
      }
      if (kind === 'journal' && carrying.has(attribute))
        for (const pupil of this.left.get(document) ?? []) this.waiting.add(pupil)
    }
    // A journal of the new class may only now have its teacher.
    if (document === schoolDocument && facts.some(([, , attribute]) => attribute === 'assignment'))
      for (const pupils of this.left.values()) for (const pupil of pupils) this.waiting.add(pupil)
    if (this.waiting.size > before) void this.go()
  }

  private go(): Promise<void> {
    this.work = this.work.then(() => this.publishAll())
    return this.work
  }

  private async publishAll(): Promise<void> {
    try {
      await this.lookThroughAll()
      for (const pupil of this.waiting) {
        if (this.stopped) return
        this.waiting.delete(pupil)
        await this.tryToPublish(pupil)
        await new Promise(setImmediate)
      }
    } catch (error) {
      this.failed(error)
      if (error instanceof DatabaseGone) setTimeout(() => void this.go(), pause).unref()
    }
  }

  private async tryToPublish(pupil: string): Promise<void> {
    try {
      await this.publish(pupil)
    } catch (error) {
      if (error instanceof DatabaseGone) {
        this.waiting.add(pupil)
        throw error
      }
      this.failed(error)
    }
  }

  private async publish(pupil: string): Promise<void> {
    const policy = this.relay.policy()
    const { school } = policy
    const folds = new Map<string, Fold>()
    for (const id of policy.everIn(pupil)) folds.set(id, await this.relay.foldOf(classDocument(id)))
    const views = new Map([...folds].map(([id, fold]) => [id, readClass(fold)]))
    const [current] = classesByArrival(this.begun(views), pupil)
    const now = current === undefined ? undefined : views.get(current)
    if (current === undefined || !now || !policy.classesOf(pupil).has(current)) return
    const year = school.classes.get(current)?.year
    const past = [...views].filter(([id]) => school.classes.get(id)?.year === year)
    if (past.length < 2 && !now.members.some((m) => m.pupil === pupil && m.to !== undefined)) return
    for (const [id] of past) if (id !== current) await this.follow(pupil, folds.get(id)!, current, folds)
    const today = this.relay.today()
    const destinations = journalsOfPupil(school, now, current, pupil, today)
    for (const [id, view] of past) {
      for (const source of await this.journalsWith(id)) {
        const into = destinations.filter(({ subject }) => subject === source.subject)
        if (into.some((key) => journalDocument(key) === journalDocument(source))) continue
        await this.carry(pupil, source, view, into)
      }
    }
  }

  /** Where a pupil may go on now: a class of a year still ahead, got ready in spring, is none yet. */
  private begun(views: ReadonlyMap<string, ClassView>): ReadonlyMap<string, ClassView> {
    const { school } = this.relay.policy()
    const today = this.relay.today()
    const starts = new Map(school.years.map((year) => [year.id, year.starts]))
    const begun = [...views].filter(([id]) => (starts.get(school.classes.get(id)?.year ?? '') ?? '') <= today)
    return begun.length > 0 ? new Map(begun) : views
  }

  private async journalsWith(classId: string): Promise<JournalKey[]> {
    const documents = await this.relay.documents(`journal/${classId},`)
    return documents.flatMap((document) => {
      const name = readDocumentId(document)
      return name?.kind === 'journal' ? [name] : []
    })
  }

  private async carry(
    pupil: string,
    source: JournalKey,
    members: ClassView,
    into: readonly JournalKey[],
  ): Promise<void> {
    const document = journalDocument(source)
    const view = readJournal(await this.relay.foldOf(document))
    const value = (extractOf(view, members, source, pupil, this.retakes()) ?? null) as Json
    const pupils = this.left.get(document) ?? new Set()
    this.left.set(document, pupils.add(pupil))
    for (const key of into) {
      const name = entity.carried(pupil, source)
      const fold = await this.relay.foldOf(journalDocument(key))
      const stands = (fold.value(name, 'carried') ?? null) as Json
      if (canonical(stands) !== canonical(value))
        await this.write(journalDocument(key), [{ entity: name, attribute: 'carried', value }])
    }
  }

  /** Spans, modes and exemptions; what somebody has said of them in the new class since stays. */
  private async follow(
    pupil: string,
    old: Fold,
    current: string,
    folds: ReadonlyMap<string, Fold>,
  ): Promise<void> {
    const target = folds.get(current)!
    const entries: Entry[] = []
    for (const attribute of following) {
      for (const name of [...old.entities(attribute)].sort()) {
        if (name.split(',')[1] !== pupil) continue
        const value = old.value(name, attribute) ?? null
        const there = target.state(name, attribute)
        const isOurs = there?.heads.every(({ receipt }) => receipt?.author === relayUser) ?? true
        if (!isOurs || canonical(there?.shown?.value ?? null) === canonical(value)) continue
        entries.push({ entity: name, attribute, value })
      }
    }
    if (entries.length > 0) await this.write(classDocument(current), entries)
  }

  private retakes() {
    return this.relay.policy().school.markSettings.retake
  }

  private write(document: DocumentId, entries: Entry[]): Promise<void> {
    return this.relay.record(document, [{ writer, entries }])
  }
}
