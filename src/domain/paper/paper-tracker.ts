import { emptyJournal, type JournalView, readJournal } from '../journal/journal-view.ts'
import { type Remark, readRemarks } from '../journal/remarks.ts'
import { type DocumentId, journalName, readDocumentId, schoolDocument } from '../ledger/documents.ts'
import { Fold } from '../ledger/fold.ts'
import { withCarried } from '../reports/carried-journals.ts'
import { movement } from '../reports/movement.ts'
import { type ReportPeriod, reportPeriod } from '../reports/report-period.ts'
import type { ReportSource } from '../reports/report-source.ts'
import { summaryAttendance } from '../reports/summary-attendance.ts'
import { summaryMarks } from '../reports/summary-marks.ts'
import { type ClassView, emptyClass, readClass } from '../school/class-view.ts'
import { withFollowing } from '../school/following.ts'
import { readSchool, type SchoolClass, type SchoolView } from '../school/school-view.ts'
import { aspectsOf } from './paper-aspects.ts'
import { paperJournalKeys, paperPupils, paperRemarks, paperTitle, yearOf } from './paper-journal.ts'
import {
  attendancePart,
  marksPart,
  movementPart,
  type PaperPart,
  pupilsPart,
  remarksPart,
  sectionPart,
  titlePart,
} from './paper-parts.ts'
import { paperSection } from './paper-section.ts'
import { classUntil, endedTimes, journalUntil, schoolUntil } from './source-until.ts'
import type { TimedRun } from './timeline.ts'

/** What all parts are made from, while no run touches it. */
interface Frame {
  schoolClass: SchoolClass
  period: ReportPeriod
  school: SchoolView
  /** Cut at the period's last day. */
  classes: Map<string, ClassView>
  /** The class, with what follows its pupils from others. */
  view: ClassView
  ended: ReadonlySet<string>
}

/**
 * The parts of a copy while its documents grow run by run: the same as `paperParts` of the whole, but a part that
 * nothing touched stays the same object, so that a year of runs can be gone through.
 */
export class PaperTracker {
  private readonly folds = new Map<DocumentId, Fold>()
  private readonly views = new Map<DocumentId, JournalView>()
  /** Cut at the period's last day. */
  private readonly cut = new Map<DocumentId, JournalView>()
  private readonly made = new Map<string, PaperPart>()
  private frame: Frame | undefined
  private changed = true
  private shown: readonly PaperPart[] = []

  constructor(
    private readonly classId: string,
    private readonly periodId: string,
  ) {}

  /** Takes a run; runs come in the order of their time. */
  take(run: TimedRun): void {
    const { document } = run
    const fold = this.foldOf(document)
    fold.add(run.row)
    fold.receive(run.receipt)
    const aspects = aspectsOf(run, fold, this.classId, this.frame?.period.ends)
    if (aspects.size === 0) return
    this.changed = true
    this.views.delete(document)
    this.cut.delete(document)
    const name = readDocumentId(document)
    if (aspects.has('all')) this.made.clear()
    if (name?.kind !== 'journal') this.frame = undefined
    else if (aspects.has('section')) this.made.delete(sectionKey(journalName(name)))
    for (const aspect of aspects) this.made.delete(aspect)
  }

  /** The parts as they stand, in the order of the copy's pages; none while there is no such class or period. */
  parts(): readonly PaperPart[] {
    if (!this.changed) return this.shown
    this.changed = false
    this.frame ??= this.readFrame()
    this.shown = this.frame ? this.makeParts(this.frame) : []
    return this.shown
  }

  private makeParts({ schoolClass, period, school, classes, view, ended }: Frame): PaperPart[] {
    const journals = new Map<string, JournalView>()
    for (const document of this.folds.keys()) {
      const name = readDocumentId(document)
      if (name?.kind === 'journal')
        journals.set(journalName(name), this.journal(document, period.ends, ended))
    }
    const source: ReportSource = { school, classes, journals: withCarried(journals) }
    const year = yearOf(school, period)
    return [
      this.part('title', () => titlePart({ title: paperTitle(school, schoolClass, period) })),
      this.part('pupils', () => pupilsPart({ pupils: paperPupils(view, period) })),
      ...paperJournalKeys(source, schoolClass, period).map((key) =>
        this.part(sectionKey(journalName(key)), () => {
          const journal = journals.get(journalName(key)) ?? emptyJournal
          return sectionPart(paperSection(school, view, key, journal, period))
        }),
      ),
      this.part('attendance', () =>
        attendancePart({ attendance: summaryAttendance(source, schoolClass, year), source }),
      ),
      this.part('marks', () =>
        marksPart({ marks: summaryMarks(source, schoolClass, year), source, schoolClass }),
      ),
      this.part('movement', () =>
        movementPart({ movement: movement(source, schoolClass, period), source, schoolClass, period }),
      ),
      this.part('remarks', () =>
        remarksPart({ remarks: paperRemarks(school, schoolClass.id, this.remarks(), period) }),
      ),
    ]
  }

  private part(key: string, make: () => PaperPart): PaperPart {
    let part = this.made.get(key)
    if (!part) {
      part = make()
      this.made.set(key, part)
    }
    return part
  }

  private readFrame(): Frame | undefined {
    const whole = readSchool(this.foldOf(schoolDocument))
    const period = reportPeriod(whole, this.periodId)
    const schoolClass = whole.classes.get(this.classId)
    if (!period || !schoolClass || !whole.years.some(({ id }) => id === period.year)) return undefined
    const ended = endedTimes(whole, period.ends)
    const classes = new Map<string, ClassView>()
    for (const [document, fold] of this.folds) {
      const name = readDocumentId(document)
      if (name?.kind === 'class') classes.set(name.class, classUntil(readClass(fold), period.ends, ended))
    }
    this.cut.clear()
    return {
      schoolClass,
      period,
      school: schoolUntil(whole, period.ends),
      classes,
      view: withFollowing(classes, this.classId) ?? emptyClass,
      ended,
    }
  }

  private journal(document: DocumentId, ends: string, ended: ReadonlySet<string>): JournalView {
    const view = this.views.get(document) ?? readJournal(this.foldOf(document))
    this.views.set(document, view)
    const cut = this.cut.get(document) ?? journalUntil(view, ends, ended)
    this.cut.set(document, cut)
    return cut
  }

  private remarks(): Map<string, Remark[]> {
    const remarks = new Map<string, Remark[]>()
    for (const [document, fold] of this.folds) {
      const name = readDocumentId(document)
      if (name?.kind === 'journal') remarks.set(journalName(name), readRemarks(fold))
    }
    return remarks
  }

  private foldOf(document: DocumentId): Fold {
    let fold = this.folds.get(document)
    if (!fold) {
      fold = new Fold()
      this.folds.set(document, fold)
    }
    return fold
  }
}

const sectionKey = (journal: string) => `journal,${journal}`
