import { journalName } from '../../src/domain/ledger/documents.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import type { ClassView } from '../../src/domain/school/class-view.ts'
import { emptyClass } from '../../src/domain/school/class-view.ts'
import { keepingOfLessons } from '../../src/domain/school/keeping-overview.ts'
import { lackPeriodMark, periodsDue } from '../../src/domain/school/missing-period-marks.ts'
import { by, journals as journalsOf, type SchoolView } from '../../src/domain/school/school-view.ts'
import { type KeepingAnswer, type PackedJournal, packJournal } from '../../src/sync/keeping-answer.ts'
import type { JournalDigest } from './journal-digest.ts'
import type { JournalFolds } from './journal-folds.ts'
import { Versions } from './versions.ts'

/** A time, both days included. */
export interface Span {
  from: string
  to: string
}

interface Known {
  /** What the journal's line was made from: the line is made anew when one of these is another object. */
  digest: JournalDigest | undefined
  members: ClassView
  packed: PackedJournal
  text: string
  version: number
}

interface KnownSpan {
  school: SchoolView
  today: string
  journals: Map<string, Known>
  /** Journals vanished at this version: older readers need all. */
  wholeSince: number
}

/** Times kept ready: the office looks at a period, a month, a week. */
const spansKept = 8
/** Journals counted before the event loop has a turn. */
const atOnce = 12

/** Who keeps the journal and how, for any time of a school year, as lines that are made anew only when they may differ. */
export class Keeping {
  private readonly spans = new Map<string, KnownSpan>()
  private readonly versions: Versions
  private work: Promise<void> = Promise.resolve()

  /** `startedAt`: ms since 1970, real time: versions of an earlier process are below it. */
  constructor(
    private readonly journals: JournalFolds,
    startedAt: number,
  ) {
    this.versions = new Versions(startedAt)
  }

  /** Lines of journals that changed after a version; version 0, or one of another process, gives all. */
  async part(span: Span, since: number): Promise<KeepingAnswer> {
    const turn = this.work.then(() => this.refresh(span))
    // A failed turn is answered to its own caller and must not fail those after it.
    this.work = turn.then(
      () => undefined,
      () => undefined,
    )
    const { journals, wholeSince } = await turn
    const full = !this.versions.isOwn(since) || since < wholeSince
    return {
      version: this.versions.now,
      full,
      journals: [...journals.values()]
        .filter(({ version }) => full || version > since)
        .map(({ packed }) => packed)
        .sort(by(([name]) => name)),
    }
  }

  private async refresh(span: Span): Promise<KnownSpan> {
    const { relay } = this.journals
    const { school } = relay.policy()
    const today = relay.today()
    const year = yearOn(school, span.to)
    await this.journals.refresh(year)
    const known = this.spanOf(span, school, today)
    const fresh = known.school !== school || known.today !== today
    known.school = school
    known.today = today
    const { next } = this.versions
    const found = new Set<string>()
    let counted = 0
    for (const key of journalsOf(school)) {
      if (school.classes.get(key.class)?.year !== year) continue
      const name = journalName(key)
      found.add(name)
      const digest = this.journals.digests.get(name)
      const members = this.journals.classes.get(key.class) ?? emptyClass
      const last = known.journals.get(name)
      if (last && !fresh && last.digest === digest && last.members === members) continue
      const packed = this.line(school, digest ?? { ...nothing, key }, members, { ...span, today })
      const text = JSON.stringify(packed)
      const version = last?.text === text ? last.version : next
      if (version === next) this.versions.reach(next)
      known.journals.set(name, { digest, members, packed, text, version })
      if (++counted % atOnce === 0) await new Promise(setImmediate)
    }
    for (const name of known.journals.keys()) {
      if (found.has(name)) continue
      known.journals.delete(name)
      known.wholeSince = next
      this.versions.reach(next)
    }
    return known
  }

  private spanOf({ from, to }: Span, school: SchoolView, today: string): KnownSpan {
    const name = `${from},${to}`
    const span = this.spans.get(name) ?? { school, today, journals: new Map(), wholeSince: 0 }
    this.spans.delete(name)
    this.spans.set(name, span)
    for (const oldest of this.spans.keys()) {
      if (this.spans.size <= spansKept) break
      this.spans.delete(oldest)
    }
    return span
  }

  private line(
    school: SchoolView,
    digest: Omit<JournalDigest, 'byDate' | 'vacated' | 'logged'>,
    members: ClassView,
    time: Span & { today: string },
  ): PackedJournal {
    const { key } = digest
    const lessons = digest.lessons.map((lesson) => ({ ...lesson, held: lesson.held ?? false }))
    const remarks = digest.remarks.filter(({ closed }) => closed === undefined)
    const noPeriodMarks = periodsDue(school, key, time).flatMap((period) =>
      lackPeriodMark(school, key, members, period, (pupil) =>
        this.hasPeriodMark(digest, key.subject, period.id, pupil),
      ),
    )
    return packJournal({
      ...keepingOfLessons(school, key, lessons, time),
      noPeriodMarks: noPeriodMarks.length,
      conflicts: digest.conflicts,
      remarks: remarks.length,
      answered: remarks.filter(({ answer }) => answer !== undefined).length,
      requests: digest.requests.filter(({ answer }) => answer === undefined).length,
      lastReceipt: digest.lastReceipt,
    })
  }

  /** A period mark follows the pupil: it may stand in the journal of the class or group he came from. */
  private hasPeriodMark(
    { periodMarks }: Pick<JournalDigest, 'periodMarks'>,
    subject: string,
    period: string,
    pupil: string,
  ): boolean {
    if (periodMarks.get(period)?.has(pupil)) return true
    for (const other of this.journals.digests.values())
      if (other.key.subject === subject && other.periodMarks.get(period)?.has(pupil)) return true
    return false
  }
}

const nothing = {
  lessons: [],
  periodMarks: new Map<string, Set<string>>(),
  remarks: [],
  requests: [],
  conflicts: 0,
  lastReceipt: null,
}
