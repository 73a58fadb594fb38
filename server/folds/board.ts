import {
  type DocumentId,
  type JournalKey,
  journalDocument,
  journalName,
  readDocumentId,
  schoolDocument,
} from '../../src/domain/ledger/documents.ts'
import { lessonsOn, type PlannedLesson, yearHolding } from '../../src/domain/school/calendar.ts'
import { by } from '../../src/domain/school/school-view.ts'
import type { Relay } from '../relay/relay.ts'
import { type LessonSummary, summarize } from './lesson-summary.ts'

/** A lesson of the office's board: planned, or only found in a journal, with what the journal holds of it. */
export interface BoardLesson extends JournalKey, Omit<LessonSummary, 'teacher'> {
  /** Staff id of who holds it; '' when nobody is assigned. */
  teacher: string
}

/** A part of the board newer than a version. */
export interface BoardPart {
  version: number
  date: string
  /** All lessons of the date: whatever was shown before is to be dropped. */
  full: boolean
  lessons: BoardLesson[]
}

interface Day {
  lessons: Map<string, { lesson: BoardLesson; text: string; version: number }>
  /** Lessons vanished at this version: older readers need the whole day. */
  wholeSince: number
}

/** Days kept ready; the office looks at today and a few around it. */
const daysKept = 14

/**
 * The office's live board, kept by folding again only journals that got new rows. No document is held, only counts
 * by lesson. Versions grow within a process and from one start to the next.
 */
export class Board {
  private readonly summaries = new Map<DocumentId, Map<string, LessonSummary[]>>()
  private readonly dirty = new Set<DocumentId>()
  private readonly days = new Map<string, Day>()
  private readonly firstVersion: number
  private version: number
  private work: Promise<void> = Promise.resolve()
  private stopped = false

  /** `startedAt`: ms since 1970, real time: versions of an earlier process are below it. */
  constructor(
    private readonly relay: Relay,
    startedAt: number,
  ) {
    this.firstVersion = startedAt
    this.version = startedAt
    for (const document of relay.documents('journal/')) this.dirty.add(document)
    relay.onAppend((document) => {
      if (document !== schoolDocument) this.dirty.add(document)
    })
  }

  /** Lessons of a date (`YYYY-MM-DD`) that changed after a version; version 0, or one of another process, gives all. */
  async part(date: string, since: number): Promise<BoardPart> {
    const turn = this.work.then(() => this.refresh(date))
    // A failed turn is answered to its own caller and must not fail those after it.
    this.work = turn.catch(() => undefined)
    await turn
    const day = this.days.get(date)!
    const full = since < this.firstVersion || since > this.version || since < day.wholeSince
    const lessons = [...day.lessons.values()]
      .filter(({ version }) => full || version > since)
      .map(({ lesson }) => lesson)
      .sort(by((lesson) => `${String(lesson.bell).padStart(2, '0')},${journalName(lesson)}`))
    return { version: this.version, date, full, lessons }
  }

  /** Ends folding that is under way; the store may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.work
  }

  private async refresh(date: string): Promise<void> {
    await this.foldDirty(date)
    const day = this.days.get(date) ?? { lessons: new Map(), wholeSince: 0 }
    this.days.delete(date)
    this.days.set(date, day)
    for (const oldest of this.days.keys()) {
      if (this.days.size <= daysKept) break
      this.days.delete(oldest)
    }
    const next = this.version + 1
    const found = new Set<string>()
    for (const lesson of this.lessonsOf(date)) {
      const key = `${journalName(lesson)},${lesson.bell}`
      // Two lessons of one journal at one bell (one was moved there): the board shows the planned one.
      if (found.has(key)) continue
      found.add(key)
      const text = JSON.stringify(lesson)
      if (day.lessons.get(key)?.text === text) continue
      day.lessons.set(key, { lesson, text, version: next })
      this.version = next
    }
    for (const key of day.lessons.keys()) {
      if (found.has(key)) continue
      day.lessons.delete(key)
      day.wholeSince = next
      this.version = next
    }
  }

  /** Folds the year's journals that got rows, one a turn of the event loop: the relay goes on meanwhile. */
  private async foldDirty(date: string): Promise<void> {
    const { school } = this.relay.policy()
    const year = yearHolding(school, date)?.id
    for (const document of [...this.dirty]) {
      if (this.stopped) return
      const name = readDocumentId(document)
      if (name?.kind !== 'journal') {
        this.dirty.delete(document)
        continue
      }
      if (school.classes.get(name.class)?.year !== year) continue
      this.summaries.set(document, byDate(summarize(this.relay.foldOf(document))))
      this.dirty.delete(document)
      await new Promise(setImmediate)
    }
  }

  private lessonsOf(date: string): BoardLesson[] {
    const planned = lessonsOn(this.relay.policy().school, date)
    const taken = new Set<LessonSummary>()
    const lessons = planned.map((plan) => {
      const summary = this.summaries
        .get(journalDocument(plan))
        ?.get(date)
        ?.find(({ bell }) => bell === plan.bell)
      if (summary) taken.add(summary)
      return boardLesson(plan, summary)
    })
    for (const [document, days] of this.summaries) {
      const name = readDocumentId(document)
      if (name?.kind !== 'journal') continue
      const { kind: _, ...key } = name
      for (const summary of days.get(date) ?? []) {
        if (!taken.has(summary)) lessons.push(boardLesson({ ...key, ...summary, teachers: [] }, summary))
      }
    }
    return lessons
  }
}

function byDate(summaries: LessonSummary[]): Map<string, LessonSummary[]> {
  const days = new Map<string, LessonSummary[]>()
  for (const summary of summaries) {
    const day = days.get(summary.date)
    if (day) day.push(summary)
    else days.set(summary.date, [summary])
  }
  return days
}

function boardLesson(
  plan: JournalKey & Pick<PlannedLesson, 'date' | 'bell' | 'teachers'>,
  summary: LessonSummary | undefined,
): BoardLesson {
  return {
    class: plan.class,
    subject: plan.subject,
    ...(plan.group ? { group: plan.group } : {}),
    date: plan.date,
    bell: plan.bell,
    teacher: summary?.teacher ?? plan.teachers[0] ?? '',
    held: summary?.held ?? null,
    cancelled: summary?.cancelled ?? false,
    roll: summary?.roll ?? false,
    topic: summary?.topic ?? false,
    homework: summary?.homework ?? false,
    marks: summary?.marks ?? 0,
    absent: summary?.absent ?? 0,
    late: summary?.late ?? 0,
    conflicts: summary?.conflicts ?? 0,
    lastReceipt: summary?.lastReceipt ?? null,
  }
}
