import type { MovementReport } from '../domain/reports/movement.ts'
import { movementTable } from '../domain/reports/movement-table.ts'
import { type ReportPeriod, reportPeriod } from '../domain/reports/report-period.ts'
import type { ReportSource } from '../domain/reports/report-source.ts'
import type { SchoolClass } from '../domain/school/school-view.ts'
import { cellText } from './cell-text.ts'
import type { FormCell, FormTable, PrintedForm } from './printed-form.ts'
import { reportSignatures } from './signatures.ts'

const widths = [8, 62, 24, 22, 22, 34, 44, 15, 38]

/** The movement of a class on paper (printed-forms.md, 7); periods that begin after `today` (`YYYY-MM-DD`) are empty. */
export function movementForm(
  report: MovementReport,
  { school, classes }: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
  today: string,
): PrintedForm {
  const table = movementTable(report, period, school, classes.get(schoolClass.id))
  return {
    organisation: school.profile?.name ?? '',
    title: table.title.toUpperCase(),
    subtitle: table.subtitle,
    tables: [
      {
        columns: table.columns.map((column, index) => ({ ...column, width: widths[index] ?? 20 })),
        rows:
          table.rows.length === 0
            ? [[{ text: 'Движения не было', span: table.columns.length }]]
            : table.rows.map((row) =>
                row.map(
                  (cell, index): FormCell =>
                    index === 1 ? { text: cellText(cell), align: 'left' } : { text: cellText(cell) },
                ),
              ),
        totals: [],
      },
      headcountTable(report, school, today),
    ],
    notes: [],
    signatures: reportSignatures(school, schoolClass),
  }
}

function headcountTable(
  { periods }: MovementReport,
  school: ReportSource['school'],
  today: string,
): FormTable {
  const titles = [
    'На начало',
    'Прибыло',
    'в т. ч. из других классов',
    'Выбыло',
    'в т. ч. в другие классы',
    'На конец',
  ]
  return {
    follows: true,
    heading: 'Численность',
    columns: [{ title: 'Период', width: 50 }, ...titles.map((title) => ({ title, width: 36.5 }))],
    rows: periods.map((part) => {
      const period = reportPeriod(school, part.period)
      const counts = [part.start, part.arrived, part.movedIn, part.left, part.movedOut, part.end]
      return [
        { text: period?.kind === 'year' ? 'Год' : (period?.title ?? part.period), align: 'left' },
        ...counts.map((count): FormCell => ({ text: period && period.starts > today ? '' : String(count) })),
      ]
    }),
    totals: [],
  }
}
