import { weekdayOf } from '../../src/domain/school/calendar.ts'
import type { ExchangeTables } from '../../src/exchange/tables.ts'
import { shownClass } from './classes.ts'

/** Staff ids of the people through whom the demo is shown. */
export interface DemoPeople {
  /** Has a lesson in 7А right now. */
  teacher: string
  /** Could step in: a teacher without a lesson at this bell, if possible of the same subject. */
  substitute: string
  /** Of 7А. */
  classTeacher: string
  /** A deputy head who does not teach. */
  office: string
}

type Tables = Pick<ExchangeTables, 'assignments' | 'bells' | 'classes' | 'staff' | 'timetable'>

/** Casts the demo at its moment `now` (local `YYYY-MM-DDTHH:MM`), at which 7А has a lesson. */
export function demoPeople({ tables, now }: { tables: Tables; now: string }): DemoPeople {
  const [date, time] = now.split('T') as [string, string]
  const { bells, classes, timetable, assignments, staff } = tables
  const bell = bells.find(({ starts, ends }) => starts <= time && time < ends)!.number
  const shown = classes.find((c) => c.grade === shownClass.grade && c.letter === shownClass.letter)!
  const running = timetable.filter((slot) => slot.weekday === weekdayOf(date) && slot.bell === bell)
  const teacherOf = ({ class: of, subject, group }: (typeof running)[number]) =>
    assignments.find((a) => a.class === of && a.subject === subject && a.group === group)!.teacher
  const lesson = running.find((slot) => slot.class === shown.id)!
  const teacher = teacherOf(lesson)
  const classTeacher = shown.class_teacher!
  const busy = new Set([classTeacher, ...running.map(teacherOf)])
  const free = staff.filter(({ id, roles }) => !roles.includes('office') && !busy.has(id))
  const colleagues = new Set(assignments.filter((a) => a.subject === lesson.subject).map((a) => a.teacher))
  const substitute = free.find(({ id }) => colleagues.has(id)) ?? free[0]!
  const office = staff.find(({ roles }) => roles.every((role) => role === 'office'))!
  return { teacher, substitute: substitute.id, classTeacher, office: office.id }
}
