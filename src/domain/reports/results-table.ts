import type { SchoolView } from '../school/school-view.ts'
import type { Rate } from './ratio.ts'
import type { ReportPeriod } from './report-period.ts'
import type { ResultsReport } from './results.ts'
import type { SubjectTotals } from './subject-totals.ts'
import { type Cell, fraction, russianDate, russianNumber, type Table } from './table.ts'

const collator = new Intl.Collator('ru')

const totalRows: readonly (readonly [title: string, key: keyof SubjectTotals, decimals?: number])[] = [
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
  const subjects = reportSubjects(report, known)
  const { passRate, qualityRate, pupils } = report.totals
  return {
    title: 'Итоги успеваемости класса за учебный период',
    subtitle:
      `${report.class} класс · ${period.title} ${yearTitle(period.year)} уч. г. ` +
      `(${russianDate(period.starts)} – ${russianDate(period.ends)})`,
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
    totals: totalRows.map(([title, key, decimals]) => [
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

/** Subjects of a report in the order of their columns: by name. */
export function reportSubjects(
  report: ResultsReport,
  known: SchoolView['subjects'],
): { id: string; title: string }[] {
  return Object.keys(report.totals.subjects)
    .map((id) => ({ id, title: known.get(id)?.name ?? id }))
    .sort((a, b) => collator.compare(a.title, b.title))
}

/** Marks in figures are numbers, so that a spreadsheet can count with them. */
function markCell(mark: string | undefined): Cell {
  if (mark === undefined) return null
  return /^\d$/.test(mark) ? Number(mark) : mark
}

function countCell(count: number | null, decimals: number | undefined): Cell {
  return decimals === undefined ? count : fraction(count, decimals)
}

function rateText({ k, n, percent }: Rate): string {
  return `${russianNumber(percent, 1)} % (${k} из ${n})`
}

/** "2025-26" -> "2025/26" */
export function yearTitle(year: string): string {
  return year.replace('-', '/')
}
