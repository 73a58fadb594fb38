import { readJournalName } from '../ledger/documents.ts'
import { type ClassView, inGroup } from '../school/class-view.ts'
import type { ReportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'

/** Marks of a period: pupil -> subject -> mark. */
export type PeriodMarks = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A period mark with the journal it stands in. */
export interface PlacedMark {
  mark: string
  /** Its name. */
  journal: string
}

/** Marks of a period (see `placedMarks`) without their places. */
export function periodMarks(...of: Parameters<typeof placedMarks>): PeriodMarks {
  return new Map(
    [...placedMarks(...of)].map(([pupil, marks]) => [
      pupil,
      new Map([...marks].map(([subject, { mark }]) => [subject, mark])),
    ]),
  )
}

/**
 * Period marks of everybody, wherever they were given: they belong to pupil and subject and follow the pupil to
 * another class or group. Should two journals hold one, that of the pupil's own journal on the period's last day
 * counts, then another of this class, then the first by name. Marks that `counts` declines are passed over.
 */
export function placedMarks(
  { journals }: Pick<ReportSource, 'journals'>,
  classId: string,
  view: Pick<ClassView, 'members'>,
  period: Pick<ReportPeriod, 'id' | 'ends'>,
  counts: (pupil: string, classOfJournal: string) => boolean = () => true,
): ReadonlyMap<string, ReadonlyMap<string, PlacedMark>> {
  const found = new Map<string, Map<string, PlacedMark>>()
  const ranks = new Map<string, number>()
  for (const name of [...journals.keys()].sort()) {
    const key = readJournalName(name)
    if (!key) continue
    for (const { pupil, mark, period: given } of journals.get(name)!.periodMarks) {
      if (given !== period.id || !counts(pupil, key.class)) continue
      const own = key.class === classId
      const rank = !own ? 2 : !key.group || inGroup(view, key.group, pupil, period.ends) ? 0 : 1
      const place = `${pupil},${key.subject}`
      if (rank >= (ranks.get(place) ?? 3)) continue
      ranks.set(place, rank)
      const marks = found.get(pupil) ?? new Map<string, PlacedMark>()
      found.set(pupil, marks.set(key.subject, { mark, journal: name }))
    }
  }
  return found
}

/** The value of a mark from 1 to 5; undefined of those that have none (н/а, осв, зач, незач). */
export function valueOfMark(mark: string): number | undefined {
  return /^[1-5]$/.test(mark) ? Number(mark) : undefined
}
