import { isPeriodFor } from '../../domain/policy/judge.ts'
import type { Assignment, Period, SchoolYear } from '../../domain/school/school-view.ts'
import { type EndTime, periodPlace } from './period-column.ts'

/** Grades that end with an exam and a final mark. */
const lastGrades: ReadonlySet<number> = new Set([9, 11])

/**
 * The marks that a journal ends in over a year: of each period in which the subject is attested, of the year, and in
 * grades 9 and 11 of the exam and the final one (rules.md, Marks).
 */
export function endTimes(
  allPeriods: readonly Period[],
  year: SchoolYear | undefined,
  grade: number,
  attested: Assignment['attested'],
): EndTime[] {
  if (!year) return []
  const isOwn = (kind: Period['kind']) => {
    if (attested === undefined) return isPeriodFor(grade, kind)
    return attested === 'half' ? kind === 'half' : attested === 'quarter' && kind !== 'half'
  }
  const periods = allPeriods
    .filter((period) => period.year === year.id && isOwn(period.kind))
    .map(
      ({ id, starts, ends }): EndTime => ({
        id,
        place: periodPlace(id),
        kind: 'period',
        starts,
        ends,
        fromMarks: true,
        basis: [],
      }),
    )
  const periodIds = periods.map(({ id }) => id)
  const ofYear = (kind: 'year' | 'exam' | 'final', basis: readonly string[]): EndTime => {
    const id = `${year.id}/${kind}`
    const { starts, ends } = year
    return { id, place: periodPlace(id), kind, starts, ends, fromMarks: false, basis }
  }
  const yearMark = { ...ofYear('year', periodIds), fromMarks: periods.length === 0 }
  if (!lastGrades.has(grade)) return [...periods, yearMark]
  const exam = ofYear('exam', [])
  const final = ofYear('final', grade === 9 ? [yearMark.id, exam.id] : [...periodIds, yearMark.id])
  return [...periods, yearMark, exam, final]
}
