import { journalName } from '../../domain/ledger/documents.ts'
import { hoursLeft, type PlacedHours } from '../../domain/school/left-to-place.ts'
import { by, type Slot } from '../../domain/school/school-view.ts'
import type { Hour } from '../../domain/school/timetable-editing.ts'
import { hourKey, type TimetableView, teacherName } from './timetable-view.ts'

/** What can be put into an hour: a journal of the class, or all groups of a subject side by side. */
export interface HourChoice {
  key: string
  subject: string
  /** Undefined: the whole class, or all its groups. */
  group: string | undefined
  groups: number
  /** Hours of each group that still have no place. */
  left: number
  hours: number
  teacher: string
  /** «7Б, 8А»: where the teachers are at this hour. */
  busyIn: string
  /** What stands in the hour when it is chosen. */
  slots: Slot[]
}

/** The workload of a class for an hour: what has most hours left first. */
export function hourChoices(view: TimetableView, hour: Hour): HourChoice[] {
  const own = view.hours.filter((entry) => entry.class === hour.class)
  const busy = busyAt(view, hour)
  const rooms = usualRooms(view, hour.class)
  const choice = (of: readonly PlacedHours[], group?: string): HourChoice => {
    const [first] = of
    const teachers = [...new Set(of.flatMap((entry) => entry.teachers))]
    return {
      key: `${first!.subject},${group ?? ''}`,
      subject: view.school.subjects.get(first!.subject)?.name ?? first!.subject,
      group,
      groups: of.length,
      left: Math.max(...of.map(hoursLeft)),
      hours: Math.max(...of.map(({ hours }) => hours)),
      teacher: teachers.map((id) => teacherName(view.school, id)).join(', '),
      busyIn: [...new Set(teachers.flatMap((id) => busy.get(id) ?? []))].join(', '),
      slots: of.map((entry) => slotFor(rooms, entry, hour)),
    }
  }
  const subjects = new Map<string, PlacedHours[]>()
  for (const entry of own) subjects.set(entry.subject, [...(subjects.get(entry.subject) ?? []), entry])
  const found = [...subjects.values()].flatMap((entries) => {
    const groups = entries.filter(({ group }) => group !== undefined)
    const whole = entries.filter(({ group }) => group === undefined)
    return [
      ...whole.map((entry) => choice([entry])),
      ...(groups.length > 1 ? [choice(groups)] : []),
      ...groups.map((entry) => choice([entry], view.school.groups.get(entry.group!)?.name ?? entry.group!)),
    ]
  })
  return found.sort(
    (a, b) => b.left - a.left || a.subject.localeCompare(b.subject, 'ru') || b.groups - a.groups,
  )
}

/**
 * What goes and what comes when something is put into an hour: a lesson of the class takes the place of all, one of a
 * group that of the class and of the same group. Where all that stands there is of odd weeks, the other weeks are free.
 */
export function placeInHour(
  { lessons }: { lessons: readonly { slot: Slot }[] },
  chosen: readonly Slot[],
): { remove: Slot[]; put: Slot[] } {
  const standing = lessons.map(({ slot }) => slot)
  const weeks = new Set(standing.map(({ week }) => week))
  const [only] = weeks
  if (weeks.size === 1 && only !== undefined) {
    const week = only === 'odd' ? 'even' : 'odd'
    return { remove: [], put: chosen.map((slot) => ({ ...slot, week })) }
  }
  const groups = new Set(chosen.map(({ group }) => group))
  return {
    remove: standing.filter(({ group }) => groups.has(undefined) || group === undefined || groups.has(group)),
    put: [...chosen],
  }
}

/** Classes that a teacher is in at an hour, other than its own. */
function busyAt(view: TimetableView, hour: Hour): Map<string, string[]> {
  const busy = new Map<string, string[]>()
  for (const { id, title } of view.classes) {
    if (id === hour.class) continue
    for (const { teachers } of view.cells.get(hourKey({ ...hour, class: id }))?.lessons ?? [])
      for (const teacher of teachers) busy.set(teacher, [...(busy.get(teacher) ?? []), title])
  }
  return busy
}

/** The room where most lessons of each journal of a class are. */
function usualRooms({ school }: TimetableView, schoolClass: string): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const slot of school.slots) {
    if (slot.class !== schoolClass || slot.room === undefined) continue
    const own = counts.get(journalName(slot)) ?? new Map<string, number>()
    own.set(slot.room, (own.get(slot.room) ?? 0) + 1)
    counts.set(journalName(slot), own)
  }
  return new Map(
    [...counts].map(([name, rooms]) => {
      const [usual] = [...rooms].sort(by(([room]) => room)).sort(([, a], [, b]) => b - a)
      return [name, usual![0]]
    }),
  )
}

function slotFor(rooms: ReadonlyMap<string, string>, entry: PlacedHours, hour: Hour): Slot {
  const room = rooms.get(journalName(entry))
  return {
    class: hour.class,
    subject: entry.subject,
    ...(entry.group ? { group: entry.group } : {}),
    weekday: hour.weekday,
    bell: hour.bell,
    ...(room ? { room } : {}),
  }
}
