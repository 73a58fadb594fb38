import { courseYear, type JournalCourse, type JournalPlace, journalPlaces } from './journal-places.ts'
import type { PlanEntry } from './journal-view.ts'

/** An entry of the plan with the hours it falls on. */
export interface LaidEntry {
  entry: PlanEntry
  /** Hours held or ahead that it takes, in order; an entry of half an hour shares its place with the next one. */
  places: JournalPlace[]
  /** `done` all of it held, `begun` some, `ahead` none, `unplaced` some of it has no hour left in the year. */
  state: 'done' | 'begun' | 'ahead' | 'unplaced'
  /** Hours of it that the year has no place for. */
  missing: number
}

/** A plan laid over the real dates of its journal (rules.md, 2.8). Everything is in hours: a lesson is one. */
export interface PlanLayout {
  entries: LaidEntry[]
  /** All places of the year, in order, cancelled, vacated and unkept ones included. */
  places: JournalPlace[]
  /** Hours of the whole plan. */
  planned: number
  /** Hours that the timetable had up to today, those of today only once held; at most the plan's. */
  due: number
  held: number
  /** `due - held`: hours behind the plan; below zero ahead of it. */
  lag: number
  /** Hours before today that nobody opened: perhaps taught, not kept. */
  unkept: number
  cancelled: number
  /** Hours still ahead, today's included. */
  ahead: number
  /** Hours that will have been held when the year ends: held and ahead. */
  forecast: number
  /** `planned - forecast`: hours wanting («не хватает 3 ч»); below zero to spare. */
  shortage: number
}

/**
 * Lays a plan over the year of its journal: held lessons take its hours in order, the rest goes on the hours ahead.
 * What was cancelled, moved away or not kept takes nothing, so every entry behind it shifts by itself.
 */
export function layPlan(course: JournalCourse & { plan: readonly PlanEntry[] }): PlanLayout {
  const { school, key, plan, today } = course
  const year = courseYear(school, key)
  const places = year ? journalPlaces(course, year.starts, year.ends) : []
  const held = places.filter(({ state }) => state === 'held')
  const ahead = places.filter(({ state }) => state === 'ahead')
  const planned = plan.reduce((sum, { hours }) => sum + hours, 0)
  const past = places.filter(
    ({ date, state, timetabled }) => timetabled && (date < today || (date === today && state === 'held')),
  ).length
  const due = Math.min(past, planned)
  const forecast = held.length + ahead.length
  return {
    entries: layEntries(plan, [...held, ...ahead], held.length),
    places,
    planned,
    due,
    held: held.length,
    lag: due - held.length,
    unkept: places.filter(({ state }) => state === 'unkept').length,
    cancelled: places.filter(({ state }) => state === 'cancelled').length,
    ahead: ahead.length,
    forecast,
    shortage: planned - forecast,
  }
}

/** `hours` are the places that take the plan, of which the first `held` are held. */
function layEntries(plan: readonly PlanEntry[], hours: readonly JournalPlace[], held: number): LaidEntry[] {
  let end = 0
  return plan.map((entry) => {
    const start = end
    end += entry.hours
    const places = hours.slice(Math.floor(start), Math.ceil(end))
    const missing = Math.max(0, end - Math.max(start, hours.length))
    return { entry, places, state: stateOf(start, end, held, missing), missing }
  })
}

function stateOf(start: number, end: number, held: number, missing: number): LaidEntry['state'] {
  if (missing > 0) return 'unplaced'
  if (end <= held) return 'done'
  return start < held ? 'begun' : 'ahead'
}

/** The entries that fall on a place, by its key: a topic, or several short ones. */
export function entriesByPlace(layout: Pick<PlanLayout, 'entries'>): Map<string, PlanEntry[]> {
  const found = new Map<string, PlanEntry[]>()
  for (const { entry, places } of layout.entries)
    for (const { key } of places) found.set(key, [...(found.get(key) ?? []), entry])
  return found
}
