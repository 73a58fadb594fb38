import { lastInitials } from '../school/names.ts'
import type { SchoolView } from '../school/school-view.ts'
import type { ReportPeriod } from './report-period.ts'

/** Who taught a subject to a class or its groups in some part of a period: «Трефилова С. О.». */
export function teachersOf(
  { assignments, staff }: Pick<SchoolView, 'assignments' | 'staff'>,
  classId: string,
  subject: string,
  { starts, ends }: Pick<ReportPeriod, 'starts' | 'ends'>,
): string[] {
  const teachers = assignments
    .filter((a) => a.class === classId && a.subject === subject)
    .filter(({ from, to }) => (from === undefined || from <= ends) && (to === undefined || to > starts))
    .map(({ teacher }) => teacher)
  return [...new Set(teachers)].map((teacher) => {
    const member = staff.get(teacher)
    return member ? lastInitials(member) : teacher
  })
}
