import { journalName } from '../../domain/ledger/documents.ts'
import type { Clash } from '../../domain/school/clashes.ts'
import { type PlacedHours, placedHours } from '../../domain/school/left-to-place.ts'
import { lastInitials } from '../../domain/school/names.ts'
import {
  type Assignment,
  className,
  covers,
  type SchoolView,
  type SchoolYear,
  type Slot,
} from '../../domain/school/school-view.ts'
import { classesOfYear } from '../../domain/school/setup-steps.ts'
import { type Hour, slotsOn } from '../../domain/school/timetable-editing.ts'

/** One lesson of an hour, in words. */
export interface PlacedLesson {
  slot: Slot
  subject: string
  group: string | undefined
  /** «Трефилова С. О.», several after commas. */
  teacher: string
  /** Staff ids. */
  teachers: readonly string[]
  clashing: boolean
}

/** An hour of a class. */
export interface HourCell {
  lessons: PlacedLesson[]
  /** Lessons of one subject side by side are one line. */
  lines: HourLine[]
  clashing: boolean
  /** Equal for cells that look the same. */
  key: string
}

export interface HourLine {
  subject: string
  /** The group where it stands alone. */
  group: string | undefined
  /** «5 / 7» */
  rooms: string
  week: Slot['week']
  joint: boolean
}

/** The timetable of a year as it is on a date. */
export interface TimetableView {
  school: SchoolView
  year: SchoolYear
  date: string
  classes: { id: string; title: string }[]
  /** 1 Monday ... 6 Saturday. */
  days: number[]
  bells: number[]
  /** By `hourKey`. */
  cells: ReadonlyMap<string, HourCell>
  /** Those of this date and later. */
  clashes: Clash[]
  hours: PlacedHours[]
  /** Assignments in force, by journal. */
  taught: ReadonlyMap<string, readonly Assignment[]>
}

export const workDays = [1, 2, 3, 4, 5]
export const saturday = 6
/** Lessons of a day in a school that has no bells yet. */
const usualBells = [1, 2, 3, 4, 5, 6, 7, 8]

export function hourKey({ class: schoolClass, weekday, bell }: Hour): string {
  return `${schoolClass},${weekday},${bell}`
}

/** Reads the timetable; `withSaturday`: shown though nothing is there yet. */
export function timetableView(
  school: SchoolView,
  year: SchoolYear,
  date: string,
  allClashes: readonly Clash[],
  withSaturday = false,
): TimetableView {
  const slots = slotsOn(school, year.id, date)
  const classes = classesOfYear(school, year.id).map((own) => ({ id: own.id, title: className(own) }))
  const taught = new Map<string, Assignment[]>()
  for (const own of school.assignments) {
    if (!covers(own, date)) continue
    const name = journalName(own)
    const all = taught.get(name)
    if (all) all.push(own)
    else taught.set(name, [own])
  }
  const clashes = allClashes.filter(
    ({ to, slots: [{ class: own }] }) => to > date && school.classes.get(own)?.year === year.id,
  )
  const clashing = new Set(clashes.flatMap((clash) => clash.slots))
  const lessons = new Map<string, PlacedLesson[]>()
  for (const slot of slots) {
    const lesson = placedLesson(school, taught, slot, clashing.has(slot))
    const own = lessons.get(hourKey(slot))
    if (own) own.push(lesson)
    else lessons.set(hourKey(slot), [lesson])
  }
  const numbers = new Set(school.bells.map(({ number }) => number))
  for (const { bell } of slots) numbers.add(bell)
  const onSaturday = withSaturday || slots.some(({ weekday }) => weekday === saturday)
  return {
    school,
    year,
    date,
    classes,
    days: onSaturday ? [...workDays, saturday] : workDays,
    bells: numbers.size > 0 ? [...numbers].sort((a, b) => a - b) : usualBells,
    cells: new Map([...lessons].map(([key, own]) => [key, cellOf(own)])),
    clashes,
    hours: placedHours(school, year.id, date),
    taught,
  }
}

function placedLesson(
  school: SchoolView,
  taught: TimetableView['taught'],
  slot: Slot,
  clashing: boolean,
): PlacedLesson {
  const teachers = (taught.get(journalName(slot)) ?? []).map(({ teacher }) => teacher)
  return {
    slot,
    subject: school.subjects.get(slot.subject)?.name ?? slot.subject,
    group: slot.group && (school.groups.get(slot.group)?.name ?? slot.group),
    teacher: teachers.map((id) => teacherName(school, id)).join(', '),
    teachers,
    clashing,
  }
}

/** A cell of some lessons. */
export function cellOf(lessons: PlacedLesson[]): HourCell {
  const lines = new Map<string, PlacedLesson[]>()
  for (const lesson of lessons) {
    const line = `${lesson.slot.subject},${lesson.slot.week ?? ''}`
    lines.set(line, [...(lines.get(line) ?? []), lesson])
  }
  const clashing = lessons.some((lesson) => lesson.clashing)
  const shown = [...lines.values()].map((own): HourLine => {
    const [first] = own
    return {
      subject: first!.subject,
      group: own.length === 1 ? first!.group : undefined,
      rooms: own.flatMap(({ slot }) => slot.room ?? []).join(' / '),
      week: first!.slot.week,
      joint: own.some(({ slot }) => slot.joint !== undefined),
    }
  })
  return {
    lessons,
    lines: shown,
    clashing,
    key: `${clashing} ${JSON.stringify(shown)} ${lessons.map(({ teacher }) => teacher).join()}`,
  }
}

/** «Трефилова С. О.»; the id where the person is not known. */
export function teacherName(school: SchoolView, id: string): string {
  const member = school.staff.get(id)
  return member ? lastInitials(member) : id
}

/** Hours of somebody's or some room's week, by `day,bell`, as the class's cells have them. */
export function weekOf(
  view: TimetableView,
  who: (lesson: PlacedLesson) => boolean,
): Map<string, PlacedLesson[]> {
  const found = new Map<string, PlacedLesson[]>()
  for (const { lessons } of view.cells.values())
    for (const lesson of lessons) {
      if (!who(lesson)) continue
      const place = `${lesson.slot.weekday},${lesson.slot.bell}`
      found.set(place, [...(found.get(place) ?? []), lesson])
    }
  return found
}
