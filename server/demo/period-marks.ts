import { averageOf, suggestedMark, type WorkMark } from '../../src/domain/journal/average.ts'
import type { PeriodMarkRow, PeriodRow } from '../../src/exchange/tables.ts'
import type { DemoClass } from './classes.ts'
import { isCredit, isGraded, periodKindOf, ungradedUntil } from './grading.ts'
import type { Kept } from './lessons.ts'
import type { Contingent } from './movement.ts'
import type { DemoJournal } from './staffing.ts'

/** A mark of a pupil in a subject, with the date of its lesson. */
interface DatedMark extends WorkMark {
  date: string
}

/** Passed when no less than half of the credits are. */
function suggestedCredit(marks: readonly WorkMark[]): PeriodMarkRow['mark'] {
  const passed = marks.filter(({ mark }) => mark === 'зач').length
  const failed = marks.filter(({ mark }) => mark === 'незач').length
  if (passed + failed === 0) return 'н/а'
  return passed >= failed ? 'зач' : 'незач'
}

/** All marks by pupil and subject, in whichever class they were given. */
function datedMarks({ lessons, marks }: Kept): Map<string, DatedMark[]> {
  const lessonById = new Map(lessons.map((lesson) => [lesson.id, lesson]))
  const dated = new Map<string, DatedMark[]>()
  for (const { lesson, work = '', pupil, mark } of marks) {
    const { subject, date } = lessonById.get(lesson)!
    const key = `${pupil} ${subject}`
    const list = dated.get(key) ?? []
    list.push({ work, mark, date })
    dated.set(key, list)
  }
  return dated
}

/** The marks of every period that ended before `today`, for who belongs to the class and group on its last day. */
export function periodMarks(
  kept: Kept,
  school: { journals: readonly DemoJournal[]; contingent: Contingent; periods: readonly PeriodRow[] },
  today: string,
): PeriodMarkRow[] {
  const dated = datedMarks(kept)
  const works = new Map(kept.works.map(({ id, weight, retake_of }) => [id, { weight, retakeOf: retake_of }]))
  const isMarked = (of: DemoClass, period: PeriodRow) =>
    period.starts >= (ungradedUntil(of.grade, school.periods) ?? '')
  return school.periods
    .filter(({ ends }) => ends < today)
    .flatMap((period) =>
      school.journals
        .filter(
          ({ class: of, subject }) => isGraded(subject) && periodKindOf(subject, of.grade) === period.kind,
        )
        .filter(({ class: of }) => isMarked(of, period))
        .flatMap(({ class: of, subject, group }) =>
          school.contingent.stays
            .get(group ?? of.id)!
            .filter(({ from, to }) => from <= period.ends && (to === undefined || period.ends < to))
            .map(({ pupil }) => {
              const marks = (dated.get(`${pupil.row.id} ${subject}`) ?? []).filter(
                ({ date }) => period.starts <= date && date <= period.ends,
              )
              const suggested = isCredit(subject)
                ? suggestedCredit(marks)
                : suggestedMark(averageOf(marks, works))
              return {
                class: of.id,
                subject,
                ...(group ? { group } : {}),
                period: period.id,
                pupil: pupil.row.id,
                mark: subject === 'pe' && pupil.exempt ? ('осв' as const) : suggested,
              }
            }),
        ),
    )
}
