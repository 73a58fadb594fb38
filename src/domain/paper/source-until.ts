import type { JournalView, PeriodMark } from '../journal/journal-view.ts'
import { type LessonKey, lessonOf } from '../ledger/documents.ts'
import type { ReportSource } from '../reports/report-source.ts'
import type { ClassView } from '../school/class-view.ts'
import type { SchoolView, Unsettled } from '../school/school-view.ts'

/**
 * A school as a copy of a period shows it: what is dated after the period's last day is left out, so that a copy of
 * the first quarter does not change with the second.
 */
export function sourceUntil({ school, classes, journals }: ReportSource, date: string): ReportSource {
  const ended = endedTimes(school, date)
  return {
    school: schoolUntil(school, date),
    classes: new Map([...classes].map(([id, view]) => [id, classUntil(view, date, ended)])),
    journals: new Map([...journals].map(([name, view]) => [name, journalUntil(view, date, ended)])),
  }
}

/** Ids of the periods, years, exams whose marks stand by a date: a year's from the end of its last period on. */
export function endedTimes({ periods, years }: SchoolView, date: string): Set<string> {
  return new Set([
    ...periods.filter(({ ends }) => ends <= date).map(({ id }) => id),
    ...years
      .filter(({ id }) => periods.every(({ year, ends }) => year !== id || ends <= date))
      .flatMap(({ id }) => [`${id}/year`, `${id}/exam`, `${id}/final`]),
  ])
}

export function schoolUntil(school: SchoolView, date: string): SchoolView {
  const began = ({ from }: { from?: string | undefined }) => from === undefined || from <= date
  return {
    ...school,
    assignments: school.assignments.filter(began),
    slots: school.slots.filter(began),
    substitutions: school.substitutions.filter((substitution) => substitution.date <= date),
  }
}

export function classUntil(view: ClassView, date: string, ended: ReadonlySet<string>): ClassView {
  const about = (name: string) => name.slice(0, name.lastIndexOf(','))
  return {
    ...view,
    movements: view.movements.filter((movement) => movement.date <= date),
    conduct: new Map([...view.conduct].filter(([name]) => ended.has(about(name)))),
    council: new Map([...view.council].filter(([name]) => ended.has(`${about(name)}/year`))),
  }
}

/**
 * `ended`: times whose marks are shown. Period marks that were carried here stand with the journal's own, so that a
 * device which may not read the journal that a pupil came from shows what the server shows.
 */
export function journalUntil(view: JournalView, date: string, ended: ReadonlySet<string>): JournalView {
  const lessons = view.lessons.filter((lesson) => lesson.date <= date)
  const keys = new Set<LessonKey>(lessons.map(({ key }) => key))
  return {
    ...view,
    lessons,
    marks: view.marks.filter(({ lesson }) => keys.has(lesson)),
    presence: view.presence.filter(({ lesson }) => keys.has(lesson)),
    periodMarks: withCarried(view).filter(({ period }) => ended.has(period)),
    unsettled: view.unsettled.filter((cell) => isShown(cell, keys, ended)),
  }
}

function withCarried({ periodMarks, carried }: JournalView): PeriodMark[] {
  const marks = new Map(periodMarks.map((mark) => [`${mark.pupil},${mark.period}`, mark]))
  for (const { pupil, periodMarks: given } of carried)
    for (const { period, mark } of given) {
      const place = `${pupil},${period}`
      if (!marks.has(place)) marks.set(place, { period, pupil, mark, reason: undefined })
    }
  return [...marks.values()]
}

function isShown({ entity }: Unsettled, keys: ReadonlySet<LessonKey>, ended: ReadonlySet<string>): boolean {
  const lesson = lessonOf(entity)
  if (lesson) return keys.has(lesson)
  const [kind, period = ''] = entity.split(',')
  return kind !== 'periodmark' || ended.has(period)
}
