import type { ListedDuty } from '../../src/domain/duties/class-standing.ts'
import { dutiesOf } from '../../src/domain/duties/duties.ts'
import { readDuties } from '../../src/domain/duties/duty-records.ts'
import { journalGaps } from '../../src/domain/duties/journal-gaps.ts'
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
import { readClass } from '../../src/domain/school/class-view.ts'
import { readFamily } from '../../src/domain/school/family-view.ts'
import { by, journals, type SchoolClass, type SchoolView } from '../../src/domain/school/school-view.ts'
import { hasReportChanged } from '../../src/print/changed-report.ts'
import { type DutiesAnswer, type PackedClass, packClass } from '../../src/sync/duties-answer.ts'
import type { Relay } from '../relay/relay.ts'

interface Known {
  /** What the duties were reckoned from, beside the documents of the class. */
  school: SchoolView
  today: string
  packed: PackedClass
  text: string
  version: number
}

/**
 * The duties of all class teachers for the office, by the same reckoning as on their own tablets. A class is reckoned
 * anew when one of its documents got rows, the school changed or the day did; nothing of a document is held.
 */
export class DutyFolds {
  private readonly known = new Map<string, Known>()
  private readonly dirty = new Set<string>()
  private readonly firstVersion: number
  private version: number
  private wholeSince = 0
  private work: Promise<void> = Promise.resolve()
  private stopped = false

  /** `startedAt`: ms since 1970, real time: versions of an earlier process are below it. */
  constructor(
    private readonly relay: Relay,
    startedAt: number,
  ) {
    this.firstVersion = startedAt
    this.version = startedAt
    relay.onAppend((document) => {
      for (const id of this.classesOf(document)) this.dirty.add(id)
    })
  }

  /** Duties of classes that changed after a version; version 0, or one of another process, gives all. */
  async part(since: number): Promise<DutiesAnswer> {
    const turn = this.work.then(() => this.refresh())
    // A failed turn is answered to its own caller and must not fail those after it.
    this.work = turn.catch(() => undefined)
    await turn
    const full = since < this.firstVersion || since > this.version || since < this.wholeSince
    return {
      version: this.version,
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
    const next = this.version + 1
    for (const schoolClass of classes) {
      if (this.stopped) return
      const last = this.known.get(schoolClass.id)
      const fresh = last && last.school === school && last.today === today
      if (fresh && !this.dirty.has(schoolClass.id)) continue
      // Rows that come while it is reckoned make it dirty again.
      this.dirty.delete(schoolClass.id)
      const packed = packClass(await this.dutiesOf(school, schoolClass, today))
      const text = JSON.stringify(packed)
      const version = last?.text === text ? last.version : next
      if (version === next) this.version = next
      this.known.set(schoolClass.id, { school, today, packed, text, version })
    }
    for (const id of this.known.keys()) {
      if (classes.some((one) => one.id === id)) continue
      this.known.delete(id)
      this.wholeSince = next
      this.version = next
    }
  }

  private async dutiesOf(school: SchoolView, schoolClass: SchoolClass, today: string) {
    const { id, classTeacher: teacher = '' } = schoolClass
    const views = new Map<string, JournalView>()
    for (const key of journals(school).filter((one) => one.class === id)) {
      views.set(journalName(key), readJournal(this.relay.foldOf(journalDocument(key))))
      // One journal a turn of the event loop: the relay goes on meanwhile.
      await new Promise(setImmediate)
    }
    const fold = this.relay.foldOf(classDocument(id))
    const view = readClass(fold)
    const records = readDuties(fold)
    const source: ReportSource = { school, classes: new Map([[id, view]]), journals: withCarried(views) }
    const families = new Map(
      view.pupils.map((pupil) => [
        pupil.id,
        readFamily(this.relay.foldOf(familyDocument(pupil.id)), pupil.id),
      ]),
    )
    const gaps = journalGaps(source, schoolClass, today)
    const duties: ListedDuty[] = dutiesOf({
      source,
      schoolClass,
      records,
      families,
      gaps,
      person: teacher,
      today,
      allWeeks: true,
    })
    for (const duty of duties) {
      const { report, state, term } = duty
      if (report === undefined || state !== 'done') continue
      if (await hasReportChanged(source, schoolClass, records, `${report} ${term}`)) duty.changed = true
      await new Promise(setImmediate)
    }
    return { class: id, teacher, duties }
  }

  /** Classes whose duties a document tells of; the school's own are noticed by its view. */
  private classesOf(document: DocumentId): Iterable<string> {
    const name = readDocumentId(document)
    if (name?.kind === 'class' || name?.kind === 'journal') return [name.class]
    return name?.kind === 'family' ? this.relay.policy().classesOf(name.pupil) : []
  }
}
