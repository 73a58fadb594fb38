import * as v from 'valibot'
import type { LessonKey } from '../domain/ledger/documents.ts'
import { journalName, readJournalName, readLessonKey } from '../domain/ledger/documents.ts'
import type { JournalKeeping, KeepingGap, LessonGaps } from '../domain/school/keeping-overview.ts'

/** How one journal is kept, as the office sees it. */
export interface OverviewJournal extends JournalKeeping {
  /** Period marks that are due and not given. */
  noPeriodMarks: number
  /** Cells that wait for a person to settle them. */
  conflicts: number
  /** Remarks that stand, and those of them that the teacher answered. */
  remarks: number
  answered: number
  /** Requests that wait for the office. */
  requests: number
  /** ms since 1970. */
  lastReceipt: number | null
}

const whole = v.pipe(v.number(), v.safeInteger())
const counts = [
  'held',
  'unopened',
  'noRoll',
  'noTopic',
  'noHomework',
  'marks',
  'noMarks',
  'noPeriodMarks',
  'conflicts',
  'remarks',
  'answered',
  'requests',
] as const

/** On a slow line every letter costs: name, teachers, counts in order, last held, last receipt in s, gaps. */
const packedJournal = v.tuple([
  v.string(),
  v.array(v.string()),
  v.pipe(v.array(whole), v.length(counts.length)),
  v.string(),
  v.nullable(whole),
  v.string(),
])
export type PackedJournal = v.InferOutput<typeof packedJournal>

export const keepingAnswer = v.object({
  version: whole,
  /** All journals: whatever was known before is to be dropped. */
  full: v.boolean(),
  journals: v.array(packedJournal),
})
export type KeepingAnswer = v.InferOutput<typeof keepingAnswer>

/** One digit for the things that a lesson lacks. */
const bits: Readonly<Record<KeepingGap, number>> = { opened: 1, roll: 2, topic: 4, homework: 8 }
const gapNames = Object.keys(bits) as KeepingGap[]

export function packJournal(journal: OverviewJournal): PackedJournal {
  return [
    journalName(journal),
    journal.teachers,
    counts.map((count) => journal[count]),
    journal.lastHeld ?? '',
    journal.lastReceipt === null ? null : Math.floor(journal.lastReceipt / 1000),
    journal.gaps.map(packGap).join(' '),
  ]
}

/** Reads a packed journal; null when its name or a gap is none. */
export function unpackJournal([name, teachers, numbers, last, receipt, gaps]: PackedJournal) {
  const key = readJournalName(name)
  const read = gaps === '' ? [] : gaps.split(' ').map(unpackGap)
  if (!key || read.includes(null)) return null
  const sums = Object.fromEntries(counts.map((count, index) => [count, numbers[index]!]))
  const journal: OverviewJournal = {
    ...key,
    ...(sums as Record<(typeof counts)[number], number>),
    teachers,
    ...(last === '' ? {} : { lastHeld: last }),
    lastReceipt: receipt === null ? null : receipt * 1000,
    gaps: read.filter((gap) => gap !== null),
  }
  return journal
}

/** `2025-09-03,1,0:6`, and where a lesson was moved `:2025-09-05,2` after it. */
function packGap({ key, date, bell, missing }: LessonGaps): string {
  const lacks = missing.reduce((sum, gap) => sum + bits[gap], 0).toString(16)
  const born = readLessonKey(key)
  const place = born.date === date && born.bell === bell ? '' : `:${date},${bell}`
  return `${key}:${lacks}${place}`
}

const gapShape = /^(\d{4}-\d\d-\d\d,\d{1,2},\d{1,3}):([0-9a-f])(?::(\d{4}-\d\d-\d\d),(\d{1,2}))?$/

function unpackGap(text: string): LessonGaps | null {
  const found = gapShape.exec(text)
  if (!found) return null
  const key = found[1] as LessonKey
  const lacks = Number.parseInt(found[2]!, 16)
  const born = readLessonKey(key)
  return {
    key,
    date: found[3] ?? born.date,
    bell: found[4] === undefined ? born.bell : Number(found[4]),
    missing: gapNames.filter((gap) => (lacks & bits[gap]) !== 0),
  }
}
