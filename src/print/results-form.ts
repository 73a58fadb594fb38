import { leavingBy, leavingText } from '../domain/reports/leaving.ts'
import type { ReportPeriod } from '../domain/reports/report-period.ts'
import type { ReportSource } from '../domain/reports/report-source.ts'
import type { ResultsReport } from '../domain/reports/results.ts'
import { resultsTable } from '../domain/reports/results-table.ts'
import { defaultNotAttestedWeight } from '../domain/reports/subject-totals.ts'
import { subjectsByName } from '../domain/reports/subjects-by-name.ts'
import { teachersOf } from '../domain/reports/teachers-of.ts'
import type { ClassView } from '../domain/school/class-view.ts'
import { lastFirst } from '../domain/school/names.ts'
import type { SchoolClass } from '../domain/school/school-view.ts'
import { cellText } from './cell-text.ts'
import type { FormCell, FormColumn, PrintedForm } from './printed-form.ts'
import { reportSignatures } from './signatures.ts'

/**
 * The results of a class on paper (printed-forms.md, 4). Who left in the period keeps a row, without marks and outside
 * all counts. `notAttestedWeight`: the one the report was computed with.
 */
export function resultsForm(
  report: ResultsReport,
  { school, classes }: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
  notAttestedWeight = defaultNotAttestedWeight,
): PrintedForm {
  const table = resultsTable(report, period, school)
  const subjects = subjectsByName(Object.keys(report.totals.subjects), school.subjects)
  const view = classes.get(schoolClass.id)
  const columns: FormColumn[] = [
    { title: '№', width: 7, fixed: true },
    { title: 'Фамилия, имя', width: 58, fixed: true },
    ...subjects.map(({ id, title }) => ({
      title,
      notes: teachersOf(school, schoolClass.id, id, period),
      width: 11,
      turned: true,
    })),
    { title: 'Средний балл', width: 11, turned: true },
  ]
  const marks = new Map(report.rows.map(({ pupil }, index) => [pupil, table.rows[index]!.slice(2)]))
  return {
    organisation: school.profile?.name ?? '',
    title: table.title.toUpperCase(),
    subtitle: table.subtitle,
    tables: [
      {
        columns,
        rows: pupilsOf(report, view, period).map(({ id, name, left }, index) => [
          { text: String(index + 1) },
          { text: name, align: 'left' },
          ...(left === undefined
            ? (marks.get(id) ?? []).map((cell): FormCell => ({ text: cellText(cell) }))
            : [{ text: left, span: columns.length - 2 }]),
        ]),
        totals: table.totals.map(([, title = null, ...counts]) => [
          { text: cellText(title), span: 2, align: 'left' },
          ...counts.map((cell): FormCell => ({ text: cellText(cell) })),
        ]),
      },
    ],
    notes: [
      table.footnotes.join(' '),
      'N — ученики с отметкой или н/а; осв., зач., незач. и невыставленные отметки в N не входят, «1» считается с «2». ' +
        `СОУ = (100·«5» + 64·«4» + 36·«3» + 16·«2» + ${notAttestedWeight}·н/а) / N.`,
    ],
    signatures: reportSignatures(school, schoolClass),
  }
}

interface Row {
  id: string
  name: string
  /** Where his marks would be. */
  left?: string
}

/** Pupils of the report with those who left in the period, in the class's order of names. */
function pupilsOf(report: ResultsReport, view: ClassView | undefined, { starts, ends }: ReportPeriod): Row[] {
  const named = new Map(report.rows.map(({ pupil, name }) => [pupil, name]))
  return (view?.pupils ?? []).flatMap((pupil): Row[] => {
    const name = named.get(pupil.id)
    if (name !== undefined) return [{ id: pupil.id, name }]
    const movement = leavingBy(view!, pupil.id, starts, ends)
    if (!movement) return []
    return [{ id: pupil.id, name: lastFirst(pupil), left: leavingText(pupil, movement) }]
  })
}
