import type { ClassView, Movement } from '../school/class-view.ts'
import { isEntry } from '../school/class-view.ts'
import type { SchoolView } from '../school/school-view.ts'
import type { MovementReport, PeriodMovement } from './movement.ts'
import { periodLine, type ReportPeriod, reportPeriod } from './report-period.ts'
import { russianDate, type Table } from './table.ts'

/** Grounds of a movement as the sheet words them. */
export const kindWords: Readonly<Record<Movement['kind'], string>> = {
  enrolled: 'зачислен',
  arrived: 'прибыл',
  moved_in: 'переведён из другого класса',
  moved_out: 'переведён в другой класс',
  left: 'выбыл',
  expelled: 'отчислен',
}

/** The sheet of movement: a row an order; headcounts of each period under it (printed-forms.md, 7). */
export function movementTable(
  report: MovementReport,
  period: ReportPeriod,
  school: SchoolView,
  view: ClassView | undefined,
): Table {
  const born = new Map(view?.pupils.map((pupil) => [pupil.id, pupil.born]))
  return {
    title: 'Сводная ведомость учёта движения учащихся',
    subtitle: periodLine(report.class, period),
    columns: [
      { title: '№' },
      { title: 'Фамилия, имя, отчество' },
      { title: 'Дата рождения' },
      { title: 'Прибыл/выбыл' },
      { title: 'Дата' },
      { title: 'Приказ № и дата' },
      { title: 'Откуда/куда' },
      { title: 'Класс' },
      { title: 'Основание' },
    ],
    rows: report.rows.map((row, index) => [
      index + 1,
      row.name,
      dateOr(born.get(row.pupil)),
      isEntry(row) ? 'прибыл' : 'выбыл',
      russianDate(row.date),
      orderText(row.orderNo, orderDateOf(view, row)),
      row.place || null,
      report.class,
      kindWords[row.kind],
    ]),
    totals: [],
    footnotes: report.periods.map((part) => headcountLine(part, school)),
  }
}

function dateOr(date: string | undefined): string | null {
  return date === undefined ? null : russianDate(date)
}

/** «№ 31-у от 15.10.2025»; null where neither is recorded. */
export function orderText(number: string, date: string | undefined): string | null {
  const words = [number && `№ ${number}`, date && `от ${russianDate(date)}`].filter((part) => part)
  return words.join(' ') || null
}

function orderDateOf(
  view: ClassView | undefined,
  { pupil, kind, date }: MovementReport['rows'][number],
): string | undefined {
  return view?.movements.find((one) => one.pupil === pupil && one.kind === kind && one.date === date)
    ?.orderDate
}

/** "I четверть: на начало 9, прибыло 1, в т. ч. из других классов 0, выбыло 0, ..." */
function headcountLine(part: PeriodMovement, school: SchoolView): string {
  const title = reportPeriod(school, part.period)?.title ?? part.period
  return (
    `${title}: на начало ${part.start}, прибыло ${part.arrived}, в т. ч. из других классов ${part.movedIn}, ` +
    `выбыло ${part.left}, в т. ч. в другие классы ${part.movedOut}, на конец ${part.end}.`
  )
}
