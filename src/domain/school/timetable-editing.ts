import { entity, journalName } from '../ledger/documents.ts'
import type { Entry } from '../ledger/fact.ts'
import { Changes, endedAt, endless, firstDay, standsFrom } from './from-date.ts'
import { covers, type SchoolView, type SchoolYear, type Slot } from './school-view.ts'

/** Where a lesson of a class stands in the week. */
export interface Hour {
  class: string
  weekday: number
  bell: number
}

type Timetable = Pick<SchoolView, 'slots' | 'classes' | 'years'>

/** Slots of a year's classes that are in force on a date. */
export function slotsOn({ slots, classes }: Timetable, year: string, date: string): Slot[] {
  return slots.filter((slot) => classes.get(slot.class)?.year === year && covers(slot, date))
}

/**
 * Entries that put slots in place of others from a date on. What was in force before keeps its days: past lessons stay
 * where they were. A slot taken away and put again on one date is as it was.
 */
export function changeSlots(
  school: Timetable,
  date: string,
  { remove = [], put = [] }: { remove?: readonly Slot[]; put?: readonly Slot[] },
): Entry[] {
  const changes = new Changes()
  for (const slot of remove)
    changes.say(slotEntity(slot), 'slot', endedAt(slot, yearOf(school, slot.class), date))
  for (const slot of put) {
    const { from: _from, to: _to, ...content } = slot
    const next = nextStart(school, slot, date)
    const end = next === undefined ? {} : { to: next }
    const before = school.slots.find(
      (own) => own.to === date && contentOf(own) === contentOf(slot) && !remove.includes(own),
    )
    const kept = remove.find((own) => slotEntity(own) === slotEntity({ ...content, from: own.from }))
    if (kept && contentOf(kept) === contentOf(slot)) changes.say(slotEntity(kept), 'slot', kept)
    else if (before) changes.say(slotEntity(before), 'slot', { ...endless(before), ...end })
    else {
      const value = { ...content, ...firstDay(yearOf(school, slot.class), date), ...end }
      changes.say(slotEntity(value), 'slot', value)
    }
  }
  return changes.entries
}

/**
 * Entries that make `wanted` the whole timetable of some classes from a date on. Slots that are the same already stay;
 * what was planned for later days goes.
 */
export function replaceTimetable(
  school: Timetable,
  classes: ReadonlySet<string>,
  wanted: readonly Slot[],
  date: string,
): Entry[] {
  const left = new Map(wanted.map((slot) => [contentOf(slot), slot]))
  const remove: Slot[] = []
  for (const slot of school.slots) {
    if (!classes.has(slot.class) || !standsFrom(slot, date)) continue
    const same = left.get(contentOf(slot))
    if (same && slot.to === undefined && covers(slot, date)) left.delete(contentOf(slot))
    else remove.push(slot)
  }
  const gone = new Set(remove.filter(({ from }) => (from ?? '') > date))
  const now = { ...school, slots: school.slots.filter((slot) => !gone.has(slot)) }
  return changeSlots(now, date, { remove, put: [...left.values()] })
}

/** The slots of a school as they are once entries are written. */
export function slotsAfter({ slots }: Pick<SchoolView, 'slots'>, entries: readonly Entry[]): Slot[] {
  const after = new Map(slots.map((slot) => [slotEntity(slot), slot]))
  for (const { entity: name, value } of entries)
    if (value === null) after.delete(name)
    else after.set(name, value as unknown as Slot)
  return [...after.values()]
}

/** Dates from which a year's timetable is another than before, in order; the year's first day is not among them. */
export function timetableDates({ slots, classes }: Timetable, year: SchoolYear): string[] {
  const dates = slots
    .filter((slot) => classes.get(slot.class)?.year === year.id)
    .flatMap(({ from, to }) => [from, to])
    .filter((date) => date !== undefined && date > year.starts && date <= year.ends)
  return [...new Set(dates as string[])].sort()
}

/** The entity that a slot is the value of. */
export function slotEntity(slot: Slot): string {
  return entity.slot(slot, slot.weekday, slot.bell, slot.from, slot.week)
}

/** What a slot says besides its days, as a text to compare by. */
function contentOf(slot: Slot): string {
  return [journalName(slot), slot.weekday, slot.bell, slot.week, slot.room, slot.joint].join('|')
}

function yearOf({ classes, years }: Timetable, schoolClass: string): SchoolYear | undefined {
  return years.find(({ id }) => id === classes.get(schoolClass)?.year)
}

/** The day on which a later timetable of this hour begins, if one is planned. */
function nextStart({ slots }: Timetable, hour: Hour, date: string): string | undefined {
  return slots
    .filter(
      (own) =>
        own.class === hour.class &&
        own.weekday === hour.weekday &&
        own.bell === hour.bell &&
        (own.from ?? '') > date,
    )
    .map(({ from }) => from!)
    .sort()[0]
}
