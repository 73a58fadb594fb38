export interface PersonName {
  last: string
  first: string
  middle?: string | undefined
}

/** Ё sorts as Е: school lists are read by eye, and both spellings occur for one person. */
const collator = new Intl.Collator('ru', { sensitivity: 'base' })
const plain = (text = '') => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е')

/** Order of names: last, first, middle name, then birth date, then id (reports.md, formulas). */
export function compareNames(
  a: PersonName & { id: string; born?: string | undefined },
  b: PersonName & { id: string; born?: string | undefined },
): number {
  return (
    collator.compare(plain(a.last), plain(b.last)) ||
    collator.compare(plain(a.first), plain(b.first)) ||
    collator.compare(plain(a.middle), plain(b.middle)) ||
    (a.born ?? '').localeCompare(b.born ?? '') ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/** «Трефилова Светлана» */
export function lastFirst({ last, first }: PersonName): string {
  return `${last} ${first}`
}

/** «Трефилова Светлана Олеговна» */
export function fullName({ last, first, middle }: PersonName): string {
  return middle ? `${last} ${first} ${middle}` : `${last} ${first}`
}

/** «С. О. Трефилова» */
export function initials(name: PersonName): string {
  return `${letters(name)} ${name.last}`
}

/** «Трефилова С. О.» */
export function lastInitials(name: PersonName): string {
  return `${name.last} ${letters(name)}`
}

function letters({ first, middle }: PersonName): string {
  return [first, middle]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => `${[...part!][0]}.`)
    .join(' ')
}
