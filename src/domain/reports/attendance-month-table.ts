import type { DayCodes } from './attendance-counts.ts'
import type { AttendanceReport, AttendanceRow } from './attendance-month.ts'
import { percent } from './ratio.ts'
import { type Cell, russianDate, russianNumber, shortDate, type Table } from './table.ts'

const months = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]
/** Counts of a pupil in the order of their columns, which follow those of the days. */
export const attendanceCounts = ['total', 'Б', 'У', 'Н', 'late', 'days', 'ill', 'held'] as const
/** The day stood outside the pupil's time in the class. */
const outside = '—'

/** The attendance report as its printed form has it: only days with lessons have a column (printed-forms.md, 1). */
export function attendanceMonthTable(report: AttendanceReport): Table {
  const { dates, rows, totals } = report
  const missedOn = (date: string) =>
    rows.filter(({ days }) => {
      const codes = days[date]
      return codes !== undefined && codes.Б + codes.У + codes.Н > 0
    }).length
  return {
    title: 'Отчёт о посещаемости занятий',
    subtitle: `${report.class} класс · ${timeOf(report)}`,
    columns: [
      { title: '№' },
      { title: 'Фамилия, имя' },
      ...dates.map((date) => ({ title: shortDate(date) })),
      ...['всего', 'Б', 'У', 'Н'].map((title) => ({ group: 'Уроков пропущено', title })),
      { title: 'Опозданий' },
      ...['всего', 'по болезни'].map((title) => ({ group: 'Дней пропущено', title })),
      { title: 'Проведено уроков' },
    ],
    rows: rows.map((row, index) => [
      index + 1,
      row.name,
      ...dates.map((date) => (row.outside.includes(date) ? outside : dayText(row.days[date]))),
      ...countsOf(row),
    ]),
    totals: [
      [null, 'Отсутствовало за день', ...dates.map(missedOn), ...attendanceCounts.map(() => null)],
      [null, 'Всего по классу', ...dates.map(() => null), ...countsOf(totals)],
    ],
    footnotes: footnotesOf(report),
  }
}

/** "сентябрь 2025 г.", or the dates from and to. */
export function timeOf({ month, from, to }: AttendanceReport): string {
  if (month === undefined) return `${russianDate(from)} – ${russianDate(to)}`
  return `${months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)} г.`
}

/** "Б2 О1"; null where the pupil was there in time. */
function dayText(codes: DayCodes | undefined): Cell {
  if (!codes) return null
  const parts = (['Б', 'У', 'Н', 'О'] as const).filter((code) => codes[code] > 0)
  return parts.map((code) => `${code}${codes[code]}`).join(' ') || null
}

function countsOf({
  lessons,
  late,
  daysMissed,
  held,
}: Omit<AttendanceRow, 'pupil' | 'name' | 'days' | 'outside'>) {
  return [lessons.total, lessons.Б, lessons.У, lessons.Н, late, daysMissed.total, daysMissed.ill, held]
}

function footnotesOf({ totals, withoutRoll, unsettled }: AttendanceReport): string[] {
  const { held, lessons, attendancePercent } = totals
  const missedPercent = percent(lessons.total, held)
  return [
    'О (опоздание) в пропуски не входит; день пропущен, если пропущены все проведённые уроки.',
    `Проведено уроко-человек ${held} · пропущено ${lessons.total} (${russianNumber(missedPercent, 1)} %) · ` +
      `посещаемость ${russianNumber(attendancePercent, 1)} %.`,
    ...(withoutRoll > 0 ? [`Уроков без отметки явки: ${withoutRoll}; они считаются проведёнными.`] : []),
    ...(unsettled > 0 ? [`Расхождений между записями, которые ещё не разрешены: ${unsettled}.`] : []),
  ]
}
