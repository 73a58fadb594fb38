import { readJournalName } from '../ledger/documents.ts'
import { belongs, type Pupil } from '../school/class-view.ts'
import type { SchoolClass } from '../school/school-view.ts'
import { countedSubjects, type Grading } from './counted-subjects.ts'
import { periodMarks } from './period-marks.ts'
import type { ReportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'

/** A pupil of the class at the end of a period, by the subjects that count for him and the marks he has for it. */
export interface PupilResult {
  pupil: Pupil
  /** Subjects that count for him. */
  subjects: ReadonlyMap<string, Grading>
  /** Subject -> period mark, whether it counts or not; a missing mark has no entry. */
  marks: ReadonlyMap<string, string>
}

/** The pupils who belong to the class on the period's last day, in order of names. */
export function pupilResults(
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
): PupilResult[] {
  const view = source.classes.get(schoolClass.id)
  if (!view) return []
  const given = periodMarks(source, schoolClass.id, view, period)
  return view.pupils
    .filter(({ id }) => belongs(view, id, period.ends))
    .map((pupil) => ({
      pupil,
      subjects: countedSubjects(source.school, schoolClass, view, pupil.id, period),
      marks: given.get(pupil.id) ?? new Map(),
    }))
}

/** Period marks that count for these pupils and that different people gave differently. */
export function unsettledMarks(
  { journals }: Pick<ReportSource, 'journals'>,
  period: ReportPeriod,
  pupils: readonly PupilResult[],
): number {
  const counted = new Map(pupils.map(({ pupil, subjects }) => [pupil.id, subjects]))
  let count = 0
  for (const [name, journal] of journals) {
    const subject = readJournalName(name)?.subject ?? ''
    count += journal.unsettled.filter(({ entity }) => {
      const [kind, of, pupil] = entity.split(',')
      return kind === 'periodmark' && of === period.id && counted.get(pupil ?? '')?.has(subject)
    }).length
  }
  return count
}
