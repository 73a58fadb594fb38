import { type JournalKey, journalName } from '../ledger/documents.ts'
import { by, covers, type SchoolView, type Slot } from './school-view.ts'
import { slotsOn } from './timetable-editing.ts'

/** Hours of a journal in a week: what the workload gives it, and what the timetable has of it. */
export interface PlacedHours extends JournalKey {
  /** 0 where nobody is assigned, or no hours are said. */
  hours: number
  placed: number
  /** Staff ids. */
  teachers: string[]
}

/** Hours a week of a slot: half an hour where it is held in odd or even weeks only. */
export function slotHours({ week }: Pick<Slot, 'week'>): number {
  return week === undefined ? 1 : 0.5
}

/**
 * Hours a week of every journal of a year on a date against its slots, by class and subject. Of several teachers of one
 * journal the hours count once: they hold its lessons together.
 */
export function placedHours(
  school: Pick<SchoolView, 'assignments' | 'slots' | 'classes' | 'years'>,
  year: string,
  date: string,
): PlacedHours[] {
  const found = new Map<string, PlacedHours>()
  const of = (key: JournalKey) => {
    const name = journalName(key)
    const own = found.get(name) ?? {
      class: key.class,
      subject: key.subject,
      ...(key.group ? { group: key.group } : {}),
      hours: 0,
      placed: 0,
      teachers: [],
    }
    found.set(name, own)
    return own
  }
  for (const assignment of school.assignments) {
    if (school.classes.get(assignment.class)?.year !== year || !covers(assignment, date)) continue
    const own = of(assignment)
    own.hours = Math.max(own.hours, assignment.hoursPerWeek ?? 0)
    own.teachers.push(assignment.teacher)
  }
  for (const slot of slotsOn(school, year, date)) of(slot).placed += slotHours(slot)
  return [...found.values()].sort(by(journalName))
}

/** Hours that still have no place; below 0: more lessons than hours. */
export function hoursLeft({ hours, placed }: Pick<PlacedHours, 'hours' | 'placed'>): number {
  return hours - placed
}
