import { layPlan } from '../journal/plan-layout.ts'
import { type JournalKey, journalName, readJournalName } from '../ledger/documents.ts'
import { by, type SchoolClass } from '../school/school-view.ts'
import type { LessonsMissed } from './attendance-counts.ts'
import type { CategoryKey } from './categories.ts'
import { classTeacher } from './class-teacher.ts'
import type { Rate } from './ratio.ts'
import { periodsOfGrade, reportPeriod } from './report-period.ts'
import type { ReportSource } from './report-source.ts'

/** What the school's summary says of a class in a period. */
export interface PeriodFigures {
  /** Period id; the year stands with the periods. */
  period: string
  /** Pupils on its last day. */
  pupils: number
  categories: Record<CategoryKey, number>
  passRate: Pick<Rate, 'k' | 'n'>
  qualityRate: Pick<Rate, 'k' | 'n'>
  missed: LessonsMissed
}

/** How much of its plan a journal has carried out by a day, in hours (rules.md, 2.8). */
export interface PlanFigures extends JournalKey {
  planned: number
  due: number
  held: number
  /** `due - held`; below zero ahead of the plan. */
  lag: number
  cancelled: number
  unkept: number
  /** Held by the end of the year. */
  forecast: number
  /** `planned - forecast`; below zero to spare. */
  shortage: number
}

/** A class in figures: periods that have begun, and the plans of its journals. */
export interface ClassFigures {
  class: string
  periods: PeriodFigures[]
  plans: PlanFigures[]
}

/** The figures of a class for reports of the whole school; `today`: the school's date. */
export function classFigures(source: ReportSource, schoolClass: SchoolClass, today: string): ClassFigures {
  const { school } = source
  const { id, year, grade } = schoolClass
  const whole = reportPeriod(school, `${year}/year`)
  const begun = [...periodsOfGrade(school, year, grade), ...(whole ? [whole] : [])].filter(
    ({ starts }) => starts <= today,
  )
  return {
    class: id,
    periods: begun.map((period): PeriodFigures => {
      const { categories, passRate, qualityRate, headcount, absences } = classTeacher(
        source,
        schoolClass,
        period,
      )
      return {
        period: period.id,
        pupils: headcount.end,
        categories: Object.fromEntries(categories.map(({ key, count }) => [key, count])) as Record<
          CategoryKey,
          number
        >,
        passRate: { k: passRate.k, n: passRate.n },
        qualityRate: { k: qualityRate.k, n: qualityRate.n },
        missed: absences.lessons,
      }
    }),
    plans: planFigures(source, schoolClass, today),
  }
}

/** The plans of a class's journals with what was carried out by `today`, in order of the journals' names. */
export function planFigures(
  { school, journals }: ReportSource,
  { id }: SchoolClass,
  today: string,
): PlanFigures[] {
  return [...journals]
    .flatMap(([name, { lessons, plan }]) => {
      const key = readJournalName(name)
      return key?.class === id ? [{ key, lessons, plan }] : []
    })
    .sort(by(({ key }) => journalName(key)))
    .map(({ key, lessons, plan }): PlanFigures => {
      const { planned, due, held, lag, cancelled, unkept, forecast, shortage } = layPlan({
        school,
        key,
        lessons,
        plan,
        today,
      })
      return { ...key, planned, due, held, lag, cancelled, unkept, forecast, shortage }
    })
}
