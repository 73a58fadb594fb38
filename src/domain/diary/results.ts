import { hundredths } from '../journal/average.ts'
import { journalName } from '../ledger/documents.ts'
import { isPeriodFor } from '../policy/judge.ts'
import { periodAverages } from '../reports/period-averages.ts'
import { by, type Period, type SchoolView } from '../school/school-view.ts'
import { withoutUndefined } from './compact.ts'
import { type DiaryCourse, ownJournal } from './course.ts'
import type { DiaryFormerMark, DiaryResult, DiarySubject } from './diary.ts'

/** A school year's dates, both inclusive. */
interface Time {
  id: string
  starts: string
  ends: string
}

/** What follows the year's mark in the classes that have an examination. */
const finalsOf = (year: string) => [`${year}/exam`, `${year}/final`]

/** What a pupil's marks of a year come to, by subject and period. */
export interface DiaryResults {
  periods: Period[]
  subjects: DiarySubject[]
  former: DiaryFormerMark[]
}

/** Averages and period marks in all the subjects of a pupil's journals; `grade` says which periods are his. */
export function diaryResults(
  school: SchoolView,
  year: Time,
  grade: number,
  pupil: string,
  courses: readonly DiaryCourse[],
): DiaryResults {
  const periods = school.periods.filter((it) => it.year === year.id && isPeriodFor(grade, it.kind))
  const journals = new Map(courses.map((course) => [journalName(course.key), ownJournal(course, pupil)]))
  const times: Time[] = [...periods, year]
  const averages = times.map((time) => ({ time, of: periodAverages({ journals, school }, time) }))
  const subjects = [...new Set(courses.map(({ key }) => key.subject))].map((id): DiarySubject => {
    const given = courses
      .filter(({ key }) => key.subject === id)
      .flatMap(({ cells }) => cells.get(pupil)?.periodMarks ?? [])
    const results = averages.flatMap(({ time, of }): DiaryResult[] => {
      const name = time === year ? `${year.id}/year` : time.id
      const own = given.findLast(({ period }) => period === name)
      const average = hundredths(of(pupil, id))
      if (!own && average === undefined) return []
      return [withoutUndefined({ period: time.id, mark: own?.mark, reason: own?.reason, average })]
    })
    const finals = finalsOf(year.id).flatMap((period): DiaryResult[] => {
      const own = given.findLast((it) => it.period === period)
      return own ? [withoutUndefined({ period, mark: own.mark, reason: own.reason })] : []
    })
    return { id, name: school.subjects.get(id)?.name ?? id, results: [...results, ...finals] }
  })
  const former = courses.flatMap(({ key, cells }) =>
    (cells.get(pupil)?.former ?? []).map(({ mark, date, period, place, kind }) =>
      withoutUndefined({ subject: key.subject, mark, date, period, place, kind }),
    ),
  )
  return { periods, subjects: subjects.sort(by(({ name }) => name)), former }
}
