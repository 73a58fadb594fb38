import type { DemoJournal, Field, StaffMember } from './staffing.ts'

/** Where a field's lessons are when not in the teacher's own room; one place a teacher, so none is taken twice. */
const halls: Partial<Record<Field, readonly string[]>> = {
  sport: ['спортзал', 'малый спортзал'],
  technology: ['мастерская', 'кабинет технологии'],
  music: ['актовый зал'],
}
/** Rooms of the ground floor start here: one room a teacher, in the order of the staff. */
const FIRST_ROOM = 1

/** The room of a journal's lessons. Each teacher keeps his own, so a timetable without clashes has free rooms. */
export function roomOf({ subject, teacher }: DemoJournal, staff: readonly StaffMember[]): string {
  if (subject === 'pe' && teacher.field === 'safety') return 'лыжная база'
  const hall = halls[teacher.field]
  if (hall && subject !== 'talk') {
    return hall[staff.filter((member) => member.field === teacher.field).indexOf(teacher)]!
  }
  return String(FIRST_ROOM + staff.indexOf(teacher))
}
