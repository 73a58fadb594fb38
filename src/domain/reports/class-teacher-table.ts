import type { SchoolClass, SchoolView } from '../school/school-view.ts'
import { type CategoryRow, categoryRows } from './category-rows.ts'
import type { ClassTeacherReport } from './class-teacher.ts'
import type { PreliminaryReport } from './class-teacher-preliminary.ts'
import { preliminaryLists } from './preliminary-lists.ts'
import type { Rate } from './ratio.ts'
import { periodLine, type ReportPeriod } from './report-period.ts'
import { type Cell, fraction, russianNumber, type Table } from './table.ts'

/** The class teacher's report, final or preliminary, with the period before and the differences. */
export function classTeacherTable(
  report: ClassTeacherReport | PreliminaryReport,
  period: ReportPeriod,
  school: SchoolView,
  schoolClass: SchoolClass,
): Table {
  const preliminary = report.report === 'class-teacher-preliminary'
  return {
    title: preliminary
      ? 'Предварительный отчёт классного руководителя'
      : 'Отчёт классного руководителя за учебный период',
    subtitle: periodLine(report.class, period),
    columns: [
      { title: 'Категория' },
      { group: 'Предыдущий период', title: 'кол-во' },
      { group: 'Предыдущий период', title: 'ученики (предметы)' },
      { group: 'Отчётный период', title: 'кол-во' },
      { group: 'Отчётный период', title: 'ученики (предметы)' },
      { title: 'Разница' },
    ],
    rows: categoryRows(report, school).map(categoryCells),
    totals: [
      rateCells('Успеваемость, %', report.passRate, report.previous?.passRate),
      rateCells('Качество, %', report.qualityRate, report.previous?.qualityRate),
    ],
    footnotes: [
      headcountText(report),
      ...absenceTexts(report),
      ...(preliminary ? preliminaryTexts(report, school, schoolClass, period) : []),
      ...(report.unsettled > 0
        ? [`Расхождений между отметками за период, которые ещё не разрешены: ${report.unsettled}.`]
        : []),
    ],
  }
}

function preliminaryTexts(...of: Parameters<typeof preliminaryLists>): string[] {
  return [
    '* прогноз по среднему баллу.',
    ...preliminaryLists(...of).map(({ title, lines }) => {
      const words = lines.map(({ subject, pupils }) => `${subject}: ${pupils}`)
      return `${title}. ${words.join('; ') || 'Нет'}.`
    }),
  ]
}

function categoryCells({ title, count, names, previous }: CategoryRow): Cell[] {
  return [
    title,
    previous?.count ?? null,
    previous?.names.join('; ') || null,
    count,
    names.join('; ') || null,
    previous ? count - previous.count : null,
  ]
}

function rateCells(title: string, rate: Rate, previous: Rate | undefined): Cell[] {
  const of = ({ k, n }: Rate) => `${k} из ${n}`
  return [
    title,
    fraction(previous?.percent ?? null, 1),
    previous ? of(previous) : null,
    fraction(rate.percent, 1),
    of(rate),
    fraction(percentDifference(rate, previous), 1),
  ]
}

/** Percentage points from the period before to this; null where either has no percentage. */
export function percentDifference(now: Rate, before: Rate | undefined): number | null {
  if (now.percent === null || before === undefined || before.percent === null) return null
  return Math.round(now.percent * 10 - before.percent * 10) / 10
}

function headcountText({ headcount, homeTaught }: ClassTeacherReport | PreliminaryReport): string {
  const { start, arrived, left, end } = headcount
  return (
    `Учеников на начало: ${start}, прибыло: ${arrived}, выбыло: ${left}, на конец: ${end}; ` +
    `из них на дому: ${homeTaught.home}, семейное образование: ${homeTaught.family}.`
  )
}

/** What the class missed, in words; the pupils with many lessons missed without an excuse. */
function absenceTexts({ absences }: ClassTeacherReport | PreliminaryReport): string[] {
  const { lessons, daysMissed, late, lessonsPerPupil, unexcused } = absences
  const named = unexcused.map(({ name, lessons: missed }) => `${name} (${missed})`).join(', ')
  return [
    `Пропущено уроков: ${lessons.total} (Б ${lessons.Б}, У ${lessons.У}, Н ${lessons.Н}), ` +
      `на одного ученика ${russianNumber(lessonsPerPupil, 2)}; дней: ${daysMissed.total}, ` +
      `по болезни ${daysMissed.ill}; опозданий: ${late}.`,
    `Пропустили по неуважительной причине 30 и более уроков: ${named || 'нет'}.`,
  ]
}
