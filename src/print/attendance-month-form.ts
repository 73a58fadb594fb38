import type { AttendanceReport, AttendanceRow } from '../domain/reports/attendance-month.ts'
import { attendanceMonthTable, timeOf } from '../domain/reports/attendance-month-table.ts'
import { heldLessons } from '../domain/reports/held-lessons.ts'
import { leavingBy, leavingText } from '../domain/reports/leaving.ts'
import { yearTitle } from '../domain/reports/report-period.ts'
import type { ReportSource } from '../domain/reports/report-source.ts'
import { type Cell, russianDate, shortDate } from '../domain/reports/table.ts'
import { weekdayOf } from '../domain/school/calendar.ts'
import type { ClassView } from '../domain/school/class-view.ts'
import { withFollowing } from '../domain/school/following.ts'
import type { SchoolClass } from '../domain/school/school-view.ts'
import { cellText } from './cell-text.ts'
import type { FormCell, FormColumn, FormTable, PrintedForm } from './printed-form.ts'
import { reportSignatures } from './signatures.ts'

/** A month of six-day weeks has no more; a longer time goes on in further tables. */
const daysOnSheet = 27
/** Fewer cells side by side are too narrow for "выбыл 15.10, пр. № 31-у". */
const remarkCells = 4
const weekdays = ['', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']

/** The attendance of a class on paper (printed-forms.md, 1). */
export function attendanceMonthForm(
  report: AttendanceReport,
  source: ReportSource,
  schoolClass: SchoolClass,
): PrintedForm {
  const { school } = source
  const table = attendanceMonthTable(report)
  const view = withFollowing(source.classes, schoolClass.id)
  const unmarked = view ? daysWithoutRoll(report, source, schoolClass, view) : new Set<string>()
  const dayTitle = report.month === undefined ? shortDate : (date: string) => String(Number(date.slice(8)))
  const runs = datesBySheet(report.dates)
  const tables = runs.map((dates, sheet): FormTable => {
    const first = 2 + report.dates.indexOf(dates[0] ?? '')
    const last = sheet === runs.length - 1
    // The table's last column, lessons held, stands in words under it.
    const counts = (row: readonly Cell[]) =>
      last ? row.slice(2 + report.dates.length, -1).map((cell): FormCell => ({ text: cellText(cell) })) : []
    return {
      columns: columnsOf(dates, dayTitle, last),
      rows: report.rows.map((row, index) => [
        { text: String(index + 1) },
        ...dayCells(row, dates, table.rows[index]!.slice(first), view, report, unmarked),
        ...counts(table.rows[index]!),
      ]),
      totals: table.totals
        .filter((_, index) => index === 0 || last)
        .map((row) => [
          { text: cellText(row[1]!), span: 2, align: 'left' },
          ...dates.map((_, index) => ({ text: cellText(row[first + index]!) })),
          ...counts(row),
        ]),
    }
  })
  const [rules = '', ...results] = table.footnotes
  const { from, to } = report
  return {
    organisation: school.profile?.name ?? '',
    title: `${table.title.toUpperCase()} за ${timeOf(report)}`,
    subtitle:
      `${report.class} класс · ${yearTitle(schoolClass.year)} уч. г. ` +
      `(${russianDate(from)} – ${russianDate(to)})`,
    tables,
    notes: [
      results.join(' '),
      rules + (unmarked.size > 0 ? ' Серая клетка: на уроке этого дня явка не отмечена.' : ''),
    ],
    signatures: reportSignatures(school, schoolClass),
  }
}

/** Days in runs of about the same length that fit a sheet; one empty run of no days. */
function datesBySheet(dates: readonly string[]): string[][] {
  const sheets = Math.max(1, Math.ceil(dates.length / daysOnSheet))
  const size = Math.ceil(dates.length / sheets)
  return Array.from({ length: sheets }, (_, sheet) => dates.slice(sheet * size, (sheet + 1) * size))
}

function columnsOf(
  dates: readonly string[],
  dayTitle: (date: string) => string,
  withCounts: boolean,
): FormColumn[] {
  const counts = [
    ...['всего', 'Б', 'У', 'Н'].map((title) => ({ group: 'Уроков', title })),
    { title: 'О' },
    ...['всего', 'бол.'].map((title) => ({ group: 'Дней', title })),
  ].map((column) => ({ ...column, width: 8, fixed: true }))
  return [
    { title: '№', width: 7, fixed: true },
    { title: 'Фамилия, имя', width: 50, fixed: true },
    ...dates.map((date) => ({ title: `${dayTitle(date)}\n${weekdays[weekdayOf(date)]}`, width: 6 })),
    ...(withCounts ? counts : []),
  ]
}

/** The name and a row's days: what was missed, dashes before the pupil came, "выбыл" across the days after he left. */
function dayCells(
  row: AttendanceRow,
  dates: readonly string[],
  cells: readonly Cell[],
  view: ClassView | undefined,
  { from, to }: AttendanceReport,
  unmarked: ReadonlySet<string>,
): FormCell[] {
  const pupil = view?.pupils.find(({ id }) => id === row.pupil)
  const leavingOn = (date: string) => view && leavingBy(view, row.pupil, from, date)
  const gone = leavingOn(to)
  const days: FormCell[] = []
  let remarked = false
  for (let index = 0; index < dates.length; index++) {
    const date = dates[index]!
    const leaving = row.outside.includes(date) ? leavingOn(date) : undefined
    const span = dates.slice(index).filter((later) => leavingOn(later) === leaving).length
    if (pupil && leaving && span >= remarkCells) {
      days.push({ text: leavingText(pupil, leaving), span })
      remarked ||= leaving === gone
      index += span - 1
    } else {
      days.push({
        text: cellText(cells[index]!).replaceAll(' ', '\n'),
        grey: unmarked.has(`${date} ${row.pupil}`),
      })
    }
  }
  const remark = pupil && gone && !remarked ? leavingText(pupil, gone) : undefined
  return [{ text: row.name, align: 'left', ...(remark === undefined ? {} : { remark }) }, ...days]
}

/** Days and pupils ("2025-09-03 p001") with a lesson that was held for the pupil without a roll. */
function daysWithoutRoll(
  { from, to }: AttendanceReport,
  source: ReportSource,
  { id }: SchoolClass,
  view: ClassView,
): Set<string> {
  const days = new Set<string>()
  for (const { lesson, expected } of heldLessons(source, id, view, from, to)) {
    if (lesson.roll) continue
    for (const pupil of expected) days.add(`${lesson.date} ${pupil}`)
  }
  return days
}
