import type { Slot, StaffMember } from '../domain/school/school-view.ts'

/** A timetable as the grid that schools keep, in texts that `readTimetable` takes back. */
export interface TimetableGrid {
  /** «День», «Урок», then each class with its rooms. */
  header: string[]
  rows: string[][]
}

/** What a grid is written from. */
export interface GridSource {
  classes: readonly { id: string; title: string }[]
  /** 1 Monday ... 7 Sunday, in words. */
  days: readonly { weekday: number; title: string }[]
  bells: readonly number[]
  slots: readonly Slot[]
  subjects: ReadonlyMap<string, { name: string }>
  staff: ReadonlyMap<string, StaffMember>
  /** Staff ids of the teachers of a slot's journal. */
  teachersOf: (slot: Slot) => readonly string[]
}

const weekWords = { odd: 'нечёт', even: 'чёт' } as const

/**
 * Writes a grid: a column of lessons and one of rooms for each class. Groups stand on lines of their own with their
 * teachers, by whom they are told apart when the grid is read again.
 */
export function timetableGrid(source: GridSource): TimetableGrid {
  const hours = new Map<string, Slot[]>()
  for (const slot of source.slots) {
    const place = `${slot.class},${slot.weekday},${slot.bell}`
    hours.set(place, [...(hours.get(place) ?? []), slot])
  }
  const rows = source.days.flatMap(({ weekday, title }) =>
    source.bells.map((bell) => [
      title,
      String(bell),
      ...source.classes.flatMap(({ id }) => {
        const own = hours.get(`${id},${weekday},${bell}`) ?? []
        return [own.map((slot) => lessonText(source, slot)).join('\n'), roomsText(own)]
      }),
    ]),
  )
  return { header: ['День', 'Урок', ...source.classes.flatMap(({ title }) => [title, 'каб.'])], rows }
}

function lessonText({ subjects, staff, teachersOf }: GridSource, slot: Slot): string {
  const [teacher] = slot.group ? teachersOf(slot) : []
  const member = teacher === undefined ? undefined : staff.get(teacher)
  const name = member && [member.last, member.first, member.middle].filter(Boolean).join(' ')
  return [
    subjects.get(slot.subject)?.name ?? slot.subject,
    name && `(${name})`,
    slot.week && weekWords[slot.week],
  ]
    .filter(Boolean)
    .join(' ')
}

/** A room for each lesson in turn; one alone goes for all. */
function roomsText(slots: readonly Slot[]): string {
  const rooms = slots.map(({ room }) => room ?? '')
  return new Set(rooms).size === 1 ? rooms[0]! : rooms.join(' / ')
}
