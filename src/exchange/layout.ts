import { markValues } from '../domain/ledger/attributes.ts'
import {
  choice,
  choices,
  date,
  flag,
  id,
  type Kind,
  number,
  text,
  textOrNothing,
  time,
  whole,
} from './column-kinds.ts'
import type { ExchangeTables } from './tables.ts'

export type TableName = keyof ExchangeTables
export type RowOf<T extends TableName> = ExchangeTables[T][number]

/** A column of a file: `required` is the sentence for an empty field, absent where it may be empty. */
export interface Column<V = unknown> {
  kind: Kind<V>
  required?: string
}

/** One column for each field of a row, required where the field is. */
type Layout<R> = {
  readonly [K in keyof R]-?: object extends Pick<R, K>
    ? Column<NonNullable<R[K]>> & { required?: never }
    : Column<R[K]> & { required: string }
}

const may = <V>(kind: Kind<V>): { kind: Kind<V> } => ({ kind })
const must = <V>(kind: Kind<V>, required = 'не заполнено, а без этого строка не имеет смысла') => ({
  kind,
  required,
})

const key = must(id())
/** Lessons and works made in the application get ids of several parts when they are written out. */
const longKey = must(id(400))
const name = must(text(80))
const journal = { class: key, subject: key, group: may(id()) }
const interval = { from: may(date), to: may(date) }

/** The files of the exchange folder in the contract's order, each with its columns in the contract's order. */
export const layout: { readonly [T in TableName]: Layout<RowOf<T>> } = {
  school: {
    id: key,
    name: must(text(300)),
    short_name: may(text(120)),
    region: may(text(120)),
    timezone: may(text(60)),
  },
  years: { id: key, starts: must(date), ends: must(date) },
  periods: {
    id: key,
    year: key,
    kind: must(choice('quarter', 'half', 'trimester')),
    number: must(whole(1, 10)),
    starts: must(date),
    ends: must(date),
  },
  holidays: { name: may(text(120)), starts: must(date), ends: must(date), grades: may(text(60)) },
  bells: { number: must(whole(0, 20)), starts: must(time), ends: must(time) },
  subjects: { id: key, name: must(text(200)) },
  staff: {
    id: key,
    last_name: name,
    first_name: name,
    middle_name: may(text(80)),
    roles: must(choices('teacher', 'office')),
    email: may(text(200)),
  },
  classes: {
    id: key,
    year: key,
    grade: must(whole(1, 12)),
    letter: must(textOrNothing(20)),
    class_teacher: may(id()),
    ungraded_until: may(date),
  },
  pupils: {
    id: key,
    last_name: name,
    first_name: name,
    middle_name: may(text(80)),
    born: may(date),
    sex: may(text(10)),
  },
  movements: {
    pupil: key,
    class: key,
    kind: must(choice('enrolled', 'arrived', 'moved_in', 'moved_out', 'left', 'expelled')),
    date: must(date),
    order_no: may(text(40)),
    order_date: may(date),
    place: may(text(200)),
  },
  guardians: {
    id: key,
    pupil: key,
    last_name: name,
    first_name: name,
    middle_name: may(text(80)),
    relation: may(text(60)),
    phone: may(text(60)),
    email: may(text(200)),
    consent_date: may(date),
  },
  groups: { id: key, class: key, subject: key, name: must(text(120)) },
  group_members: { group: key, pupil: key, ...interval },
  assignments: {
    ...journal,
    teacher: key,
    hours_per_week: may(number(100)),
    hours_per_year: may(number(5000)),
    ...interval,
    grading: may(choice('marks', 'credit', 'none')),
    attested: may(choice('quarter', 'half', 'year')),
  },
  timetable: {
    ...journal,
    weekday: must(whole(1, 7)),
    bell: must(whole(0, 20)),
    room: may(text(60)),
    ...interval,
    week: may(choice('odd', 'even')),
  },
  plan: {
    ...journal,
    number: must(whole(1, 2000)),
    hours: must(number(1000)),
    topic: must(textOrNothing(1000)),
    homework: may(text(2000)),
  },
  lessons: {
    id: longKey,
    ...journal,
    date: must(date),
    bell: must(whole(0, 20)),
    topic: may(text(1000)),
    homework: may(text(2000)),
    held: must(flag),
    roll_taken: must(flag),
    teacher: may(id()),
  },
  works: {
    id: longKey,
    lesson: longKey,
    kind: may(text(80)),
    title: may(text(200)),
    weight: may(number(4)),
    retake_of: may(id(400)),
  },
  marks: {
    lesson: longKey,
    work: may(id(400)),
    pupil: key,
    mark: must(choice(...markValues), 'пустая отметка: впишите её или уберите строку'),
    comment: may(text(500)),
  },
  attendance: {
    lesson: longKey,
    pupil: key,
    code: must(choice('Н', 'О'), 'нет кода: Н — не был, О — опоздал'),
    reason: may(choice('Б', 'У', 'Н')),
    minutes: may(whole(0, 300)),
  },
  absence_spans: {
    pupil: key,
    from: must(date),
    to: may(date),
    code: must(choice('Б', 'У')),
    document: may(text(200)),
  },
  pupil_modes: { pupil: key, mode: must(choice('home', 'family')), from: must(date), to: may(date) },
  period_marks: {
    ...journal,
    period: key,
    pupil: key,
    mark: must(
      choice('5', '4', '3', '2', '1', 'н/а', 'осв', 'зач', 'незач'),
      'пустая отметка: впишите её или уберите строку',
    ),
  },
}

export const tableNames = Object.keys(layout) as TableName[]

/** Columns of a table by name, in the contract's order. */
export function columnsOf(table: TableName): [name: string, column: Column][] {
  return Object.entries(layout[table])
}

/** "pupils" -> "pupils.csv" */
export function fileOf(table: TableName): string {
  return `${table}.csv`
}
