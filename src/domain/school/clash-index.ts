import { type Clash, type ClashRules, clashes } from './clashes.ts'
import type { SchoolView, Slot } from './school-view.ts'
import type { SharePupils } from './shared-pupils.ts'

type Timetable = Pick<SchoolView, 'slots' | 'assignments' | 'classes' | 'years' | 'rooms'>

/**
 * The clashes of a timetable that is being changed: of an hour whose slots are the same as the last time they are not
 * looked for again. A person puts one lesson at a time, and a school has some forty hours a week.
 */
export class ClashIndex {
  private hours = new Map<string, { slots: Slot[]; clashes: Clash[] }>()
  private known: Timetable | undefined
  private shared: SharePupils | undefined
  /** Hours looked through so far. */
  looked = 0

  /**
   * All clashes as `clashes` gives them; joint lessons and shared rooms are those the school has declared.
   * `sharePupils`: the same function as long as no group has changed.
   */
  of(school: Timetable, sharePupils?: SharePupils): Clash[] {
    const before =
      this.sameRules(school) && this.shared === sharePupils ? this.hours : new Map<string, never>()
    this.known = school
    this.shared = sharePupils
    const slots = new Map<string, Slot[]>()
    for (const slot of school.slots) {
      const hour = `${slot.weekday},${String(slot.bell).padStart(2, '0')}`
      const own = slots.get(hour)
      if (own) own.push(slot)
      else slots.set(hour, [slot])
    }
    const rules: ClashRules = {
      sharePupils,
      jointLesson: ({ joint }) => joint,
      isShared: (room) => school.rooms.get(room)?.shared ?? false,
    }
    this.hours = new Map(
      [...slots]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([hour, own]) => {
          const last = before.get(hour)
          if (last && same(last.slots, own)) return [hour, last]
          this.looked++
          return [hour, { slots: own, clashes: clashes({ ...school, slots: own }, rules) }]
        }),
    )
    return [...this.hours.values()].flatMap((hour) => hour.clashes)
  }

  private sameRules(school: Timetable): boolean {
    const { known } = this
    return (
      known !== undefined &&
      same(known.assignments, school.assignments) &&
      same([...known.rooms.values()], [...school.rooms.values()]) &&
      same([...known.classes.values()], [...school.classes.values()]) &&
      same(known.years, school.years)
    )
  }
}

function same(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
