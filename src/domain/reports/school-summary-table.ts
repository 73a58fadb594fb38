import { by, className, type SchoolView } from '../school/school-view.ts'
import type { CategoryKey } from './categories.ts'
import { categoryTitles } from './category-rows.ts'
import { halfUp, percent } from './ratio.ts'
import { type ReportPeriod, yearTitle } from './report-period.ts'
import type { ClassFigures, PeriodFigures } from './school-figures.ts'
import { type Cell, fraction, russianDate, type Table } from './table.ts'

/**
 * The summary of a period for the deputy head: classes under each other by grade, after each parallel its sum, then the
 * school's. Classes whose grade does not live by this period stand in its other summary.
 */
export function schoolSummaryTable(
  school: SchoolView,
  { id, kind, title, year, starts, ends }: ReportPeriod,
  classes: readonly ClassFigures[],
): Table {
  const lines = classes
    .flatMap(({ class: classId, periods }) => {
      const schoolClass = school.classes.get(classId)
      const figures = periods.find(({ period }) => period === id)
      return schoolClass && figures ? [{ schoolClass, figures }] : []
    })
    .sort(by(({ schoolClass: { grade, letter } }) => `${String(grade).padStart(2, '0')}${letter}`))
  const grades = [...new Set(lines.map(({ schoolClass }) => schoolClass.grade))]
  const rows = grades.flatMap((grade): Cell[][] => {
    const own = lines.filter(({ schoolClass }) => schoolClass.grade === grade)
    return [
      ...own.map(({ schoolClass, figures }) => cellsOf(className(schoolClass), [figures])),
      ...(own.length > 1
        ? [
            cellsOf(
              `${grade}-е классы`,
              own.map(({ figures }) => figures),
            ),
          ]
        : []),
    ]
  })
  const time = `${kind === 'year' ? '' : `${title} `}${yearTitle(year)} уч. г.`
  return {
    title: 'Сводный отчёт по школе',
    subtitle: `${time} (${russianDate(starts)} – ${russianDate(ends)})`,
    columns: [
      { title: 'Класс' },
      { title: 'Учеников' },
      ...categoryTitles.map(([, name]) => ({ title: name, group: 'Как учатся' })),
      { title: 'Успеваемость, %' },
      { title: 'Качество, %' },
      ...['всего', 'Б', 'У', 'Н'].map((name) => ({ title: name, group: 'Пропущено уроков' })),
      { title: 'на ученика', group: 'Пропущено уроков' },
    ],
    rows,
    totals: [
      cellsOf(
        'Всего',
        lines.map(({ figures }) => figures),
      ),
    ],
    footnotes: [
      'Каждый ученик стоит в одной графе; 1-е классы и ученики без отметок в проценты не входят. Опоздания пропусками не считаются.',
    ],
  }
}

function cellsOf(name: string, of: readonly PeriodFigures[]): Cell[] {
  const sum = (pick: (one: PeriodFigures) => number) => of.reduce((total, one) => total + pick(one), 0)
  const share = (pick: (one: PeriodFigures) => { k: number; n: number }) =>
    fraction(
      percent(
        sum((one) => pick(one).k),
        sum((one) => pick(one).n),
      ),
      1,
    )
  const pupils = sum((one) => one.pupils)
  const missed = sum((one) => one.missed.total)
  const count = (key: CategoryKey) => sum((one) => one.categories[key])
  return [
    name,
    pupils,
    ...categoryTitles.map(([key]) => count(key)),
    share((one) => one.passRate),
    share((one) => one.qualityRate),
    missed,
    ...(['Б', 'У', 'Н'] as const).map((code) => sum((one) => one.missed[code])),
    fraction(pupils === 0 ? null : halfUp(missed, pupils, 1), 1),
  ]
}
