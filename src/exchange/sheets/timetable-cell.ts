import type { StaffRow, SubjectRow } from '../tables.ts'
import { cellText, plainText } from './cell-text.ts'
import { staffNamed } from './person-names.ts'
import { type Abbreviations, type SubjectGuess, subjectNamed } from './subject-names.ts'

/** One lesson of a timetable's cell. */
export interface CellLesson {
  subject: string
  /** Staff id, where the cell names somebody. */
  teacher?: string
  room?: string
  week?: 'odd' | 'even'
}

/** A cell's lessons, or the abbreviation that nobody knows with the subjects that it may be. */
export type CellReading =
  | { ok: true; lessons: CellLesson[] }
  | { ok: false; unknown: string; guesses: string[] }

/** What a cell is read by. */
export interface CellContext {
  subjects: readonly SubjectRow[]
  staff: readonly StaffRow[]
  abbreviations: Abbreviations
  /** The subjects that the class has. */
  likely: ReadonlySet<string>
}

/** Places that are no numbers; the first ones hold a slash, which elsewhere divides lessons. */
const halls: readonly [RegExp, string][] = [
  [/с\/з(ал)?/i, 'спортзал'],
  [/а\/з(ал)?/i, 'актовый зал'],
  [/спорт\.?\s?зал/i, 'спортзал'],
]
const odd = /\(?\s*(не\s?ч[её]тн?\p{L}*|(1|i)-?я?\s*нед\p{L}*)\.?\s*\)?/iu
const even = /\(?\s*(ч[её]тн?\p{L}*|(2|ii)-?я?\s*нед\p{L}*)\.?\s*\)?/iu
const numbered = /\(?\s*(?:каб(?:инет)?|ауд)\.?\s*№?\s*(\d+\p{L}?)\s*\)?/iu
const inBrackets = /\(\s*(\d+\p{L}?)\s*\)/u
const atEnd = /\s№?(\d{1,4}\p{L}?)$/u

/**
 * Reads a cell: «Рус. яз.», «Мат 12», «Англ. (Смит) каб. 5 / Нем. 7», «Физ нечёт / Хим чёт». Parts stand on lines of
 * their own or between slashes; a part that is a number only is the room of one more group.
 */
export function readTimetableCell(written: string, context: CellContext): CellReading {
  let text = written
  let hall: string | undefined
  for (const [pattern, name] of halls)
    if (pattern.test(text)) {
      text = text.replace(pattern, ' ')
      hall = name
    }
  const whole = readPart(cellText(text), context)
  // Two names are of two lessons, each on a line of its own, though of one subject.
  if (whole.guess.ok && whole.named < 2) return { ok: true, lessons: [lessonOf(whole, whole.guess.id, hall)] }
  const parts = text
    .split(/[\n\r;/|]+/)
    .map((part) => cellText(part))
    .filter((part) => part !== '')
  const lessons: CellLesson[] = []
  for (const part of parts) {
    const last = lessons.at(-1)
    if (/^\d+\p{L}?$/u.test(part) && last) {
      lessons.push({ subject: last.subject, room: part, ...(last.week ? { week: last.week } : {}) })
      continue
    }
    const reading = readPart(part, context)
    if (!reading.guess.ok) return { ok: false, unknown: reading.rest || part, guesses: reading.guess.guesses }
    lessons.push(lessonOf(reading, reading.guess.id, hall))
  }
  return lessons.length > 0
    ? { ok: true, lessons }
    : { ok: false, unknown: cellText(written), guesses: whole.guess.ok ? [] : whole.guess.guesses }
}

interface Part {
  guess: SubjectGuess
  /** The text that was taken for the subject. */
  rest: string
  teacher: string | undefined
  room: string | undefined
  week: 'odd' | 'even' | undefined
  /** Names in brackets. */
  named: number
}

function lessonOf({ teacher, room, week }: Part, subject: string, hall: string | undefined): CellLesson {
  const place = room ?? hall
  return {
    subject,
    ...(teacher ? { teacher } : {}),
    ...(place ? { room: place } : {}),
    ...(week ? { week } : {}),
  }
}

function readPart(text: string, context: CellContext): Part {
  const week = odd.test(text) ? 'odd' : even.test(text) ? 'even' : undefined
  let rest = week === undefined ? text : cellText(text.replace(week === 'odd' ? odd : even, ' '))
  let room: string | undefined
  for (const pattern of [numbered, inBrackets, atEnd]) {
    const found = pattern.exec(rest)
    if (!found) continue
    room = found[1]
    rest = cellText(rest.replace(pattern, ' '))
    break
  }
  const { subjects, staff, abbreviations, likely } = context
  const subjectOf = (part: string) => subjectNamed(part, subjects, abbreviations, likely)
  const bracketed = [...rest.matchAll(/\(([^)]*)\)/g)]
  const before = cellText(rest.replace(/\([^)]*\)/g, ' '))
  // «Труд (технология) (Носков)»: not every bracket holds a name.
  const named = bracketed.flatMap(([, text]) => onlyOne(staff, text!) ?? [])
  const [byBrackets] = named
  const guess = subjectOf(before)
  if (guess.ok) return { guess, rest: before, teacher: byBrackets, room, week, named: named.length }
  // The teacher's name may follow the subject without brackets.
  const words = before.split(' ')
  for (let from = words.length - 1; from > 0; from--) {
    const teacher = onlyOne(staff, words.slice(from).join(' '))
    const own = subjectOf(words.slice(0, from).join(' '))
    if (teacher && own.ok) return { guess: own, rest: before, teacher, room, week, named: 0 }
  }
  return { guess, rest: before, teacher: undefined, room, week, named: 0 }
}

function onlyOne(staff: readonly StaffRow[], text: string): string | undefined {
  const [found, ...others] = staffNamed(staff, plainText(text))
  return found && others.length === 0 ? found.id : undefined
}
