import { cellText, plainText } from './cell-text.ts'
import type { Sheet } from './sheet.ts'

/** A field that a column may hold. */
export interface TargetField {
  /** What a person calls it, for the list to choose from. */
  title: string
  /** What its column may be called, the surest first; tried on the title in small letters with е for ё. */
  words: readonly RegExp[]
}

/** The fields of one kind of list, in the order in which they are shown. */
export type Target<F extends string> = Readonly<Record<F, TargetField>>

/** Where the fields stand: column from 0. A person corrects it and reads again. */
export type Columns<F extends string> = Readonly<Partial<Record<F, number>>>

/** What was found out about a sheet's shape; every part may be corrected. */
export interface Header<F extends string> {
  /** Rows before the first of the list, the header's included. */
  skip: number
  /** Titles of all columns, those of a second line after the first's: «Мать ФИО». */
  titles: string[]
  columns: Columns<F>
}

/** How far down a header is looked for: above it stand the school's name, an approval and a title. */
const searchDepth = 30

/**
 * Finds the header of a list by its words, on one line or two, and guesses which column holds what. A sheet of one
 * column needs no header: it is taken to hold the target's first field.
 */
export function findHeader<F extends string>({ rows }: Sheet, target: Target<F>): Header<F> {
  let best: Header<F> | undefined
  const count = (header: Header<F> | undefined) => (header ? Object.keys(header.columns).length : 0)
  for (let row = 0; row < Math.min(rows.length, searchDepth); row++) {
    for (const titles of titlesAt({ rows }, row)) {
      const header = { skip: row + 1, titles, columns: guessColumns(titles, target) }
      if (count(header) > count(best)) best = header
    }
  }
  if (best) return best
  const width = Math.max(0, ...rows.map((row) => row.length))
  const filled = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => cellText(row[column]) !== ''),
  )
  const [first] = Object.keys(target) as F[]
  const columns: Partial<Record<F, number>> = {}
  if (first !== undefined && filled.length === 1) columns[first] = filled[0]!
  return { skip: 0, titles: Array<string>(width).fill(''), columns }
}

/** The titles that a row gives alone, and together with the row above it. */
function titlesAt({ rows }: Pick<Sheet, 'rows'>, row: number): string[][] {
  const own = Array.from(rows[row] ?? [], (cell) => cellText(cell))
  const above = Array.from(rows[row - 1] ?? [], (cell) => cellText(cell))
  // One cell alone is the title of the whole sheet, no group of columns.
  if (above.filter((text) => text !== '').length < 2) return [own]
  let group = ''
  const both = Array.from({ length: Math.max(own.length, above.length) }, (_, column) => {
    const title = own[column] ?? ''
    if (above[column]) group = above[column]
    // A title merged over both lines has its text in the upper one, and belongs to its own column only.
    return title === '' ? (above[column] ?? '') : `${group} ${title}`.trim()
  })
  return [own, both]
}

/** Which field each title stands for; the surest words choose first, a column holds one field. */
export function guessColumns<F extends string>(titles: readonly string[], target: Target<F>): Columns<F> {
  const guesses: { field: F; column: number; rank: number }[] = []
  for (const field of Object.keys(target) as F[])
    titles.forEach((title, column) => {
      const plain = plainText(title).replace(/-\s/g, '')
      const rank = plain === '' ? -1 : target[field].words.findIndex((word) => word.test(plain))
      if (rank >= 0) guesses.push({ field, column, rank })
    })
  guesses.sort((a, b) => a.rank - b.rank || a.column - b.column)
  const columns: Partial<Record<F, number>> = {}
  const taken = new Set<number>()
  for (const { field, column } of guesses) {
    if (columns[field] !== undefined || taken.has(column)) continue
    columns[field] = column
    taken.add(column)
  }
  return columns
}
