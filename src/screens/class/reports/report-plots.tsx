import { useMemo } from 'react'
import { categoryTitles } from '../../../domain/reports/category-rows.ts'
import type { ClassTeacherReport } from '../../../domain/reports/class-teacher.ts'
import type { PreliminaryReport } from '../../../domain/reports/class-teacher-preliminary.ts'
import type { Rate } from '../../../domain/reports/ratio.ts'
import { periodsOfGrade } from '../../../domain/reports/report-period.ts'
import { results } from '../../../domain/reports/results.ts'
import { rateText } from '../../../domain/reports/table.ts'
import type { ReportPlace } from '../../../print/report-place.ts'
import { useTexts } from '../../design/texts/language.tsx'
import { useNow } from '../../workspace/workspace.ts'
import type { ClassDesk } from '../use-class.ts'
import css from './report-plots.module.css'

/** Pictures where one looks rather than reads: categories of the class, quality and pass rate by period. */
export function ReportPlots({
  desk,
  place: { key },
  report,
}: {
  desk: ClassDesk
  place: ReportPlace
  report: object
}) {
  switch (key) {
    case 'class-teacher':
    case 'class-teacher-preliminary':
      return <Categories report={report as ClassTeacherReport | PreliminaryReport} />
    case 'results':
      return <Rates desk={desk} />
    default:
      return null
  }
}

/** How the class falls into categories, each with its number; the words beside the bars are the text of it. */
function Categories({
  report: { categories, passRate },
}: {
  report: ClassTeacherReport | PreliminaryReport
}) {
  const texts = useTexts().reports
  const counts = categoryTitles.map(([key, title]) => ({
    title,
    count: categories.find((list) => list.key === key)?.count ?? 0,
  }))
  if (passRate.n === 0) return null
  const most = Math.max(...counts.map(({ count }) => count))
  return (
    <figure className={css.plot}>
      <figcaption>{texts.categories(passRate.n)}</figcaption>
      <ul>
        {counts.map(({ title, count }) => (
          <li key={title}>
            <span>{title}</span>
            <Bar share={count / most} />
            <b>{count}</b>
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** Quality and pass rate of the periods that have marks, so far. */
function Rates({ desk: { source, schoolClass } }: { desk: ClassDesk }) {
  const texts = useTexts().reports
  const { date } = useNow()
  const periods = useMemo(
    () =>
      periodsOfGrade(source.school, schoolClass.year, schoolClass.grade)
        .filter(({ starts }) => starts <= date)
        .map((period) => ({ period, ...results(source, schoolClass, period).totals }))
        .filter(({ subjects }) => Object.values(subjects).some(({ n }) => n > 0)),
    [source, schoolClass, date],
  )
  if (periods.length < 2) return null
  const line = (title: string, rate: Rate) => (
    <li key={title}>
      <span>{title}</span>
      <Bar share={(rate.percent ?? 0) / 100} />
      <b>{rateText(rate)}</b>
    </li>
  )
  return (
    <figure className={css.plot}>
      <figcaption>{texts.rates}</figcaption>
      {periods.map(({ period, passRate, qualityRate }) => (
        <section key={period.id} aria-label={period.title}>
          <h3>{period.title}</h3>
          <ul>
            {line(texts.passRate, passRate)}
            {line(texts.qualityRate, qualityRate)}
          </ul>
        </section>
      ))}
    </figure>
  )
}

/** `share`: 0 to 1. */
function Bar({ share }: { share: number }) {
  return (
    <svg className={css.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={css.whole} width="100" height="10" />
      <rect className={css.part} width={share * 100} height="10" />
    </svg>
  )
}
