import { type JournalKey, journalName } from '../ledger/documents.ts'
import { weekdayOf } from '../policy/days.ts'
import { isPeriodFor } from '../policy/judge.ts'
import { addDays, sameJournal } from '../policy/policy.ts'
import { bellsOf } from './bells.ts'
import { isHolidayFor } from './grades.ts'
import { by, covers, type Period, type SchoolClass, type SchoolView, type SchoolYear } from './school-view.ts'

/** A lesson that the timetable or a substitution puts on a date; the journal may know nothing of it yet. */
export interface PlannedLesson extends JournalKey {
  date: string
  bell: number
  /** `HH:MM` of the school's clock; undefined where the school has no such bell. */
  starts: string | undefined
  ends: string | undefined
  room: string | undefined
  /** Lessons of one hour with the same id are held together. */
  joint: string | undefined
  /** Staff ids of who holds it: the assigned teachers, or the substitute. */
  teachers: string[]
  /** Somebody else than the assigned teachers holds it. */
  substituted: boolean
}

/** Which lessons are asked for; an absent field means all. */
export interface LessonFilter {
  class?: string | undefined
  /** Staff id; matches who holds the lesson: a substituted teacher does not have it. */
  teacher?: string | undefined
}

const sunday = 7

export { weekdayOf }

/** The school year that holds a date; undefined in summer. */
export function yearHolding(school: Pick<SchoolView, 'years'>, date: string): SchoolYear | undefined {
  return school.years.find(({ starts, ends }) => starts <= date && date <= ends)
}

/** The quarter or trimester (grades 1-9) or half-year (10-11) that holds a date for a grade; undefined between periods. */
export function periodOn(
  school: Pick<SchoolView, 'periods'>,
  grade: number,
  date: string,
): Period | undefined {
  return school.periods.find((p) => isPeriodFor(grade, p.kind) && p.starts <= date && date <= p.ends)
}

/** Which week of the period a date falls in: the calendar week (from Monday) of the period's first day is week 1. */
export function weekOfPeriod(period: Pick<Period, 'starts'>, date: string): number {
  return weekSince(period.starts, date)
}

/**
 * Whether the school year's week of a date is odd or even, for timetables of two weeks: the week of the year's first
 * day is odd, and weeks of holidays count.
 */
export function weekParity(year: Pick<SchoolYear, 'starts'>, date: string): 'odd' | 'even' {
  return weekSince(year.starts, date) % 2 === 1 ? 'odd' : 'even'
}

function weekSince(starts: string, date: string): number {
  const monday = Date.parse(addDays(starts, 1 - weekdayOf(starts)))
  return Math.floor((Date.parse(date) - monday) / (7 * 86_400_000)) + 1
}

/** The weekday whose lessons a date has: its own, or what a working weekend stands for. */
export function timetableDay({ workdays }: Pick<SchoolView, 'workdays'>, date: string): number {
  return workdays.get(date)?.weekday ?? weekdayOf(date)
}

/** Whether a grade may have lessons on a date: inside one of its periods, no holiday of its own, not a day of rest. */
export function isSchoolDay(
  school: Pick<SchoolView, 'periods' | 'holidays' | 'workdays'>,
  date: string,
  grade: number,
): boolean {
  return (
    timetableDay(school, date) !== sunday &&
    periodOn(school, grade, date) !== undefined &&
    !school.holidays.some((h) => h.starts <= date && date <= h.ends && isHolidayFor(h, grade))
  )
}

/**
 * Lessons of a date, by bell and journal: what the timetable puts there on school days of the class's grade, and what
 * a substitution puts there besides (a lesson moved to an hour that is not its own).
 */
export function lessonsOn(school: SchoolView, date: string, filter: LessonFilter = {}): PlannedLesson[] {
  const year = yearHolding(school, date)
  if (!year) return []
  const weekday = timetableDay(school, date)
  const parity = weekParity(year, date)
  const schoolDays = new Map<number, boolean>()
  const hasLessons = ({ grade, year: own }: SchoolClass) => {
    if (!schoolDays.has(grade)) schoolDays.set(grade, isSchoolDay(school, date, grade))
    return own === year.id && schoolDays.get(grade)!
  }
  const lessons = new Map<string, PlannedLesson>()
  // Looked up once for the date: a day of a school has some 150 lessons, its year some 500 assignments.
  const assigned = assignedOn(school, date)
  const substitutions = school.substitutions.filter((s) => s.date === date)
  const put = (place: Place) => {
    if (filter.class !== undefined && place.class !== filter.class) return
    const teachers = assigned.get(journalName(place)) ?? []
    const substitute = substitutions.find((s) => s.bell === place.bell && sameJournal(s, place))?.teacher
    const lesson = plannedLesson(school, date, place, teachers, substitute)
    if (filter.teacher !== undefined && !lesson.teachers.includes(filter.teacher)) return
    lessons.set(orderOf(lesson), lesson)
  }
  for (const slot of school.slots) {
    if (slot.weekday !== weekday || !covers(slot, date)) continue
    if (slot.week !== undefined && slot.week !== parity) continue
    const own = school.classes.get(slot.class)
    if (own && hasLessons(own)) put(slot)
  }
  for (const substitution of substitutions) {
    if (lessons.has(orderOf(substitution))) continue
    if (school.classes.get(substitution.class)?.year === year.id) put(substitution)
  }
  return [...lessons.values()].sort(by(orderOf))
}

type Place = JournalKey & { bell: number; room?: string | undefined; joint?: string | undefined }

/** Staff ids of the teachers assigned to each journal on a date, by the journal's name. */
function assignedOn(school: SchoolView, date: string): Map<string, string[]> {
  const assigned = new Map<string, string[]>()
  for (const assignment of school.assignments) {
    if (!covers(assignment, date)) continue
    const name = journalName(assignment)
    const teachers = assigned.get(name)
    if (teachers) teachers.push(assignment.teacher)
    else assigned.set(name, [assignment.teacher])
  }
  return assigned
}

function plannedLesson(
  school: SchoolView,
  date: string,
  place: Place,
  assigned: string[],
  substitute: string | undefined,
): PlannedLesson {
  const own = school.classes.get(place.class)
  const bells = own ? bellsOf(school, own, date) : school.bells
  const bell = bells.find(({ number }) => number === place.bell)
  return {
    class: place.class,
    subject: place.subject,
    ...(place.group ? { group: place.group } : {}),
    date,
    bell: place.bell,
    starts: bell?.starts,
    ends: bell?.ends,
    room: place.room,
    joint: place.joint,
    teachers: substitute === undefined ? [...new Set(assigned)] : [substitute],
    substituted: substitute !== undefined && !assigned.includes(substitute),
  }
}

/**
 * An hour of a journal on any date and bell, whether or not the timetable has one there: its time, and who would hold
 * it by assignment and substitution.
 */
export function lessonAt(school: SchoolView, key: JournalKey, date: string, bell: number): PlannedLesson {
  const assigned = school.assignments.filter((a) => covers(a, date) && sameJournal(a, key))
  const substitute = school.substitutions.find(
    (s) => s.date === date && s.bell === bell && sameJournal(s, key),
  )?.teacher
  const teachers = assigned.map(({ teacher }) => teacher)
  return plannedLesson(school, date, { ...key, bell }, teachers, substitute)
}

function orderOf(lesson: JournalKey & { bell: number }): string {
  return `${String(lesson.bell).padStart(2, '0')},${journalName(lesson)}`
}
