import { type CategoryRow, categoryRows } from '../domain/reports/category-rows.ts'
import type { ClassTeacherReport } from '../domain/reports/class-teacher.ts'
import type { PreliminaryReport } from '../domain/reports/class-teacher-preliminary.ts'
import { classTeacherTable, percentDifference } from '../domain/reports/class-teacher-table.ts'
import { movement } from '../domain/reports/movement.ts'
import { movementTable } from '../domain/reports/movement-table.ts'
import { type PreliminaryList, preliminaryLists } from '../domain/reports/preliminary-lists.ts'
import type { Rate } from '../domain/reports/ratio.ts'
import type { ReportPeriod } from '../domain/reports/report-period.ts'
import type { ReportSource } from '../domain/reports/report-source.ts'
import { rateText, russianNumber } from '../domain/reports/table.ts'
import type { SchoolClass } from '../domain/school/school-view.ts'
import { cellText } from './cell-text.ts'
import type { FormCell, FormTable, PrintedForm } from './printed-form.ts'
import { reportSignatures } from './signatures.ts'

/** Letters of names in a row of a category: about a fifth of a page. */
const longestNames = 600

const centred = (text: string | number): FormCell => ({ text: String(text) })
const left = (text: string): FormCell => ({ text, align: 'left' })

/**
 * The class teacher's report on paper, final or preliminary (printed-forms.md, 2 and 3). `today`: the day of the
 * forecast as paper writes it, "24.11.2026".
 */
export function classTeacherForm(
  report: ClassTeacherReport | PreliminaryReport,
  source: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
  today: string,
): PrintedForm {
  const { school } = source
  const table = classTeacherTable(report, period, school, schoolClass)
  const preliminary = report.report === 'class-teacher-preliminary'
  return {
    orientation: 'portrait',
    organisation: school.profile?.name ?? '',
    title: table.title.toUpperCase(),
    subtitle: table.subtitle,
    tables: [
      headcountTable(report),
      categoryTable(report, source),
      ratesTable(report),
      absencesTable(report),
      movementPart(source, schoolClass, period),
      ...(preliminary ? preliminaryLists(report, school, schoolClass, period).map(listTable) : []),
    ],
    notes: [
      ...(preliminary ? [`* прогноз по среднему баллу на ${today}.`] : []),
      'Показатели — от учеников с отметками на конец периода; опоздания в пропуски не входят, день пропущен, если ' +
        'пропущены все проведённые уроки.',
      ...(report.unsettled > 0 ? [table.footnotes.at(-1)!] : []),
    ],
    signatures: reportSignatures(school, schoolClass),
  }
}

function headcountTable({ headcount, homeTaught }: ClassTeacherReport | PreliminaryReport): FormTable {
  const titles = ['На начало', 'Прибыло', 'Выбыло', 'На конец', 'Из них на дому', 'Из них в семье']
  const { start, arrived, left: gone, end } = headcount
  return {
    heading: 'А. Контингент',
    columns: titles.map((title) => ({ title, width: 30.3 })),
    rows: [[start, arrived, gone, end, homeTaught.home, homeTaught.family].map(centred)],
    totals: [],
  }
}

function categoryTable(report: ClassTeacherReport | PreliminaryReport, { school }: ReportSource): FormTable {
  const group = (title: string) => [
    { group: title, title: 'кол-во', width: 11 },
    { group: title, title: 'Фамилия, имя (предметы)', width: 65 },
  ]
  return {
    follows: true,
    heading: 'Б. Успеваемость по категориям',
    columns: [{ title: 'Категория', width: 30 }, ...group('Предыдущий период'), ...group('Отчётный период')],
    rows: categoryRows(report, school).flatMap(rowsOfCategory),
    totals: [],
  }
}

