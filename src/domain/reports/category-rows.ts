import type { SchoolView } from '../school/school-view.ts'
import type { CategoryKey } from './categories.ts'
import type { CategorizedPupil, CategoryList } from './category-list.ts'
import type { ClassTeacherReport } from './class-teacher.ts'
import type { PreliminaryReport } from './class-teacher-preliminary.ts'

/** Categories in the order of reading, which is not that of matching (printed-forms.md, 3). */
export const categoryTitles: readonly (readonly [key: CategoryKey, title: string])[] = [
  ['excellent', 'Отличники'],
  ['oneFour', 'С одной «4»'],
  ['good', 'На «4» и «5»'],
  ['oneThree', 'С одной «3»'],
  ['satisfactory', 'На «3», «4» и «5»'],
  ['failing', 'Не успевают'],
  ['notAttested', 'Не аттестованы'],
  ['incomplete', 'Не выставлены отметки'],
]

/** A category in this period and the one before, with its pupils named: "Зубов Лев (Информатика; н/а: Алгебра)". */
export interface CategoryRow {
  title: string
  count: number
  names: string[]
  /** Undefined where there is no period before. */
  previous: { count: number; names: string[] } | undefined
}

/** The categories as people read them. A * marks what hangs on a forecast. */
export function categoryRows(
  report: ClassTeacherReport | PreliminaryReport,
  { subjects }: Pick<SchoolView, 'subjects'>,
): CategoryRow[] {
  const title = (subject: string) => subjects.get(subject)?.name ?? subject
  const plain = nameWith(title, [], () => false)
  const forecasts = 'forecasts' in report ? report.forecasts : []
  const full = nameWith(title, report.besides, (pupil, subject) =>
    forecasts.some(
      (forecast) => forecast.pupil === pupil && (subject ?? forecast.subject) === forecast.subject,
    ),
  )
  return categoryTitles.map(([key, words]) => {
    const now = listOf(report.categories, key)
    const before = report.previous && listOf(report.previous.categories, key)
    return {
      title: words,
      count: now.count,
      names: now.pupils.map(full),
      previous: before && { count: before.count, names: before.pupils.map(plain) },
    }
  })
}

function listOf(categories: readonly CategoryList[], key: CategoryKey): CategoryList {
  return categories.find((list) => list.key === key) ?? { key, count: 0, pupils: [] }
}

/** Words a pupil with the subjects named; `isForecast` says of a subject, or of any when none is given. */
function nameWith(
  title: (subject: string) => string,
  besides: ClassTeacherReport['besides'],
  isForecast: (pupil: string, subject?: string) => boolean,
): (pupil: CategorizedPupil) => string {
  return ({ pupil, name, subjects }) => {
    const also = besides.find((one) => one.pupil === pupil)
    const words = (list: readonly string[] = []) =>
      list.map((subject) => `${title(subject)}${isForecast(pupil, subject) ? '*' : ''}`).join(', ')
    const parts = [
      words(subjects),
      also && also.notAttested.length > 0 ? `н/а: ${words(also.notAttested)}` : '',
      also && also.missing.length > 0 ? `не выст.: ${words(also.missing)}` : '',
    ].filter((part) => part !== '')
    const starred = subjects.length === 0 && isForecast(pupil) ? `${name}*` : name
    return parts.length === 0 ? starred : `${starred} (${parts.join('; ')})`
  }
}
