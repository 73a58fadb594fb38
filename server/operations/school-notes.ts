import * as v from 'valibot'
import { addDays } from '../../src/domain/policy/days.ts'
import { isSchoolDay } from '../../src/domain/school/calendar.ts'
import type { SchoolView } from '../../src/domain/school/school-view.ts'
import type { Tables } from '../store/tables.ts'

/** Days before the note from which a school's days are said: as far back as anybody without contact is counted. */
const daysBefore = 60
/** A school year, its summer and the next one's beginning. */
const daysAfter = 400

/** What a school's operator may know of it without opening it, by the name of the note. */
export const notes = {
  /** `from`, a date, is the first of `days`: 1 where any class has lessons, 0 where none. */
  school: v.object({
    name: v.string(),
    timezone: v.optional(v.string()),
    from: v.string(),
    days: v.string(),
  }),
  /** The last `verify` of all of its log. */
  verified: v.object({ ok: v.boolean(), rows: v.number() }),
}

export type NoteName = keyof typeof notes
export type Note<Name extends NoteName> = v.InferOutput<(typeof notes)[Name]>

/** Notes something of a school, in place of what was noted before. `at`: ms since 1970. */
export async function note<Name extends NoteName>(
  tables: Tables,
  name: Name,
  at: number,
  value: Note<Name>,
): Promise<void> {
  await tables.query(
    `INSERT INTO school_notes (school, name, at, value) VALUES (:school, ?, ?, ?)
     ON CONFLICT (school, name) DO UPDATE SET at = excluded.at, value = excluded.value`,
    ...[name, at, JSON.stringify(value)],
  )
}

/** Reads the value of a note; undefined where it is none that this version knows. */
export function readNote<Name extends NoteName>(name: Name, value: string): Note<Name> | undefined {
  const found = v.safeParse(v.pipe(v.string(), v.parseJson(), notes[name]), value)
  return found.success ? (found.output as Note<Name>) : undefined
}

/** What is said of a school on a date of its own. */
export function noteOf(school: SchoolView, today: string): Note<'school'> {
  const from = addDays(today, -daysBefore)
  const grades = [...new Set([...school.classes.values()].map(({ grade }) => grade))]
  let days = ''
  for (let day = 0; day < daysBefore + daysAfter; day++) {
    const date = addDays(from, day)
    days += grades.some((grade) => isSchoolDay(school, date, grade)) ? '1' : '0'
  }
  const { profile } = school
  return {
    name: profile?.name ?? '',
    ...(profile?.timezone === undefined ? {} : { timezone: profile.timezone }),
    from,
    days,
  }
}

/** Whether a school has lessons on a date, as far as was noted; what is not said is taken from the week. */
export function hasLessons(noted: Note<'school'> | undefined, date: string): boolean {
  const index = noted ? Math.round((Date.parse(date) - Date.parse(noted.from)) / 86_400_000) : -1
  const said = noted?.days[index]
  if (said !== undefined && noted!.days.includes('1')) return said === '1'
  return ![0, 6].includes(new Date(date).getUTCDay())
}
