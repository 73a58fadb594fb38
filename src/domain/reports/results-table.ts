import type { SchoolView } from '../school/school-view.ts'
import { periodLine, type ReportPeriod } from './report-period.ts'
import type { ResultsReport } from './results.ts'
import type { SubjectTotals } from './subject-totals.ts'
import { subjectsByName } from './subjects-by-name.ts'
import { type Cell, fraction, markCell, rateText, type Table } from './table.ts'

/** Rows under the table: title, what is counted, decimals of a fraction. */
export const resultsTotals: readonly (readonly [
  title: string,
  key: keyof SubjectTotals,
  decimals?: number,
])[] = [
  ['«5»', '5'],
  ['«4»', '4'],
  ['«3»', '3'],
  ['«2»', '2'],
  ['н/а', 'н/а'],
  ['осв.', 'осв'],
  ['зач.', 'зач'],
  ['незач.', 'незач'],
  ['не выст.', 'none'],
  ['N', 'n'],
  ['Средний балл', 'average', 2],
  ['Успеваемость, %', 'passPercent', 1],
  ['Качество, %', 'qualityPercent', 1],
  ['СОУ', 'sou', 1],
]

/** The results as their printed form has them: subjects by name, counts under each (printed-forms.md, 4). */
export function resultsTable(
  report: ResultsReport,
  period: ReportPeriod,
  { subjects: known }: Pick<SchoolView, 'subjects'>,
): Table {
  const subjects = subjectsByName(Object.keys(report.totals.subjects), known)
  const { passRate, qualityRate, pupils } = report.totals
  return {
    title: 'Итоги успеваемости класса за учебный период',
    subtitle: periodLine(report.class, period),
    columns: [
      { title: '№' },
      { title: 'Фамилия, имя' },
      ...subjects.map(({ title }) => ({ title })),
      { title: 'Средний балл' },
    ],
    rows: report.rows.map(({ name, marks, average }, index) => [
      index + 1,
      name,
      ...subjects.map(({ id }) => markCell(marks[id])),
      fraction(average, 2),
    ]),
    totals: resultsTotals.map(([title, key, decimals]) => [
      null,
      title,
      ...subjects.map(({ id }) => countCell(report.totals.subjects[id]![key], decimals)),
      null,
    ]),
    footnotes: [
      `Учеников на конец периода: ${pupils}.`,
      `По классу: успеваемость ${rateText(passRate)} · качество ${rateText(qualityRate)}.`,
      ...(report.unsettled > 0
        ? [`Расхождений между отметками за период, которые ещё не разрешены: ${report.unsettled}.`]
        : []),
    ],
  }
}

function countCell(count: number | null, decimals: number | undefined): Cell {
  return decimals === undefined ? count : fraction(count, decimals)
}
