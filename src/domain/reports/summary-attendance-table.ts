import type { SchoolView } from '../school/school-view.ts'
import { reportPeriod, yearLine } from './report-period.ts'
import type { Missed, MissedInYear, SummaryAttendanceReport } from './summary-attendance.ts'
import type { Cell, Table } from './table.ts'

/** Counts of each block in the order of its columns. */
export const summaryCounts = ['days', 'ill', 'total', 'Б', 'У', 'Н', 'late'] as const
/** Titles of these columns. */
const blockTitles = ['дней всего', 'дней бол.', 'уроков всего', 'Б', 'У', 'Н', 'опозд.'] as const

/** The sheet of attendance: a block of columns a period, then the year (printed-forms.md, 6). */
export function summaryAttendanceTable(
  report: SummaryAttendanceReport,
  school: Pick<SchoolView, 'periods' | 'years'>,
): Table {
  const blocks = [...Object.keys(report.totals.periods).map((id) => periodTitle(id, school)), 'Год']
  return {
    title: 'Сводная ведомость учёта посещаемости',
    subtitle: yearLine(report),
    columns: [
      { title: '№' },
      { title: 'Фамилия, имя' },
      ...blocks.flatMap((group) => blockTitles.map((title) => ({ group, title }))),
    ],
    rows: report.rows.map((row, index) => [index + 1, row.name, ...cellsOf(row)]),
    totals: [[null, 'Всего по классу', ...cellsOf(report.totals)]],
    footnotes: [
      'Опоздания в пропуски не входят; день пропущен, если пропущены все проведённые уроки.',
      ...(report.withoutRoll > 0
        ? [`Уроков без отметки явки: ${report.withoutRoll}; они считаются проведёнными.`]
        : []),
    ],
  }
}

/** "I", "1 п." */
function periodTitle(id: string, school: Pick<SchoolView, 'periods' | 'years'>): string {
  const period = reportPeriod(school, id)
  const number = period?.title.split(' ')[0] ?? id
  return period?.kind === 'half' ? `${number} п.` : number
}

function cellsOf({ periods, year }: MissedInYear): Cell[] {
  return [...Object.values(periods), year].flatMap(missedCells)
}

function missedCells({ days, lessons, late }: Missed): Cell[] {
  return [days.total, days.ill, lessons.total, lessons.Б, lessons.У, lessons.Н, late]
}
