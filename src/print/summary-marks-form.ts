import { leavingBy, leavingText } from '../domain/reports/leaving.ts'
import type { ReportSource } from '../domain/reports/report-source.ts'
import type { SummaryMarksReport } from '../domain/reports/summary-marks.ts'
import {
  councilLine,
  summaryMarksTable,
  summarySubjects,
  summaryTimes,
} from '../domain/reports/summary-marks-table.ts'
import { shortConduct } from '../domain/school/class-list.ts'
import { emptyClass } from '../domain/school/class-view.ts'
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
  const view = classes.get(schoolClass.id) ?? emptyClass
  const table = summaryMarksTable(report, schoolClass, school, view)
  const subjects = summarySubjects(report, schoolClass, school)
  const times = summaryTimes(report, schoolClass, school)
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
          const pupil = view.pupils.find((card) => card.id === id)
          const leaving = leavingBy(view, id, '', until)
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
            {
              text: '',
              parts: times.map((time) => shortConduct(view.conduct.get(`${time.id},${id}`) ?? '')),
            },
            { text: councilLine(view.council.get(`${report.year},${id}`)), align: 'left' as const },
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
