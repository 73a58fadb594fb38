import { journalName, lessonKey } from '../domain/ledger/documents.ts'
import type { Known, LessonPlace } from './known.ts'
import type { ExchangeTables, LessonRow } from './tables.ts'

/** Lessons of a folder at their places in the ledger. */
export interface LessonPlaces {
  /** Every lesson of the folder or the school, by id in the folder. */
  places: Map<string, LessonPlace>
  /** Rows (by index) for whose slot another lesson stands already: its id. */
  taken: Map<number, string>
}

/**
 * Finds the place of each lesson. An id that the school knows keeps its place. A new one in the slot of a lesson made
 * in the application is that lesson: a lesson is its slot, and two tablets would make it once too. Any other new one
 * is born in its slot, with the next ordinal where a lesson that was moved away began there.
 */
export function placeLessons({ lessons }: Pick<ExchangeTables, 'lessons'>, known: Known): LessonPlaces {
  const places = new Map(known.lessons)
  const taken = new Map<number, string>()
  const inFolder = new Set(lessons.map(({ id }) => id))
  const occupied = new Map<string, string>()
  for (const row of known.tables.lessons) if (!inFolder.has(row.id)) occupied.set(slotOf(row), row.id)
  const born = new Set([...known.lessons.values()].map(birthOf))
  lessons.forEach((row, index) => {
    const slot = slotOf(row)
    const other = occupied.get(slot)
    const there = other === undefined ? undefined : known.lessons.get(other)
    const adopts = there !== undefined && !there.named && !inFolder.has(other!) && !known.lessons.has(row.id)
    if (other !== undefined && other !== row.id && !adopts) taken.set(index, other)
    occupied.set(slot, row.id)
    if (places.has(row.id)) return
    const place = adopts ? { ...there, named: true } : newPlace(row, born)
    born.add(birthOf(place))
    places.set(row.id, place)
  })
  return { places, taken }
}

function newPlace(row: LessonRow, born: ReadonlySet<string>): LessonPlace {
  for (let ordinal = 0; ; ordinal++) {
    const place = {
      journal: { class: row.class, subject: row.subject, ...(row.group ? { group: row.group } : {}) },
      key: lessonKey(row.date, row.bell, ordinal),
      named: true,
    }
    if (!born.has(birthOf(place))) return place
  }
}

function birthOf({ journal, key }: LessonPlace): string {
  return `${journalName(journal)};${key}`
}

function slotOf(row: LessonRow): string {
  return `${journalName(row)};${row.date},${row.bell}`
}
