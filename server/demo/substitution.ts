import { weekdayOf } from '../../src/domain/school/calendar.ts'
import type { TimetableRow } from '../../src/exchange/tables.ts'
import { random } from './random.ts'
import type { DemoJournal, Staffing, StaffMember } from './staffing.ts'

/** Who holds a lesson: the teacher assigned, somebody for him, or nobody. */
export type Holder = StaffMember | 'cancelled'

/** Chance that a teacher falls ill on a school day, and for how long. */
const TEACHER_ILL = 0.004
const ILL_DAYS = [2, 5] as const
/** An ill teacher's lessons that somebody takes over; the rest are cancelled. */
const TAKEN_OVER = 0.75

/**
 * Answers for each lesson who holds it. Ill teachers are back by `today`; who steps in has no lesson of his own at
 * that bell and takes one lesson at a time. Ask in order of dates and bells.
 */
export function substitutions(
  { staff, journals }: Staffing,
  timetable: readonly TimetableRow[],
  days: readonly string[],
  today: string,
  seed: number,
): (journal: DemoJournal, date: string, bell: number) => Holder {
  const ill = new Set<string>()
  for (const { id, roles } of staff) {
    if (!roles.includes('teacher')) continue
    const draw = random(seed, 'teacher ill', id)
    for (let at = 0; at < days.length; at++) {
      if (!draw.chance(TEACHER_ILL)) continue
      const bout = days.slice(at, at + draw.between(...ILL_DAYS))
      if (bout.at(-1)! < today) for (const date of bout) ill.add(`${id} ${date}`)
      at += bout.length
    }
  }
  const teacherOf = new Map(
    journals.map((j) => [`${j.class.id} ${j.subject} ${j.group ?? ''}`, j.teacher.id]),
  )
  const busy = new Set(
    timetable.map((row) => {
      const teacher = teacherOf.get(`${row.class} ${row.subject} ${row.group ?? ''}`)
      return `${teacher} ${row.weekday} ${row.bell}`
    }),
  )
  const stepping = new Set<string>()
  return ({ class: of, subject, teacher }, date, bell) => {
    if (!ill.has(`${teacher.id} ${date}`)) return teacher
    const draw = random(seed, 'substitute', of.id, subject, teacher.id, date, bell)
    const weekday = weekdayOf(date)
    const free = staff.filter(
      ({ id, roles }) =>
        roles.includes('teacher') &&
        !ill.has(`${id} ${date}`) &&
        !busy.has(`${id} ${weekday} ${bell}`) &&
        !stepping.has(`${id} ${date} ${bell}`),
    )
    const colleagues = free.filter(({ field }) => field === teacher.field)
    if (free.length === 0 || !draw.chance(TAKEN_OVER)) return 'cancelled'
    const holder = draw.pick(colleagues.length ? colleagues : free)
    stepping.add(`${holder.id} ${date} ${bell}`)
    return holder
  }
}
