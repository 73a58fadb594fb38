import type { ClassRow } from '../tables.ts'
import { cellText } from './cell-text.ts'

/** Latin letters that look as Cyrillic ones do, in pairs. */
const lookAlikes = new Map(
  [...'AАBВCСEЕHНKКMМOОPРTТXХYУ'].reduce<[string, string][]>((pairs, letter, at, all) => {
    if (at % 2 === 0) pairs.push([letter, all[at + 1]!], [letter.toLowerCase(), all[at + 1]!.toLowerCase()])
    return pairs
  }, []),
)

/** A text with the Latin letters put right that look as Cyrillic ones do. */
export function cyrillic(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => lookAlikes.get(letter) ?? letter)
}

export interface ClassName {
  grade: number
  letter: string
}

/**
 * Reads the name of a class: `7А`, `7 «а»`, `7-Б класс`, `07A` with a Latin letter, `11`. The letter is a capital
 * Cyrillic one, or empty. Undefined where the text is no such name.
 */
export function readClassName(text: string): ClassName | undefined {
  const plain = cyrillic(cellText(text))
    .toUpperCase()
    .replace(/КЛАССА?|КЛ\.|КЛ$/, '')
    .replace(/[\s«»"'“”„.-]/g, '')
  const match = /^0?(\d{1,2})([А-ЯЁ]{0,3})$/.exec(plain)
  const grade = Number(match?.[1])
  if (!match || grade < 1 || grade > 12) return undefined
  return { grade, letter: match[2]! }
}

/** The class of this name in a year; undefined where the school has none. */
export function classNamed(
  classes: readonly ClassRow[],
  year: string,
  { grade, letter }: ClassName,
): ClassRow | undefined {
  return classes.find(
    (row) => row.year === year && row.grade === grade && cyrillic(row.letter).toUpperCase() === letter,
  )
}
