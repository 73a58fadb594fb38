import type { SubjectRow } from '../tables.ts'
import { plainText } from './cell-text.ts'
import { cyrillic } from './class-names.ts'

/** Abbreviations of this school, as its papers have them, to ids of subjects. */
export type Abbreviations = ReadonlyMap<string, string>

/** What a text names: one subject, or none or several that it may be. */
export type SubjectGuess = { ok: true; id: string } | { ok: false; guesses: string[] }

/** Abbreviations that are no beginnings of the words they stand for. */
const customary: readonly [RegExp, RegExp][] = [
  [/^(физра|фра|физк|фк|физвосп)$|^физкул/, /физическая культура/],
  [/^(общво)$/, /обществознание/],
  [/^(изо)$/, /изобразительное искусство/],
  [/^(обж|обзр)$/, /основы безопасности/],
  [/^(мхк)$/, /мировая художественная/],
  [/^(орксэ|одкнр)/, /основы (религиозн|духовно)/],
  [/^(икт|ивт)$/, /информатика/],
  [/^(иняз|инояз)/, /иностранный|английский|немецкий/],
  [/^(рв$|ров$|разговор)/, /разговоры о важном/],
  [/^(вис$|твис$|теорвер)/, /вероятность/],
  [/^(окрмир|ом)$/, /окружающий мир/],
  [/^(труд)/, /труд|технология/],
  [/^(классчас|клчас|кч)$/, /классный час/],
]

/** What spellings of one abbreviation have in common: «Рус. яз.» and «рус.яз». */
export function abbreviationKey(text: string): string {
  return plainText(cyrillic(text)).replace(/[^а-яa-z0-9]/g, '')
}

/**
 * What subject a text names: by the school's own abbreviations, the full name, the customary abbreviations, the first
 * letters of the words («рус. яз.», «лит-ра»), the initials («ОБЗР»). `likely` (the subjects that the class has) decides where
 * several fit.
 */
export function subjectNamed(
  text: string,
  subjects: readonly SubjectRow[],
  abbreviations: Abbreviations = new Map(),
  likely: ReadonlySet<string> = new Set(),
): SubjectGuess {
  const key = abbreviationKey(text)
  if (key === '') return { ok: false, guesses: [] }
  for (const [abbreviation, id] of abbreviations)
    if (abbreviationKey(abbreviation) === key) return { ok: true, id }
  const prepared = preparedOf(subjects)
  const whole = prepared.filter((subject) => subject.key === key)
  if (whole.length > 0) return chosen(whole, likely)
  const contracted = prepared.filter((subject) => isContraction(text, subject.words))
  if (contracted.length > 0) return chosen(contracted, likely)
  const names = customary.filter(([short]) => short.test(key)).map(([, name]) => name)
  const known = prepared.filter(({ plain }) => names.some((pattern) => pattern.test(plain)))
  if (known.length > 0) return chosen(known, likely)
  const words = plainText(cyrillic(text))
    .split(/[^а-яa-z0-9]+/)
    .filter((word) => word !== '')
  return chosen(
    prepared.filter((subject) => beginsAs(words, subject.words) || isInitials(key, subject.words)),
    likely,
  )
}

function chosen(found: readonly { id: string }[], likely: ReadonlySet<string>): SubjectGuess {
  const ids = found.map(({ id }) => id)
  const own = ids.filter((id) => likely.has(id))
  const [only, ...others] = own.length > 0 ? own : ids
  return only !== undefined && others.length === 0 ? { ok: true, id: only } : { ok: false, guesses: ids }
}

interface PreparedSubject {
  id: string
  key: string
  plain: string
  words: string[]
}

/** A grid asks of a thousand cells about the same subjects. */
const preparations = new WeakMap<readonly SubjectRow[], PreparedSubject[]>()

function preparedOf(subjects: readonly SubjectRow[]): PreparedSubject[] {
  const known = preparations.get(subjects)
  if (known) return known
  const prepared = subjects.map(({ id, name }) => ({
    id,
    key: abbreviationKey(name),
    plain: plainText(name),
    words: wordsOf(name),
  }))
  preparations.set(subjects, prepared)
  return prepared
}

function wordsOf(name: string): string[] {
  return plainText(name)
    .split(/[^а-яa-z0-9]+/)
    .filter((word) => word !== '')
}

/** Whether «лит-ра», «физ-ка» is the beginning and the end of a name. */
function isContraction(text: string, name: readonly string[]): boolean {
  const [, start, end] = /^([а-я]{2,})[-/]([а-я]{1,3})$/.exec(plainText(cyrillic(text))) ?? []
  return (
    start !== undefined && (name[0]?.startsWith(start) ?? false) && (name.at(-1)?.endsWith(end!) ?? false)
  )
}

/** Whether every word begins a word of the name, in order and from its first one on. */
function beginsAs(words: readonly string[], name: readonly string[]): boolean {
  if ((words[0]?.length ?? 0) < 2) return false
  let at = -1
  return words.every((word, index) => {
    at = name.findIndex((own, place) => place > at && own.startsWith(word))
    return at >= 0 && (index > 0 || at === 0)
  })
}

/** Whether the letters are those of the name's words; short words («и») may be left out. */
function isInitials(key: string, name: readonly string[]): boolean {
  const letters = (words: readonly string[]) => words.map((word) => word[0]).join('')
  return name.length > 1 && (letters(name) === key || letters(name.filter((word) => word.length > 2)) === key)
}
