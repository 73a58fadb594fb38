import { addDays } from '../../src/domain/policy/policy.ts'
import type { AssignmentRow, PeriodRow } from '../../src/exchange/tables.ts'
import type { SubjectId } from './curriculum.ts'

/** The last grade that has quarters; above it there are half-years. */
const LAST_QUARTER_GRADE = 9
const ungraded: readonly SubjectId[] = ['talk', 'ethics']
const credited: readonly SubjectId[] = ['project']
/** One hour a week gives too few marks for a quarter. */
const attestedByHalf: readonly SubjectId[] = ['safety']

export const isGraded = (subject: SubjectId) => !ungraded.includes(subject)
export const isCredit = (subject: SubjectId) => credited.includes(subject)

/** The kind of period that a subject's marks are for. */
export function periodKindOf(subject: SubjectId, grade: number): PeriodRow['kind'] {
  return grade > LAST_QUARTER_GRADE || attestedByHalf.includes(subject) ? 'half' : 'quarter'
}

/** The columns of an assignment that differ from the defaults of the grade. */
export function gradingColumns(
  subject: SubjectId,
  grade: number,
): Pick<AssignmentRow, 'grading' | 'attested'> {
  const grading = isGraded(subject) ? (isCredit(subject) ? 'credit' : undefined) : 'none'
  const byHalf = attestedByHalf.includes(subject) && grade <= LAST_QUARTER_GRADE
  return { ...(grading ? { grading } : {}), ...(byHalf ? { attested: 'half' } : {}) }
}

/** The date from which a class is given marks: never in grade 1, from the second quarter in grade 2. */
export function ungradedUntil(grade: number, periods: readonly PeriodRow[]): string | undefined {
  const quarter = (number: number) => periods.find((p) => p.kind === 'quarter' && p.number === number)!
  if (grade === 1) return addDays(quarter(4).ends, 1)
  return grade === 2 ? quarter(2).starts : undefined
}
