import { type JournalKey, journalName, type LessonKey } from '../../src/domain/ledger/documents.ts'
import { lessonsOn, type PlannedLesson, yearHolding } from '../../src/domain/school/calendar.ts'
import { by } from '../../src/domain/school/school-view.ts'
import type { JournalFolds } from './journal-folds.ts'
import type { LessonSummary } from './lesson-summary.ts'
import { Versions } from './versions.ts'

/** A lesson of the office's board: planned, or only found in a journal, with what the journal holds of it. */
export interface BoardLesson extends JournalKey, Omit<LessonSummary, 'teacher' | 'key'> {
  /** Of the lesson, where the journal has one here. */
  key?: LessonKey
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
 * The office's live board, made from the counts of the journals. Versions grow within a process and from one start to
 * the next.
 */
export class Board {
  private readonly days = new Map<string, Day>()
  private readonly versions: Versions
  private work: Promise<void> = Promise.resolve()

  /** `startedAt`: ms since 1970, real time: versions of an earlier process are below it. */
  constructor(
    private readonly journals: JournalFolds,
    startedAt: number,
  ) {
    this.versions = new Versions(startedAt)
  }

  /** Lessons of a date (`YYYY-MM-DD`) that changed after a version; version 0, or one of another process, gives all. */
  async part(date: string, since: number): Promise<BoardPart> {
    const turn = this.work.then(() => this.refresh(date))
    // A failed turn is answered to its own caller and must not fail those after it.
    this.work = turn.catch(() => undefined)
    await turn
    const day = this.days.get(date)!
    const full = !this.versions.isOwn(since) || since < day.wholeSince
    const lessons = [...day.lessons.values()]
      .filter(({ version }) => full || version > since)
      .map(({ lesson }) => lesson)
      .sort(by((lesson) => `${String(lesson.bell).padStart(2, '0')},${journalName(lesson)}`))
    return { version: this.versions.now, date, full, lessons }
  }

  private async refresh(date: string): Promise<void> {
    const { school } = this.journals.relay.policy()
    await this.journals.refresh(yearHolding(school, date)?.id)
    const day = this.days.get(date) ?? { lessons: new Map(), wholeSince: 0 }
    this.days.delete(date)
    this.days.set(date, day)
    for (const oldest of this.days.keys()) {
      if (this.days.size <= daysKept) break
      this.days.delete(oldest)
    }
    const { next } = this.versions
    const found = new Set<string>()
    for (const lesson of this.lessonsOf(date)) {
      const key = `${journalName(lesson)},${lesson.bell}`
      // Two lessons of one journal at one bell (one was moved there): the board shows the planned one.
      if (found.has(key)) continue
      found.add(key)
      const text = JSON.stringify(lesson)
      if (day.lessons.get(key)?.text === text) continue
      day.lessons.set(key, { lesson, text, version: next })
      this.versions.reach(next)
    }
    for (const key of day.lessons.keys()) {
      if (found.has(key)) continue
      day.lessons.delete(key)
      day.wholeSince = next
      this.versions.reach(next)
    }
  }

  private lessonsOf(date: string): BoardLesson[] {
    const planned = lessonsOn(this.journals.relay.policy().school, date)
    const taken = new Set<LessonSummary>()
    const lessons = planned.flatMap((plan) => {
      const digest = this.journals.digests.get(journalName(plan))
      const summary = digest?.byDate.get(date)?.find(({ bell }) => bell === plan.bell)
      // Its lesson was moved away and nobody put another here.
      if (!summary && !plan.substituted && digest?.vacated.has(`${date},${plan.bell}`)) return []
      if (summary) taken.add(summary)
      return [boardLesson(plan, summary)]
    })
    for (const { key, byDate } of this.journals.digests.values()) {
      for (const summary of byDate.get(date) ?? []) {
        if (!taken.has(summary)) lessons.push(boardLesson({ ...key, ...summary, teachers: [] }, summary))
      }
    }
    return lessons
  }
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
    ...(summary ? { key: summary.key } : {}),
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