/** A category with many pupils goes on in further rows, since no page splits one. */
function rowsOfCategory({ title, count, names, previous }: CategoryRow): FormCell[][] {
  const [now, before] = [inRuns(names), inRuns(previous?.names ?? [])]
  return Array.from({ length: Math.max(1, now.length, before.length) }, (_, index) => [
    left(index === 0 ? title : `${title} (продолжение)`),
    centred(index === 0 ? (previous?.count ?? '—') : ''),
    left((before[index] ?? []).join('; ')),
    centred(index === 0 ? count : ''),
    left((now[index] ?? []).join('; ')),
  ])
}

function inRuns(names: readonly string[]): string[][] {
  const runs: string[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const name of names) {
    length += name.length
    if (length > longestNames) {
      runs.push([])
      length = name.length
    }
    runs.at(-1)!.push(name)
  }
  return runs
}

function ratesTable(report: ClassTeacherReport | PreliminaryReport): FormTable {
  const row = (title: string, now: Rate, before: Rate | undefined) => {
    const difference = percentDifference(now, before)
    return [
      left(title),
      centred(before ? rateText(before) : '—'),
      centred(rateText(now)),
      centred(`${difference !== null && difference > 0 ? '+' : ''}${russianNumber(difference, 1)}`),
    ]
  }
  return {
    follows: true,
    heading: 'В. Показатели',
    columns: [
      { title: '', width: 47 },
      { title: 'Предыдущий период', width: 50 },
      { title: 'Отчётный период', width: 50 },
      { title: 'Разница', width: 35 },
    ],
    rows: [
      row('Успеваемость', report.passRate, report.previous?.passRate),
      row('Качество', report.qualityRate, report.previous?.qualityRate),
    ],
    totals: [],
  }
}

function absencesTable({ absences }: ClassTeacherReport | PreliminaryReport): FormTable {
  const { lessons, daysMissed, lessonsPerPupil, unexcused } = absences
  const columns = [
    ...['всего', 'Б', 'У', 'Н', 'на одного ученика'].map((title) => ({ group: 'Уроков', title, width: 17 })),
    ...['всего', 'бол.'].map((title) => ({ group: 'Дней', title, width: 14 })),
    { title: '30 и более уроков Н', width: 69 },
  ]
  return {
    follows: true,
    heading: 'Г. Пропуски',
    columns,
    rows: [
      [
        ...[lessons.total, lessons.Б, lessons.У, lessons.Н].map(centred),
        centred(russianNumber(lessonsPerPupil, 2)),
        ...[daysMissed.total, daysMissed.ill].map(centred),
        left(unexcused.map(({ name, lessons: missed }) => `${name} (${missed})`).join('; ') || 'нет'),
      ],
    ],
    totals: [],
  }
}

function movementPart(source: ReportSource, schoolClass: SchoolClass, period: ReportPeriod): FormTable {
  const view = source.classes.get(schoolClass.id)
  const { rows } = movementTable(movement(source, schoolClass, period), period, source.school, view)
  const columns = [
    { title: 'Фамилия, имя, отчество', width: 60 },
    { title: 'Прибыл/выбыл', width: 20 },
    { title: 'Дата', width: 20 },
    { title: 'Приказ', width: 36 },
    { title: 'Откуда/куда', width: 46 },
  ]
  return {
    follows: true,
    heading: 'Д. Движение за период',
    columns,
    rows:
      rows.length === 0
        ? [[{ text: 'Движения не было', span: columns.length }]]
        : rows.map(([, name = null, , kind = null, date = null, order = null, place = null]) =>
            [name, kind, date, order, place].map((cell, index) =>
              index === 0 ? left(cellText(cell)) : centred(cellText(cell)),
            ),
          ),
    totals: [],
  }
}

function listTable({ title, lines }: PreliminaryList): FormTable {
  return {
    follows: true,
    heading: title,
    columns: [
      { title: 'Предмет', width: 62 },
      { title: 'Ученики', width: 120 },
    ],
    rows:
      lines.length === 0
        ? [[{ text: 'нет', span: 2 }]]
        : lines.map(({ subject, pupils }) => [left(subject), left(pupils)]),
    totals: [],
  }
}
