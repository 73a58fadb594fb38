import type { AttributeName, ValueOf } from '../ledger/attributes.ts'
import { type JournalKey, journalName } from '../ledger/documents.ts'
import type { FoldReader } from '../ledger/fold.ts'
import type { UserId } from '../ledger/ids.ts'

export type SchoolProfile = ValueOf<'school'>
export type SchoolYear = ValueOf<'year'>
export type Period = ValueOf<'period'>
export type Holiday = ValueOf<'holiday'>
export type Bell = ValueOf<'bell'>
export type BellPlanEntry = ValueOf<'bellplan'>
export type Workday = ValueOf<'workday'>
export type Room = ValueOf<'room'>
export type Abbreviation = ValueOf<'abbreviation'>
export type SchoolMarkSettings = ValueOf<'settings.marks'>
export type Subject = ValueOf<'subject'>
export type StaffMember = ValueOf<'staff'>
export type SchoolClass = ValueOf<'class'>
export type Group = ValueOf<'group'>
export type Assignment = ValueOf<'assignment'>
export type Slot = ValueOf<'slot'>
export type Substitution = ValueOf<'substitution'>
export type Permission = ValueOf<'permission'>

/** The `school` document as it stands, in a fixed order, with indexes by id. */
export interface SchoolView {
  profile: SchoolProfile | undefined
  years: SchoolYear[]
  /** By start, then kind and number. */
  periods: Period[]
  holidays: Holiday[]
  /** Everybody's; `bellPlans` say where others hold. */
  bells: Bell[]
  bellPlans: BellPlanEntry[]
  /** Dates of days with short lessons. */
  shortDays: Set<string>
  /** Weekend days on which school is kept, by date. */
  workdays: Map<string, Workday>
  /** Rooms that several lessons may use at once, by name. */
  rooms: Map<string, Room>
  abbreviations: Abbreviation[]
  /** The school's rules of marks, or the common ones. */
  markSettings: SchoolMarkSettings
  /** Days without contact after which a device forgets the journals it keeps. */
  forgetAfterDays: number
  /** Staff id of who answers questions on the software; undefined: the office. */
  consultant: string | undefined
  subjects: Map<string, Subject>
  staff: Map<string, StaffMember>
  /** Last days at school of those who leave or have left, by staff id. */
  lastDays: Map<string, string>
  classes: Map<string, SchoolClass>
  groups: Map<string, Group>
  assignments: Assignment[]
  slots: Slot[]
  substitutions: Substitution[]
  /** Locks by period id, with the first day on which they hold; undefined: at once. */
  locks: Map<string, string | undefined>
  permissions: Permission[]
  /** Person (staff id) behind an account. */
  people: Map<UserId, string>
}

/** Days without contact after which a device forgets the journals, until a school decides otherwise. */
export const commonForgetAfterDays = 60

/** What holds until a school decides otherwise (rules.md, Marks). */
export const commonMarkSettings: SchoolMarkSettings = {
  five: 450,
  four: 350,
  three: 250,
  minimum: 3,
  retake: 'replaces',
  kinds: [
    { name: 'Ответ', weight: 1 },
    { name: 'Домашняя работа', weight: 1 },
    { name: 'Самостоятельная работа', weight: 1 },
    { name: 'Практическая работа', weight: 1 },
    { name: 'Диктант', weight: 1 },
    { name: 'Сочинение', weight: 1 },
    { name: 'Тест', weight: 1 },
    { name: 'Контрольная работа', weight: 2 },
  ],
  controlsPerDay: 1,
}

/** A school of which nothing is known. */
export const emptySchool: SchoolView = {
  profile: undefined,
  years: [],
  periods: [],
  holidays: [],
  bells: [],
  bellPlans: [],
  shortDays: new Set(),
  workdays: new Map(),
  rooms: new Map(),
  abbreviations: [],
  markSettings: commonMarkSettings,
  forgetAfterDays: commonForgetAfterDays,
  consultant: undefined,
  subjects: new Map(),
  staff: new Map(),
  lastDays: new Map(),
  classes: new Map(),
  groups: new Map(),
  assignments: [],
  slots: [],
  substitutions: [],
  locks: new Map(),
  permissions: [],
  people: new Map(),
}

