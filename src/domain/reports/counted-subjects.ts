import { isPeriodFor } from '../policy/judge.ts'
import { type ClassView, inGroup } from '../school/class-view.ts'
import type { Assignment, SchoolClass, SchoolView } from '../school/school-view.ts'
import type { ReportPeriod } from './report-period.ts'

/** Whether a class has no marks in a period: grade 1, and others whose `ungradedUntil` its end does not pass. */
export function isUngraded(
  { grade, ungradedUntil }: SchoolClass,
  period: Pick<ReportPeriod, 'ends'>,
): boolean {
  return grade === 1 || (ungradedUntil !== undefined && period.ends <= ungradedUntil)
}

/** How a subject is graded. */
export type Grading = 'marks' | 'credit'

/**
 * Subjects that count for a pupil in a period: graded, attested in this kind of period (every graded subject has a
 * year mark), taught in some part of it, and class-wide or his group's on its last day (rules.md, Marks); each with how it is graded.
 */
export function countedSubjects(
  school: Pick<SchoolView, 'assignments'>,
  schoolClass: SchoolClass,
  view: Pick<ClassView, 'members'>,
  pupil: string,
  period: ReportPeriod,
): Map<string, Grading> {
  const subjects = new Map<string, Grading>()
  if (isUngraded(schoolClass, period)) return subjects
  for (const assignment of school.assignments) {
    if (assignment.class !== schoolClass.id || !isAttested(assignment, schoolClass.grade, period)) continue
    const { group, subject, grading } = assignment
    if (group !== undefined && !inGroup(view, group, pupil, period.ends)) continue
    if (grading !== 'credit') subjects.set(subject, 'marks')
    else if (!subjects.has(subject)) subjects.set(subject, 'credit')
  }
  return subjects
}

function isAttested(
  { grading, attested, from, to }: Assignment,
  grade: number,
  period: ReportPeriod,
): boolean {
  return (
    grading !== 'none' &&
    (period.kind === 'year' ||
      (attested === undefined ? isPeriodFor(grade, period.kind) : attested === period.kind)) &&
    (from === undefined || from <= period.ends) &&
    (to === undefined || to > period.starts)
  )
}
