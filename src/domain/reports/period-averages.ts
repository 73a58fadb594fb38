import { type Average, averageOf, type WorkMark } from '../journal/average.ts'
import type { JournalView } from '../journal/journal-view.ts'
import { type MarkFromElsewhere, marksFromElsewhere, withMarks } from '../journal/marks-from-elsewhere.ts'
import { readJournalName } from '../ledger/documents.ts'
import type { SchoolView } from '../school/school-view.ts'
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
 * Marks), so those of another class or group of the school count too, where they were given: extracts that were
 * carried on do not count again. Marks of a former school count where they were entered.
 */
export function periodAverages(
  {
    journals,
    school: { markSettings },
  }: { school: Pick<SchoolView, 'markSettings'> } & Pick<ReportSource, 'journals'>,
  period: Pick<ReportPeriod, 'id' | 'starts' | 'ends'>,
): PeriodAverages {
  const { starts, ends } = period
  const works = worksOf(journals)
  const marks = new Map<string, WorkMark[]>()
  const former = new Map<string, MarkFromElsewhere[]>()
  for (const [name, journal] of journals) {
    const key = readJournalName(name)
    const subject = key?.subject ?? ''
    for (const pupil of new Set(journal.former.map((mark) => mark.pupil))) {
      const place = `${pupil},${subject}`
      const own = key ? marksFromElsewhere({ carried: [], former: journal.former }, key, pupil, period) : []
      former.set(place, [...(former.get(place) ?? []), ...own])
    }
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
  return (pupil, subject) => {
    const place = `${pupil},${subject}`
    const average = averageOf(marks.get(place) ?? [], works, markSettings.retake)
    return withMarks(average, former.get(place) ?? [])
  }
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
