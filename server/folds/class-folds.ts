import { type DutyRecords, readDuties } from '../../src/domain/duties/duty-records.ts'
import { type JournalView, readJournal } from '../../src/domain/journal/journal-view.ts'
import {
  classDocument,
  type DocumentId,
  familyDocument,
  journalDocument,
  journalName,
  readDocumentId,
} from '../../src/domain/ledger/documents.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import { withCarried } from '../../src/domain/reports/carried-journals.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import { type ClassView, readClass } from '../../src/domain/school/class-view.ts'
import { type FamilyView, readFamily } from '../../src/domain/school/family-view.ts'
import { by, journals, type SchoolClass, type SchoolView } from '../../src/domain/school/school-view.ts'
import type { Relay } from '../relay/relay.ts'
import { Versions } from './versions.ts'

/** A class as its class teacher's tablet has it. */
export interface FoldedClass {
  schoolClass: SchoolClass
  view: ClassView
  records: DutyRecords
  source: ReportSource
  /** Families by pupil id, folded when they are asked for. */
  families: () => Promise<ReadonlyMap<string, FamilyView>>
  /** The school's date. */
  today: string
}

interface Known<P> {
  /** What the answer was reckoned from, beside the documents of the class. */
  school: SchoolView
  today: string
  packed: P
  text: string
  version: number
}

/** Answers about classes newer than a version. */
export interface ClassesPart<P> {
  version: number
  /** All classes: whatever was known before is to be dropped. */
  full: boolean
  classes: P[]
}

/** Lets the relay do what else it has to do. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Folds a class of the school as it stands, a document a turn of the event loop. */
export async function foldClass(relay: Relay, schoolClass: SchoolClass): Promise<FoldedClass> {
  const { id } = schoolClass
  const { school } = relay.policy()
  const views = new Map<string, JournalView>()
  for (const key of journals(school).filter((one) => one.class === id)) {
    views.set(journalName(key), readJournal(await relay.foldOf(journalDocument(key))))
    await nextTurn()
  }
  const fold = await relay.foldOf(classDocument(id))
  const view = readClass(fold)
  return {
    schoolClass,
    view,
    records: readDuties(fold),
    source: { school, classes: new Map([[id, view]]), journals: withCarried(views) },
    families: () => familiesOf(relay, view),
    today: relay.today(),
  }
}

async function familiesOf(relay: Relay, { pupils }: ClassView): Promise<Map<string, FamilyView>> {
  const families = new Map<string, FamilyView>()
  for (const { id } of pupils) families.set(id, readFamily(await relay.foldOf(familyDocument(id)), id))
  return families
}

/**
 * Something about each class of the year, reckoned by the same code as on the class teacher's tablet. A class is
 * reckoned anew when one of its documents got rows, the school changed or the day did; nothing of a document is held.
 */
export class ClassFolds<P extends { class: string }> {
  private readonly known = new Map<string, Known<P>>()
  private readonly dirty = new Set<string>()
  private readonly versions: Versions
  private wholeSince = 0
  private work: Promise<void> = Promise.resolve()
  private stopped = false

  /** `startedAt`: ms since 1970, real time: versions of an earlier process are below it. */
  constructor(
    private readonly relay: Relay,
    startedAt: number,
    private readonly reckon: (folded: FoldedClass) => P | Promise<P>,
  ) {
    this.versions = new Versions(startedAt)
    relay.onAppend((document) => {
      for (const id of this.classesOf(document)) this.dirty.add(id)
    })
  }

  /** Classes that changed after a version; version 0, or one of another process, gives all. */
  async part(since: number): Promise<ClassesPart<P>> {
    const turn = this.work.then(() => this.refresh())
    // A failed turn is answered to its own caller and must not fail those after it.
    this.work = turn.catch(() => undefined)
    await turn
    const full = !this.versions.isOwn(since) || since < this.wholeSince
    return {
      version: this.versions.now,
      full,
      classes: [...this.known.values()]
        .filter(({ version }) => full || version > since)
        .map(({ packed }) => packed)
        .sort(by(({ class: id }) => id)),
    }
  }

  /** Ends reckoning that is under way; the store may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.work
  }

  private async refresh(): Promise<void> {
    const { school } = this.relay.policy()
    const today = this.relay.today()
    const year = yearOn(school, today)
    const classes = [...school.classes.values()].filter((one) => one.year === year)
    const { next } = this.versions
    for (const schoolClass of classes) {
      if (this.stopped) return
      const { id } = schoolClass
      const last = this.known.get(id)
      if (last && last.school === school && last.today === today && !this.dirty.has(id)) continue
      // Rows that come while it is reckoned make it dirty again.
      this.dirty.delete(id)
      const packed = await this.reckoned(schoolClass)
      const text = JSON.stringify(packed)
      const version = last?.text === text ? last.version : next
      if (version === next) this.versions.reach(next)
      this.known.set(id, { school, today, packed, text, version })
    }
    for (const id of this.known.keys()) {
      if (classes.some((one) => one.id === id)) continue
      this.known.delete(id)
      this.wholeSince = next
      this.versions.reach(next)
    }
  }

  /** What could not be reckoned is reckoned the next time. */
  private async reckoned(schoolClass: SchoolClass): Promise<P> {
    try {
      return await this.reckon(await foldClass(this.relay, schoolClass))
    } catch (error) {
      this.dirty.add(schoolClass.id)
      throw error
    }
  }

  /** Classes that a document tells of; changes of the school are noticed by its view. */
  private classesOf(document: DocumentId): Iterable<string> {
    const name = readDocumentId(document)
    if (name?.kind === 'class' || name?.kind === 'journal') return [name.class]
    return name?.kind === 'family' ? this.relay.policy().classesOf(name.pupil) : []
  }
}
