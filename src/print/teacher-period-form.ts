import type { ReportPeriod } from '../domain/reports/report-period.ts'
import type { TeacherPeriodReport } from '../domain/reports/teacher-period.ts'
import { teacherPeriodTable } from '../domain/reports/teacher-period-table.ts'
import { initials } from '../domain/school/names.ts'
import type { SchoolView } from '../domain/school/school-view.ts'
import { cellText } from './cell-text.ts'
import type { FormColumn, PrintedForm } from './printed-form.ts'

/** mm, column by column of the table; the last one has the words. */
const widths = [12, 42, 11, 9, 9, 9, 9, 9, 15, 17, 12, 13, 17, 17, 17, 14, 50]

/** The teacher's period report on paper: he signs it, the deputy head takes it. */
export function teacherPeriodForm(
  report: TeacherPeriodReport,
  period: ReportPeriod,
  school: SchoolView,
): PrintedForm {
  const table = teacherPeriodTable(report, period, school)
  const teacher = school.staff.get(report.teacher)
  const words = new Set([0, 1, table.columns.length - 1])
  return {
    organisation: school.profile?.name ?? '',
    title: table.title.toUpperCase(),
    subtitle: table.subtitle,
    tables: [
      {
        columns: table.columns.map(
          ({ title, group }, index): FormColumn => ({
            title,
            ...(group === undefined ? {} : { group }),
            width: widths[index] ?? 12,
          }),
        ),
        rows: table.rows.map((row) =>
          row.map((cell, index) => ({
            text: cellText(cell),
            ...(words.has(index) ? { align: 'left' as const } : {}),
          })),
        ),
        totals: [],
      },
    ],
    notes: table.footnotes,
    signatures: [
      { role: 'Учитель', name: teacher && initials(teacher) },
      { role: 'Принято: заместитель директора по УВР', name: undefined },
    ],
  }
}
