import { nearestName } from '../nearest-name.ts'
import type { ClassRow, StaffRow } from '../tables.ts'
import { plainText } from './cell-text.ts'
import type { ClassColumns } from './class-columns.ts'
import { classNamed, cyrillic } from './class-names.ts'
import type { NameDecisions, SheetContext, UnknownKind, UnknownName } from './sheet.ts'
import { abbreviationKey } from './subject-names.ts'

/** Names offered for an unknown one. */
const mostGuesses = 3

/** What decisions about a name go by: spellings that mean the same are one. */
export function nameKey(kind: UnknownKind, text: string): string {
  return `${kind} ${kind === 'teacher' ? plainText(text) : abbreviationKey(text)}`
}

/** Collects the unknown names of a sheet, each once. */
export class UnknownNames {
  private readonly names = new Map<string, UnknownName>()

  /** Notes a name; `guesses` are ids, the nearest first. */
  add(kind: UnknownKind, text: string, guesses: readonly string[]): void {
    const key = nameKey(kind, text)
    const known = this.names.get(key)
    this.names.set(key, { kind, text, guesses: [...guesses], ...known, count: (known?.count ?? 0) + 1 })
  }

  /** The most frequent first. */
  get list(): UnknownName[] {
    return [...this.names.values()].sort((a, b) => b.count - a.count)
  }
}

/** Staff whose surnames are nearest to a misspelt name. */
export function nearestStaff(text: string, staff: readonly StaffRow[]): string[] {
  const surname = text.split(/[\s.,]+/).find((word) => word.length > 1) ?? ''
  return nearest(
    surname,
    staff.map(({ id, last_name: name }) => ({ id, name })),
  )
}

/** Ids of the items with the nearest names; at most two letters wrong. */
export function nearest(text: string, items: readonly { id: string; name: string }[]): string[] {
  const found: string[] = []
  let left = items
  while (found.length < mostGuesses) {
    const name = nearestName(
      text,
      left.map((item) => item.name),
    )
    if (name === undefined) break
    found.push(...left.filter((item) => item.name === name).map(({ id }) => id))
    left = left.filter((item) => item.name !== name)
  }
  return found
}

/** Classes heading columns of a matrix that the year does not have; classes of the same grade may be meant. */
export function unknownClasses(
  { classes }: ClassColumns,
  { known, year }: Pick<SheetContext, 'known' | 'year'>,
): UnknownName[] {
  const names = new UnknownNames()
  for (const { name } of classes)
    if (!classNamed(known.classes, year.id, name))
      names.add(
        'class',
        `${name.grade}${name.letter}`,
        known.classes.filter((own) => own.year === year.id && own.grade === name.grade).map(({ id }) => id),
      )
  return names.list
}

/** The columns as a person has decided: other classes put in, columns passed over left out. */
export function decidedColumns<T extends ClassColumns>(
  shape: T,
  decisions: NameDecisions,
  classes: readonly ClassRow[],
): T {
  return {
    ...shape,
    classes: shape.classes.flatMap((column) => {
      const decision = decisions.get(nameKey('class', `${column.name.grade}${column.name.letter}`))
      if (decision === undefined) return [column]
      const meant = classes.find(({ id }) => id === decision)
      return meant
        ? [{ ...column, name: { grade: meant.grade, letter: cyrillic(meant.letter).toUpperCase() } }]
        : []
    }),
  }
}

/** The abbreviations that decisions add to those a school has. */
export function decidedSubjects(
  unknown: readonly UnknownName[],
  decisions: NameDecisions,
): { text: string; subject: string }[] {
  return unknown.flatMap(({ kind, text }) => {
    const subject = kind === 'subject' ? decisions.get(nameKey(kind, text)) : undefined
    return subject ? [{ text, subject }] : []
  })
}
