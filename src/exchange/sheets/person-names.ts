import type { StaffRow } from '../tables.ts'
import { cellText, plainText } from './cell-text.ts'
import { cyrillic } from './class-names.ts'

export interface SheetPerson {
  last: string
  first: string
  middle?: string
}

/**
 * Reads «Фамилия Имя Отчество» as lists have it: in capitals, with initials, with a former surname in brackets, with a
 * Latin letter among Cyrillic ones. Undefined where there is no first name.
 */
export function readPerson(text: string): SheetPerson | undefined {
  const words = cellText(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/([А-ЯЁа-яёA-Za-z]\.)(?=[А-ЯЁа-яёA-Za-z])/g, '$1 ')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map(tidyWord)
  const [last, first, ...rest] = words
  if (last === undefined || first === undefined || !/^\p{L}/u.test(first) || !/^\p{L}/u.test(last))
    return undefined
  return { last, first, ...(rest.length > 0 ? { middle: rest.join(' ') } : {}) }
}

/** One word of a name: Latin letters among Cyrillic ones put right, capitals made a name. */
export function tidyWord(word: string): string {
  const own = /[а-яё]/i.test(word) ? cyrillic(word) : word
  if (own.length < 3 || own !== own.toUpperCase()) return own
  return own.replace(/\p{L}+/gu, (part) => part[0]! + part.slice(1).toLowerCase())
}

/** What two spellings of one name have in common: Ё is Е, case does not matter. */
export function personKey({ last, first, middle }: SheetPerson): string {
  return plainText(`${last}|${first}|${middle ?? ''}`)
}

export function staffPerson({ last_name, first_name, middle_name }: StaffRow): SheetPerson {
  return { last: last_name, first: first_name, ...(middle_name ? { middle: middle_name } : {}) }
}

/**
 * Who of the staff a text names: by the full name, by surname and initials on either side, by the surname alone. Several
 * where the text does not tell them apart.
 */
export function staffNamed(staff: readonly StaffRow[], text: string): StaffRow[] {
  const words = plainText(cyrillicName(text))
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s.,]+/)
    .filter((word) => word !== '')
  if (!words.some(({ length }) => length > 1)) return []
  const fits = (parts: readonly string[], names: readonly string[]) =>
    parts.every((part, index) => {
      const name = names[index]
      return name !== undefined && (part.length === 1 ? name.startsWith(part) : name === part)
    })
  return staff.filter((row) => {
    const { last, first, middle } = staffPerson(row)
    const names = [first, middle ?? '']
      .flatMap((part) => plainText(part).split(' '))
      .filter((part) => part !== '')
    const own = plainText(last)
    if (own === words[0]) return fits(words.slice(1), names)
    return own === words.at(-1) && fits(words.slice(0, -1), names)
  })
}

function cyrillicName(text: string): string {
  return /[а-яё]/i.test(text) ? cyrillic(text) : text
}
