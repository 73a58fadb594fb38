import { type JournalView, readJournal } from '../../src/domain/journal/journal-view.ts'
import { type Remark, readRemarks } from '../../src/domain/journal/remarks.ts'
import { type EditRequest, readRequests } from '../../src/domain/journal/requests.ts'
import { type JournalKey, readLessonKey } from '../../src/domain/ledger/documents.ts'
import type { Fate, Fold } from '../../src/domain/ledger/fold.ts'
import { type LessonSummary, summarize } from './lesson-summary.ts'

/** What the office is told of a journal: counts, and the texts that are meant for the office. */
export interface JournalDigest {
  key: JournalKey
  /** By date, bell, key. */
  lessons: readonly LessonSummary[]
  byDate: ReadonlyMap<string, readonly LessonSummary[]>
  /** Hours (`date,bell`) whose lesson was moved away. */
  vacated: ReadonlySet<string>
  /** Pupils who have a mark for a period, by the period's id. */
  periodMarks: ReadonlyMap<string, ReadonlySet<string>>
  remarks: readonly Remark[]
  /** `at`: ms since 1970 when the relay received it. */
  requests: readonly (EditRequest & { at: number })[]
  /** Cells that wait for a person to settle them. */
  conflicts: number
  /** ms since 1970 when the relay last received anything. */
  lastReceipt: number | null
  /** Facts that the office's log tells of. */
  logged: readonly Fate[]
}

/** Attributes by which the office and a teacher deal with each other, and what the office decides about a lesson. */
const loggedAttributes: ReadonlySet<string> = new Set([
  'remark',
  'remark.answer',
  'remark.closed',
  'request',
  'request.answer',
  'lesson.cancelled',
  'lesson.moved',
])

/** Counts a journal; nothing of the fold is held. */
export function digestOf(key: JournalKey, fold: Fold): JournalDigest {
  const view = readJournal(fold)
  const lessons = summarize(fold, view)
  let lastReceipt: number | null = null
  const logged: Fate[] = []
  for (const fate of fold.fates()) {
    if (fate.receipt) lastReceipt = Math.max(lastReceipt ?? 0, fate.receipt.receivedAt)
    if (loggedAttributes.has(fate.attribute)) logged.push(fate)
  }
  return {
    key,
    lessons,
    byDate: groupBy(lessons, ({ date }) => date),
    vacated: new Set(lessons.flatMap(vacatedBy)),
    periodMarks: periodMarksOf(view),
    remarks: readRemarks(fold),
    requests: readRequests(fold).map((request) => ({
      ...request,
      at: fold.state(request.id, 'request')?.shown?.receipt?.receivedAt ?? 0,
    })),
    conflicts: view.unsettled.length,
    lastReceipt,
    logged,
  }
}

function vacatedBy({ key, date, bell }: LessonSummary): string[] {
  const born = readLessonKey(key)
  return born.date === date && born.bell === bell ? [] : [`${born.date},${born.bell}`]
}

function periodMarksOf({ periodMarks }: JournalView): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { period, pupil } of periodMarks)
    found.set(period, (found.get(period) ?? new Set<string>()).add(pupil))
  return found
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
