import type { SchoolClass, SchoolView } from '../school/school-view.ts'
import type { Forecast, PreliminaryReport } from './class-teacher-preliminary.ts'
import type { ReportPeriod } from './report-period.ts'
import { russianNumber } from './table.ts'
import { teachersOf } from './teachers-of.ts'

/** A list under the preliminary report. */
export interface PreliminaryList {
  title: string
  /** A subject (with its teachers, where they are to act) and the pupils, in words. */
  lines: { subject: string; pupils: string }[]
}

/** Who lacks a mark, who has too few for one, and whom one «5» would raise (printed-forms.md, 2). */
export function preliminaryLists(
  report: PreliminaryReport,
  school: SchoolView,
  schoolClass: SchoolClass,
  period: ReportPeriod,
): PreliminaryList[] {
  const names = new Map(
    report.categories.flatMap(({ pupils }) => pupils.map(({ pupil, name }) => [pupil, name])),
  )
  const nameOf = (pupil: string) => names.get(pupil) ?? pupil
  const title = (subject: string) => school.subjects.get(subject)?.name ?? subject
  const shortOf = ({ pupil, subject }: Forecast) =>
    report.oneMarkShort.find((one) => one.pupil === pupil && one.subject === subject)
  const bySubject = (forecasts: readonly Forecast[], words: (forecast: Forecast) => string) =>
    [...new Set(forecasts.map(({ subject }) => subject))].sort().map((subject) => {
      const own = forecasts.filter((forecast) => forecast.subject === subject)
      return { subject: title(subject), pupils: own.map(words).join(', ') }
    })
  const average = (forecast: Forecast) => russianNumber(forecast.average, 2)
  return [
    {
      title: 'Не выставлены отметки',
      lines: report.missing.map(({ subject, pupils }) => {
        const teachers = teachersOf(school, schoolClass.id, subject, period).join(', ')
        return {
          subject: `${title(subject)}${teachers && ` (${teachers})`}`,
          pupils: pupils.length === report.headcount.end ? 'весь класс' : pupils.map(nameOf).join(', '),
        }
      }),
    },
    {
      title: 'Не аттестованы по числу отметок',
      lines: bySubject(
        report.forecasts.filter(({ mark }) => mark === 'н/а'),
        (forecast) => `${nameOf(forecast.pupil)}${shortOf(forecast) ? ' (не хватает одной)' : ''}`,
      ),
    },
    {
      title: 'Одной «5» не хватает до следующей',
      lines: bySubject(
        report.forecasts.filter((forecast) => forecast.mark !== 'н/а' && shortOf(forecast)),
        (forecast) =>
          `${nameOf(forecast.pupil)} (${average(forecast)}, до «${shortOf(forecast)?.mark ?? ''}»)`,
      ),
    },
  ]
}
