import { leavingBy, leavingText } from '../domain/reports/leaving.ts'
import { periodsOfGrade, type ReportPeriod } from '../domain/reports/report-period.ts'
import type { ReportSource } from '../domain/reports/report-source.ts'
import type { SummaryAttendanceReport } from '../domain/reports/summary-attendance.ts'
import { summaryAttendanceTable } from '../domain/reports/summary-attendance-table.ts'
import type { Cell } from '../domain/reports/table.ts'
import { type ClassView, type Pupil, wasIn } from '../domain/school/class-view.ts'
import type { SchoolClass } from '../domain/school/school-view.ts'
import { cellText } from './cell-text.ts'
import type { FormCell, PrintedForm } from './printed-form.ts'
import { reportSignatures } from './signatures.ts'

/** Columns of a period. */
const block = 7
/** mm that the blocks share. */
const blocksWidth = 210

/**
 * The sheet of attendance on paper (printed-forms.md, 6). Periods that begin after `today` (`YYYY-MM-DD`) are empty,
 * those before a pupil's arrival have dashes; across those after he left stands when.
 */
export function summaryAttendanceForm(
  report: SummaryAttendanceReport,
  { school, classes }: ReportSource,
  schoolClass: SchoolClass,
  today: string,
): PrintedForm {
  const table = summaryAttendanceTable(report, school)
  const view = classes.get(schoolClass.id)
  const periods = periodsOfGrade(school, report.year, schoolClass.grade)
  const width = blocksWidth / (block * (periods.length + 1))
  const cellsOf = (row: readonly Cell[]) =>
    row.slice(2).map((cell, index): FormCell => {
      const period = periods[Math.floor(index / block)]
      return { text: period && period.starts > today ? '' : cellText(cell) }
    })
  return {
    organisation: school.profile?.name ?? '',
    title: table.title.toUpperCase(),
    subtitle: table.subtitle,
    tables: [
      {
        columns: [
          { title: '№', width: 7, fixed: true },
          { title: 'Фамилия, имя', width: 52, fixed: true },
          ...table.columns.slice(2).map((column) => ({ ...column, width, fixed: true, turned: true })),
        ],
        rows: report.rows.map(({ pupil: id, name }, index) => {
          const pupil = view?.pupils.find((card) => card.id === id)
          const cells = cellsOf(table.rows[index]!)
          return [
            { text: String(index + 1) },
            ...(view && pupil
              ? pupilCells(pupil, name, cells, view, periods)
              : [{ text: name, align: 'left' as const }, ...cells]),
          ]
        }),
        totals: table.totals.map((row) => [
          { text: cellText(row[1]!), span: 2, align: 'left' },
          ...cellsOf(row),
        ]),
      },
    ],
    notes: [table.footnotes.join(' ')],
    signatures: reportSignatures(school, schoolClass),
  }
}

/** The name and the blocks of a pupil who may have come late or left. */
function pupilCells(
  pupil: Pupil,
  name: string,
  cells: readonly FormCell[],
  view: ClassView,
  periods: readonly ReportPeriod[],
): FormCell[] {
  const away = periods.map(({ starts, ends }) => !wasIn(view, pupil.id, starts, ends))
  const leaving = periods.map(({ starts }, index) =>
    away[index] ? leavingBy(view, pupil.id, '', starts) : undefined,
  )
  const row: FormCell[] = []
  for (let index = 0; index < periods.length; index++) {
    const left = leaving[index]
    if (left) {
      const span = leaving.slice(index).filter((later) => later === left).length
      row.push({ text: leavingText(pupil, left), span: block * span })
      index += span - 1
    } else if (away[index]) row.push(...Array.from({ length: block }, (): FormCell => ({ text: '—' })))
    else row.push(...cells.slice(index * block, (index + 1) * block))
  }
  const last = leavingBy(view, pupil.id, '', periods.at(-1)?.ends ?? '')
  const remark = last && !leaving.includes(last) ? leavingText(pupil, last) : undefined
  return [
    { text: name, align: 'left', ...(remark === undefined ? {} : { remark }) },
    ...row,
    ...cells.slice(periods.length * block),
  ]
}
