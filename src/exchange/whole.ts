import {
  type ClassView,
  type GroupMember,
  type Movement,
  movementOrder,
} from '../domain/school/class-view.ts'
import type { Known } from './known.ts'
import type { RowOf, TableName } from './layout.ts'
import { type LessonPlaces, placeLessons } from './lesson-places.ts'
import { rowKey } from './row-keys.ts'
import { toValue } from './row-values.ts'
import type { ClassRow, ExchangeTables, GroupRow, LessonRow, PupilRow, WorkRow } from './tables.ts'

/** The school as it will be once the folder is in: its rows over those that the school holds, with indexes. */
export interface Whole {
  known: Known
  places: LessonPlaces
  classes: ReadonlyMap<string, ClassRow>
  groups: ReadonlyMap<string, GroupRow>
  lessons: ReadonlyMap<string, LessonRow>
  works: ReadonlyMap<string, WorkRow>
  pupils: ReadonlyMap<string, PupilRow>
  /** Classes with a movement of the pupil. */
  classesOf(pupil: string): string[]
  /** Movements of a pupil in a class, in the domain's order. */
  stay(classId: string, pupil: string): Pick<ClassView, 'movements'>
  /** Times of a pupil in a group. */
  membership(group: string, pupil: string): Pick<ClassView, 'members'>
  rows<T extends TableName>(table: T): RowOf<T>[]
}

export function wholeOf(tables: ExchangeTables, known: Known): Whole {
  const rows = <T extends TableName>(table: T): RowOf<T>[] => {
    const key = rowKey[table] as (row: RowOf<T>) => string
    const merged = new Map<string, RowOf<T>>()
    for (const row of known.tables[table] as RowOf<T>[]) merged.set(key(row), row)
    for (const row of tables[table] as RowOf<T>[]) merged.set(key(row), row)
    return [...merged.values()]
  }
  const movements = new Map<string, Map<string, Movement[]>>()
  for (const row of rows('movements')) {
    const classes = at(movements, row.pupil, () => new Map<string, Movement[]>())
    at(classes, row.class, () => []).push(toValue(row))
  }
  for (const classes of movements.values()) for (const list of classes.values()) list.sort(movementOrder)
  const members = new Map<string, GroupMember[]>()
  for (const row of rows('group_members'))
    at(members, `${row.group},${row.pupil}`, () => []).push(toValue(row))
  return {
    known,
    places: placeLessons(tables, known),
    classes: byId(rows('classes')),
    groups: byId(rows('groups')),
    lessons: byId(rows('lessons')),
    works: byId(rows('works')),
    pupils: byId(rows('pupils')),
    classesOf: (pupil) => [...(movements.get(pupil)?.keys() ?? [])].sort(),
    stay: (classId, pupil) => ({ movements: movements.get(pupil)?.get(classId) ?? [] }),
    membership: (group, pupil) => ({ members: members.get(`${group},${pupil}`) ?? [] }),
    rows,
  }
}

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
