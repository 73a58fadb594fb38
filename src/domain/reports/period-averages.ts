import { type Average, averageOf, type WorkMark } from '../journal/average.ts'
import type { JournalView } from '../journal/journal-view.ts'
import { readJournalName } from '../ledger/documents.ts'
import type { ReportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'

/** A pupil's weighted average in a subject over a period. */
export type PeriodAverages = (pupil: string, subject: string) => Average

interface Weighed {
  weight?: number | undefined
  retakeOf?: string | undefined
}

/**
 * Averages over the marks of a period's lessons that were held. Marks belong to pupil, subject and date (rules.md,
 * Marks), so those of another class or group of the school count too.
 */
export function periodAverages(
  { journals }: Pick<ReportSource, 'journals'>,
  { starts, ends }: Pick<ReportPeriod, 'starts' | 'ends'>,
): PeriodAverages {
  const works = worksOf(journals)
  const marks = new Map<string, WorkMark[]>()
  for (const [name, journal] of journals) {
    const subject = readJournalName(name)?.subject ?? ''
    const counted = new Set<string>(
      journal.lessons
        .filter(({ held, date }) => held && date >= starts && date <= ends)
        .map(({ key }) => key),
    )
    for (const { lesson, work, pupil, mark } of journal.marks) {
      if (!counted.has(lesson)) continue
      const place = `${pupil},${subject}`
      const given = marks.get(place) ?? []
      given.push({ work: workKey(name, work), mark })
      marks.set(place, given)
    }
  }
  return (pupil, subject) => averageOf(marks.get(`${pupil},${subject}`) ?? [], works)
}

const workKey = (journal: string, work: string) => `${journal} ${work}`

/**
 * Works of all journals. Ids are unique in their own journal; a retake may name a work of another one, when the pupil
 * has changed his group. A retake that is itself retaken has the weight of the very first work.
 */
function worksOf(journals: ReadonlyMap<string, JournalView>): Map<string, Weighed> {
  const works = new Map<string, Weighed>()
  const elsewhere = new Map<string, string>()
  for (const [name, { lessons }] of journals)
    for (const work of lessons.flatMap(({ works: own }) => own)) {
      works.set(workKey(name, work.id), work)
      elsewhere.set(work.id, workKey(name, work.id))
    }
  const firstOf = (name: string, { retakeOf }: Weighed) => {
    if (retakeOf === undefined) return undefined
    const own = workKey(name, retakeOf)
    return works.has(own) ? own : elsewhere.get(retakeOf)
  }
  const linked = new Map<string, Weighed>()
  for (const [name, { lessons }] of journals)
    for (const work of lessons.flatMap(({ works: own }) => own))
      linked.set(workKey(name, work.id), { weight: work.weight, retakeOf: firstOf(name, work) })
  return new Map(
    [...linked].map(([key, work]) => [key, { ...work, weight: firstWeight(work, linked) }] as const),
  )
}

function firstWeight(work: Weighed, works: ReadonlyMap<string, Weighed>): number | undefined {
  const seen = new Set<Weighed>()
  let first = work
  while (first.retakeOf !== undefined && !seen.has(first)) {
    seen.add(first)
    first = works.get(first.retakeOf) ?? first
  }
  return first.weight
}
