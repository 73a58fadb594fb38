import type { PaperCell, PaperPart } from './paper-parts.ts'

/** A cell that reads differently in a later copy; '' where it shows nothing. */
export interface PaperChange {
  /** Title of the part: the subject, the sheet. */
  part: string
  /** Which lesson, which column. */
  column: string
  /** Which pupil, which row. */
  row: string
  from: string
  to: string
}

/** The cells in which two copies of a class and period differ, in the order of the later one's pages. */
export function paperChanges(earlier: readonly PaperPart[], later: readonly PaperPart[]): PaperChange[] {
  const before = new Map(earlier.map((part) => [part.key, part]))
  const after = new Map(later.map((part) => [part.key, part]))
  const gone = earlier.filter(({ key }) => !after.has(key))
  return [...later, ...gone].flatMap(({ key, title }) =>
    changedCells(before.get(key)?.cells ?? [], after.get(key)?.cells ?? []).map(([from, to]) => {
      const { column, row } = to ?? from!
      return { part: title, column, row, from: from?.text ?? '', to: to?.text ?? '' }
    }),
  )
}

type Changed = [from: PaperCell | undefined, to: PaperCell | undefined]

function changedCells(before: readonly PaperCell[], after: readonly PaperCell[]): Changed[] {
  const old = new Map(before.map((cell) => [cell.key, cell]))
  const now = new Map(after.map((cell) => [cell.key, cell]))
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((key): Changed => [old.get(key), now.get(key)])
    .filter(([from, to]) => from?.text !== to?.text)
}
