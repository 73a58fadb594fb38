import { fullName } from '../school/names.ts'
import type { SchoolView } from '../school/school-view.ts'
import { classTitle, subjectTitle } from '../school/titles.ts'
import { type ReportPeriod, yearTitle } from './report-period.ts'
import { type Cell, fraction, russianDate, type Table } from './table.ts'
import type { TeacherPeriodReport, TeacherPeriodRow } from './teacher-period.ts'

const marks = ['5', '4', '3', '2', 'н/а'] as const

/** The teacher's period report as a table, a row a journal. */
export function teacherPeriodTable(
  report: TeacherPeriodReport,
  { kind, title, year, starts, ends }: ReportPeriod,
  school: SchoolView,
): Table {
  const teacher = school.staff.get(report.teacher)
  const time = `${kind === 'year' ? '' : `${title} `}${yearTitle(year)} уч. г.`
  return {
    title: 'Отчёт учителя-предметника за учебный период',
    subtitle: `${teacher ? `${fullName(teacher)} · ` : ''}${time} (${russianDate(starts)} – ${russianDate(ends)})`,
    columns: [
      { title: 'Класс' },
      { title: 'Предмет' },
      { title: 'Учеников' },
      ...marks.map((mark) => ({ title: mark, group: 'Отметки за период' })),
      { title: 'Качество, %' },
      { title: 'Успеваемость, %' },
      { title: 'СОУ' },
      { title: 'Средний балл' },
      { title: 'по расписанию', group: 'Часы' },
      { title: 'проведено', group: 'Часы' },
      { title: 'отставание', group: 'Часы' },
      { title: 'Контрольных' },
      { title: 'Причины отставания' },
    ],
    rows: report.rows.map((row) => cells(row, school)),
    totals: [],
    footnotes: [
      'Проценты и СОУ считаются по отметкам за период: осв., зач., незач. и невыставленные в расчёт не входят, «1» считается с «2».',
      'Часы по расписанию: за весь период; отставание: сколько прошедших часов не проведено.',
    ],
  }
}

function cells(row: TeacherPeriodRow, school: SchoolView): Cell[] {
  const { totals } = row
  return [
    classTitle(school, row.class),
    subjectTitle(school, row),
    row.pupils,
    ...marks.map((mark) => totals[mark]),
    fraction(totals.qualityPercent, 1),
    fraction(totals.passPercent, 1),
    fraction(totals.sou, 1),
    fraction(totals.average, 2),
    row.planned,
    row.held,
    row.lag,
    row.controls,
    row.reasons.map(({ reason, hours }) => `${reason ?? 'урок не открыт'}: ${hours} ч`).join('; ') || null,
  ]
}
