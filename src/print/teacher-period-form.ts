import type { ReportPeriod } from '../domain/reports/report-period.ts'
import type { TeacherPeriodReport } from '../domain/reports/teacher-period.ts'
import { teacherPeriodTable } from '../domain/reports/teacher-period-table.ts'
import { initials } from '../domain/school/names.ts'
import type { SchoolView } from '../domain/school/school-view.ts'
import type { PrintedForm } from './printed-form.ts'
import { tableForm } from './table-form.ts'

/** mm, column by column of the table; the last one has the words. */
const widths = [12, 42, 11, 9, 9, 9, 9, 9, 15, 17, 12, 13, 17, 17, 17, 14, 50]

/** The teacher's period report on paper: he signs it, the deputy head takes it. */
export function teacherPeriodForm(
  report: TeacherPeriodReport,
  period: ReportPeriod,
  school: SchoolView,
): PrintedForm {
  const teacher = school.staff.get(report.teacher)
  return tableForm(teacherPeriodTable(report, period, school), {
    organisation: school.profile?.name ?? '',
    widths,
    words: [0, 1, widths.length - 1],
    signatures: [
      { role: 'Учитель', name: teacher && initials(teacher) },
      { role: 'Принято: заместитель директора по УВР', name: undefined },
    ],
  })
}
