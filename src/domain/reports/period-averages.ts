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
 * Works of all journals. Ids are unique in their own journal; a retake may name a work of another one of its subject,
 * when the pupil has changed his group or class. A retake that is itself retaken has the weight of the very first work.
 */
function worksOf(journals: ReadonlyMap<string, JournalView>): Map<string, Weighed> {
  const all = [...journals].flatMap(([journal, { lessons }]) => {
    const subject = readJournalName(journal)?.subject ?? ''
    return lessons.flatMap(({ works }) => works.map((work) => ({ journal, subject, work })))
  })
  const own = new Set(all.map(({ journal, work }) => workKey(journal, work.id)))
  const ofSubject = new Map(
    all.map(({ journal, subject, work }) => [`${subject} ${work.id}`, workKey(journal, work.id)]),
  )
  const linked = new Map(
    all.map(({ journal, subject, work: { id, weight, retakeOf } }): [string, Weighed] => {
      if (retakeOf === undefined) return [workKey(journal, id), { weight }]
      const near = workKey(journal, retakeOf)
      const first = own.has(near) ? near : ofSubject.get(`${subject} ${retakeOf}`)
      return [workKey(journal, id), { weight, retakeOf: first }]
    }),
  )
  return new Map([...linked].map(([key, work]) => [key, { ...work, weight: firstWeight(work, linked) }]))
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
