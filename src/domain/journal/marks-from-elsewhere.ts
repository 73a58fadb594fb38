import type { Mark, ValueOf } from '../ledger/attributes.ts'
import { type JournalKey, journalName } from '../ledger/documents.ts'
import { type Average, averageOf } from './average.ts'
import type { CarriedMarks, FormerMark } from './journal-view.ts'

/** A time that marks are given for. Dates inclusive. */
export interface MarkTime {
  /** Id of the period or year. */
  id: string
  starts: string
  ends: string
}

/** A mark that counts here and was given elsewhere. */
export interface MarkFromElsewhere {
  mark: Mark
  weight: number
  /** ISO date; absent for a mark of a former school that names its period alone. */
  date: string | undefined
  /** The journal it was carried from, or the former school's name ('' where nobody wrote it). */
  from: { journal: JournalKey } | { school: string }
}

/** What a journal says of marks given elsewhere. */
export interface Elsewhere {
  carried: readonly CarriedMarks[]
  former: readonly FormerMark[]
}

/**
 * A pupil's marks of other journals of the school (`carried`) and of a former school (`former`) that belong to a
 * period, earliest first: by their date, else by the period they name; one that tells neither is in none. What a
 * journal is said to have carried from itself is its own already.
 */
export function marksFromElsewhere(
  { carried, former }: Elsewhere,
  own: JournalKey,
  pupil: string,
  time: MarkTime,
): MarkFromElsewhere[] {
  const inTime = (date: string | undefined) => date !== undefined && time.starts <= date && date <= time.ends
  const found: MarkFromElsewhere[] = []
  for (const extract of carried) {
    if (extract.pupil !== pupil || journalName(extract.from) === journalName(own)) continue
    for (const { mark, weight = 1, date } of extract.marks)
      if (inTime(date)) found.push({ mark, weight, date, from: { journal: extract.from } })
  }
  for (const mark of former)
    if (mark.pupil === pupil && (inTime(mark.date) || namesPeriod(mark, time))) found.push(ofSchool(mark))
  return found.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
}

function namesPeriod({ date, period }: ValueOf<'former'>, { id }: MarkTime): boolean {
  return date === undefined && period === id
}

function ofSchool({ mark, weight = 1, date, place = '' }: FormerMark): MarkFromElsewhere {
  return { mark, weight, date, from: { school: place } }
}

/** An average with further marks in it, each by its own weight. */
export function withMarks(
  average: Average,
  marks: readonly Pick<MarkFromElsewhere, 'mark' | 'weight'>[],
): Average {
  const more = averageOf(
    marks.map(({ mark }, index) => ({ work: String(index), mark })),
    new Map(marks.map(({ weight }, index) => [String(index), { weight }])),
  )
  return {
    sum: average.sum + more.sum,
    weight: average.weight + more.weight,
    count: average.count + more.count,
  }
}
