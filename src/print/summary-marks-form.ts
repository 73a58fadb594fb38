import { leavingBy, leavingText } from '../domain/reports/leaving.ts'
import type { ReportSource } from '../domain/reports/report-source.ts'
import type { SummaryMarksReport } from '../domain/reports/summary-marks.ts'
import { summaryMarksTable, summarySubjects, summaryTimes } from '../domain/reports/summary-marks-table.ts'
import { fullName } from '../domain/school/names.ts'
import type { SchoolClass } from '../domain/school/school-view.ts'
import type { FormColumn, PrintedForm } from './printed-form.ts'
import { reportSignatures } from './signatures.ts'

/** The sheet of all marks on paper: a block a pupil, which no page splits (printed-forms.md, 5). */
export function summaryMarksForm(
  report: SummaryMarksReport,
  { school, classes }: ReportSource,
  schoolClass: SchoolClass,
  until: string,
): PrintedForm {
  const table = summaryMarksTable(report, schoolClass, school)
  const subjects = summarySubjects(report, schoolClass, school)
  const times = summaryTimes(report, schoolClass, school)
  const view = classes.get(schoolClass.id)
  const columns: FormColumn[] = [
    { title: '№', width: 7, fixed: true },
    { title: 'Фамилия, имя, отчество', width: 42, fixed: true },
    { title: 'Период', width: 11, fixed: true },
    ...[...subjects.map(({ title }) => title), 'Поведение'].map((title) => ({
      title,
      width: 11,
      turned: true,
    })),
    { title: 'Решение педагогического совета (дата и №)', width: 34, fixed: true },
  ]
  return {
    organisation: school.profile?.name ?? '',
    title: table.title.toUpperCase(),
    subtitle: table.subtitle,
    tables: [
      {
        columns,
        rows: report.rows.map(({ pupil: id, name, marks }, index) => {
          const pupil = view?.pupils.find((card) => card.id === id)
          const leaving = view && leavingBy(view, id, '', until)
          return [
            { text: String(index + 1) },
            {
              text: pupil ? fullName(pupil) : name,
              align: 'left' as const,
              ...(pupil && leaving ? { remark: leavingText(pupil, leaving) } : {}),
            },
            { text: '', parts: times.map(({ title }) => title) },
            ...subjects.map((subject) => ({
              text: '',
              parts: times.map((time) => marks[subject.id]?.[time.id] ?? ''),
            })),
            { text: '', parts: times.map(() => '') },
            { text: '' },
          ]
        }),
        totals: [],
      },
    ],
    notes: table.footnotes,
    signatures: [
      ...reportSignatures(school, schoolClass),
      { role: 'Директор', name: undefined, stamp: true },
    ],
  }
}
