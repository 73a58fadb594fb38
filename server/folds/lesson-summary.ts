import { type JournalView, readJournal } from '../../src/domain/journal/journal-view.ts'
import { entity, type LessonKey, lessonOf } from '../../src/domain/ledger/documents.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'

/** What a journal holds of one lesson, counted. */
export interface LessonSummary {
  key: LessonKey
  date: string
  bell: number
  /** null: nobody said whether it was held. */
  held: boolean | null
  cancelled: boolean
  roll: boolean
  topic: boolean
  homework: boolean
  marks: number
  absent: number
  late: number
  /** Cells that wait for a person to settle them. */
  conflicts: number
  /** Staff id of who said that he holds it. */
  teacher: string | undefined
  /** ms since 1970 when the relay last received something about it. */
  lastReceipt: number | null
}

/** Counts what a journal holds, a summary for each lesson that anything was ever said of. */
export function summarize(fold: Fold, journal: JournalView = readJournal(fold)): LessonSummary[] {
  const marks = countBy(journal.marks)
  const absent = countBy(journal.presence.filter((cell) => cell.presence === 'absent'))
  const late = countBy(journal.presence.filter((cell) => typeof cell.presence === 'object'))
  const conflicts = new Map<LessonKey, number>()
  for (const conflict of fold.conflicts()) {
    const key = lessonOf(conflict.entity)
    if (key) conflicts.set(key, (conflicts.get(key) ?? 0) + 1)
  }
  const receipts = new Map<LessonKey, number>()
  for (const { entity: name, receipt } of fold.fates()) {
    const key = lessonOf(name)
    if (key && receipt) receipts.set(key, Math.max(receipts.get(key) ?? 0, receipt.receivedAt))
  }
  return journal.lessons.map((lesson) => ({
    key: lesson.key,
    date: lesson.date,
    bell: lesson.bell,
    held: fold.value(entity.lesson(lesson.key), 'lesson.held') ?? null,
    cancelled: lesson.cancelled !== undefined,
    roll: lesson.roll,
    topic: lesson.topic !== undefined && lesson.topic !== '',
    homework: lesson.homework !== undefined && lesson.homework !== '',
    marks: marks.get(lesson.key) ?? 0,
    absent: absent.get(lesson.key) ?? 0,
    late: late.get(lesson.key) ?? 0,
    conflicts: conflicts.get(lesson.key) ?? 0,
    teacher: lesson.teacher,
    lastReceipt: receipts.get(lesson.key) ?? null,
  }))
}

function countBy(cells: readonly { lesson: LessonKey }[]): Map<LessonKey, number> {
  const counts = new Map<LessonKey, number>()
  for (const { lesson } of cells) counts.set(lesson, (counts.get(lesson) ?? 0) + 1)
  return counts
}
