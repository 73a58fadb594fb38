import type { TimetableRow } from '../../src/exchange/tables.ts'
import { bells } from './bells.ts'
import { type DemoClass, shownClass } from './classes.ts'
import { lessonsOnDay, type SubjectId } from './curriculum.ts'
import type { Random } from './random.ts'
import { roomOf } from './rooms.ts'
import type { DemoJournal, Staffing } from './staffing.ts'

const DAYS = 5
const PER_DAY = bells.length
/** One hour of a class: its journal, or the journals of its groups side by side. */
interface Hour {
  subject: SubjectId
  journals: DemoJournal[]
  /** Teachers by their number in the staff. */
  teachers: number[]
}

/** The week of one class: the hour in each slot (day x bell), and the slots whose hours may change places. */
interface Week {
  hours: (Hour | undefined)[]
  movable: number[]
  /** Hours a week of each subject. */
  count: ReadonlyMap<SubjectId, number>
}

const slot = (weekday: number, bell: number) => (weekday - 1) * PER_DAY + bell - 1

/** Hours of the class 7А's mathematics teacher that are set by hand: the lesson which the demo usually opens at. */
const shownLessons: readonly [weekday: number, subject: SubjectId][] = [
  [1, 'alg'],
  [2, 'geom'],
  [3, 'alg'],
  [4, 'geom'],
  [5, 'alg'],
]
const SHOWN_BELL = 3

function hoursOf(of: DemoClass, { staff, journals }: Staffing): Hour[] {
  return of.curriculum.flatMap(({ subject, hours }) => {
    const own = journals.filter((journal) => journal.class === of && journal.subject === subject)
    const teachers = own.map((journal) => staff.indexOf(journal.teacher))
    return Array.from({ length: hours }, () => ({ subject, journals: own, teachers }))
  })
}

/** A first week: the class hour opens Monday in the whole school, all else falls where it falls, without a gap. */
function firstWeek(of: DemoClass, all: Staffing, random: Random): Week {
  const rest = random.shuffle(hoursOf(of, all))
  const hours: Week['hours'] = Array.from({ length: DAYS * PER_DAY }, () => undefined)
  const take = (subject: SubjectId) =>
    rest.splice(
      rest.findIndex((hour) => hour.subject === subject),
      1,
    )[0]!
  hours[slot(1, 1)] = take('talk')
  if (of.grade === shownClass.grade && of.letter === shownClass.letter) {
    for (const [weekday, subject] of shownLessons) hours[slot(weekday, SHOWN_BELL)] = take(subject)
  }
  const movable: number[] = []
  for (let weekday = 1; weekday <= DAYS; weekday++) {
    for (let bell = 1; bell <= lessonsOnDay(of.grade, weekday); bell++) {
      if (hours[slot(weekday, bell)]) continue
      hours[slot(weekday, bell)] = rest.pop()!
      movable.push(slot(weekday, bell))
    }
  }
  const count = new Map(of.curriculum.map((item) => [item.subject, item.hours]))
  return { hours, movable, count }
}

/** Workshop lessons are double where there are two a week: tools take time to set out. */
const isDouble = (subject: SubjectId, perWeek: number) => subject === 'tech' && perWeek === 2

/** What a day of a class costs in comfort: a subject more often than its hours call for, half of a double lesson. */
function dayCost({ hours, count }: Week, day: number): number {
  let cost = 0
  for (let bell = 0; bell < PER_DAY; bell++) {
    const hour = hours[day * PER_DAY + bell]
    if (!hour) break
    const perWeek = count.get(hour.subject)!
    if (isDouble(hour.subject, perWeek)) {
      const beside = (at: number) => at >= 0 && hours[day * PER_DAY + at]?.subject === hour.subject
      if (!beside(bell - 1) && !(bell + 1 < PER_DAY && beside(bell + 1))) cost++
      continue
    }
    let earlier = 0
    for (let before = 0; before < bell; before++) {
      if (hours[day * PER_DAY + before]!.subject === hour.subject) earlier++
    }
    if (earlier >= Math.ceil(perWeek / DAYS)) cost++
  }
  return cost
}

/** A clash of a teacher weighs more than any discomfort. */
const CLASH = 5
/** How often a small change for the worse, never a clash, is taken, so that the search leaves dead ends. */
const UPHILL = 0.001
const SMALL = 2
/** A search needs some tens of thousands of steps; one that needs more starts anew. */
const STEPS = 400_000
const TRIES = 10

/**
 * Improves the weeks by exchanging two hours of one class at a time until no teacher is in two places and no subject
 * comes twice a day without need. Returns whether it got there.
 */
function settle(weeks: readonly Week[], teachers: number, random: Random): boolean {
  const slots = DAYS * PER_DAY
  const busy = new Uint8Array(teachers * slots)
  const occupy = (hour: Hour, at: number, by: 1 | -1) => {
    for (const teacher of hour.teachers) busy[teacher * slots + at]! += by
  }
  const others = (hour: Hour, at: number) =>
    hour.teachers.reduce((sum, teacher) => sum + busy[teacher * slots + at]!, 0)
  let cost = 0
  for (const week of weeks) {
    for (const [at, hour] of week.hours.entries()) {
      if (!hour) continue
      cost += CLASH * others(hour, at)
      occupy(hour, at, 1)
    }
    for (let day = 0; day < DAYS; day++) cost += dayCost(week, day)
  }
  for (let step = 0; step < STEPS && cost > 0; step++) {
    const week = random.pick(weeks)
    const a = random.pick(week.movable)
    const b = random.pick(week.movable)
    const atA = week.hours[a]!
    const atB = week.hours[b]!
    if (atA.subject === atB.subject) continue
    const dayA = Math.floor(a / PER_DAY)
    const dayB = Math.floor(b / PER_DAY)
    const comfort = () => dayCost(week, dayA) + (dayA === dayB ? 0 : dayCost(week, dayB))
    occupy(atA, a, -1)
    occupy(atB, b, -1)
    const before = CLASH * (others(atA, a) + others(atB, b)) + comfort()
    week.hours[a] = atB
    week.hours[b] = atA
    const change = CLASH * (others(atB, a) + others(atA, b)) + comfort() - before
    if (change <= 0 || (change <= SMALL && random.chance(UPHILL))) {
      cost += change
      occupy(atB, a, 1)
      occupy(atA, b, 1)
    } else {
      week.hours[a] = atA
      week.hours[b] = atB
      occupy(atA, a, 1)
      occupy(atB, b, 1)
    }
  }
  return cost === 0
}

/**
 * The week's timetable: no teacher in two places, no gap in a class's day, groups of a split subject side by side.
 * Throws when no search succeeds, which the fixed curriculum does not let happen.
 */
export function timetable(classes: readonly DemoClass[], all: Staffing, random: Random): TimetableRow[] {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const weeks = classes.map((of) => firstWeek(of, all, random))
    if (!settle(weeks, all.staff.length, random)) continue
    return weeks.flatMap(({ hours }) =>
      hours.flatMap((hour, at) =>
        (hour?.journals ?? []).map((journal) => ({
          class: journal.class.id,
          subject: journal.subject,
          ...(journal.group ? { group: journal.group } : {}),
          weekday: Math.floor(at / PER_DAY) + 1,
          bell: (at % PER_DAY) + 1,
          room: roomOf(journal, all.staff),
        })),
      ),
    )
  }
  throw new Error('Расписание демонстрационной школы не сложилось: проверьте нагрузку учителей.')
}