/** Reads the `school` document. */
export function readSchool(fold: FoldReader): SchoolView {
  const years = all(fold, 'year', 'year').sort(by((year) => year.starts))
  const assignments = all(fold, 'assignment', 'assignment').sort(
    by((a) => `${journalName(a)},${a.from ?? ''},${a.teacher}`),
  )
  const people = new Map<UserId, string>()
  for (const name of fold.entities('account')) {
    const account = fold.value(name, 'account')
    if (account) people.set(name.slice('account,'.length) as UserId, account.person)
  }
  return {
    profile: fold.value('school', 'school'),
    years,
    periods: all(fold, 'period', 'period').sort(by((p) => `${p.starts},${p.kind},${p.number}`)),
    holidays: all(fold, 'holiday', 'holiday').sort(by((h) => `${h.starts},${h.ends},${h.grades ?? ''}`)),
    bells: all(fold, 'bell', 'bell').sort((a, b) => a.number - b.number),
    bellPlans: all(fold, 'bellplan', 'bellplan').sort(by(({ id }) => id)),
    shortDays: new Set(all(fold, 'shortday', 'shortday').map(({ date }) => date)),
    workdays: new Map(all(fold, 'workday', 'workday').map((day) => [day.date, day])),
    rooms: new Map(all(fold, 'room', 'room').map((room) => [room.name, room])),
    abbreviations: all(fold, 'abbreviation', 'abbreviation'),
    markSettings: fold.value('settings', 'settings.marks') ?? commonMarkSettings,
    forgetAfterDays: fold.value('settings', 'settings.forgetAfterDays') ?? commonForgetAfterDays,
    consultant: fold.value('settings', 'settings.consultant')?.person,
    subjects: indexed(all(fold, 'subject', 'subject')),
    staff: indexed(all(fold, 'staff', 'staff')),
    lastDays: lastDays(fold),
    classes: indexed(all(fold, 'class', 'class')),
    groups: indexed(all(fold, 'group', 'group')),
    assignments,
    slots: all(fold, 'slot', 'slot').sort(
      by((s) => `${s.weekday},${s.bell},${journalName(s)},${s.from ?? ''}`),
    ),
    substitutions: all(fold, 'substitution', 'substitution').sort(
      by((s) => `${s.date},${s.bell},${journalName(s)}`),
    ),
    locks: new Map(all(fold, 'lock', 'lock').map(({ period, from }) => [period, from])),
    permissions: all(fold, 'permission', 'permission'),
    people,
  }
}

function lastDays(fold: FoldReader): Map<string, string> {
  const days = new Map<string, string>()
  for (const name of fold.entities('staff')) {
    const day = fold.value(name, 'staff.lastDay')
    if (day !== undefined) days.set(name.slice('staff,'.length), day)
  }
  return days
}

/** Values of one attribute over all entities of a kind, by entity name. */
export function all<A extends AttributeName>(fold: FoldReader, kind: string, attribute: A): ValueOf<A>[] {
  const values: ValueOf<A>[] = []
  for (const name of [...fold.entities(kind)].sort()) {
    const value = fold.value(name, attribute)
    if (value !== undefined) values.push(value)
  }
  return values
}

/** A cell of which different people say different things; somebody who may write it has yet to settle it. */
export interface Unsettled {
  entity: string
  attribute: string
}

/** The cells of a document that are in conflict, by entity and attribute. */
export function unsettled(fold: FoldReader): Unsettled[] {
  return [...fold.conflicts()]
    .map(({ entity, attribute }) => ({ entity, attribute }))
    .sort(by((cell) => `${cell.entity} ${cell.attribute}`))
}

/** Comparator over texts that need no language rules: dates, ids. */
export function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const x = key(a)
    const y = key(b)
    return x < y ? -1 : x > y ? 1 : 0
  }
}

function indexed<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}

/** "7А": grade and letter. */
export function className({ grade, letter }: { grade: number; letter: string }): string {
  return `${grade}${letter}`
}

/** Classes that a person leads in the school year of a date, else of the last that began before; by grade and letter. */
export function classesLedBy(
  { classes, years }: Pick<SchoolView, 'classes' | 'years'>,
  person: string,
  date: string,
): SchoolClass[] {
  const year = years.filter(({ starts }) => starts <= date).at(-1) ?? years[0]
  return [...classes.values()]
    .filter(({ classTeacher, year: own }) => classTeacher === person && own === year?.id)
    .sort(by(({ grade, letter }) => `${String(grade).padStart(2, '0')}${letter}`))
}

/** Journals of the school: every pair or triple that somebody was ever assigned to, in order of their names. */
export function journals(school: SchoolView): JournalKey[] {
  const keys = new Map<string, JournalKey>()
  for (const { class: classId, subject, group } of school.assignments) {
    const key = { class: classId, subject, ...(group ? { group } : {}) }
    keys.set(journalName(key), key)
  }
  return [...keys.values()].sort(by(journalName))
}

/** Whether a from-to interval (`to` is the first day outside) holds a date. */
export function covers(
  interval: { from?: string | undefined; to?: string | undefined },
  date: string,
): boolean {
  return (
    (interval.from === undefined || interval.from <= date) &&
    (interval.to === undefined || date < interval.to)
  )
}
