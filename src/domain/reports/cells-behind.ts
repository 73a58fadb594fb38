import { entity, readJournalName } from '../ledger/documents.ts'
import { type ClassView, inGroup } from '../school/class-view.ts'
import type { ReportSource } from './report-source.ts'

/** A place in a report's table. */
export interface TablePlace {
  part: 'rows' | 'totals' | 'footnotes'
  row: number
  column: number
}

/** One of the cells that a number came from. */
export interface CellBehind {
  pupil?: string
  /** Name of the journal it stands in, and what it is there. */
  journal?: string
  entity?: string
  date?: string
  bell?: number
  /** A code, a mark, words of an order; a dash where nothing was entered. */
  says?: string
  /** The mark is a forecast, nobody gave it yet. */
  forecast?: true
}

/** Finds the cells behind a number when called; undefined where the place holds no number of this report. */
export type CellsBehind = (place: TablePlace) => (() => CellBehind[]) | undefined

/** Stands where a cell is empty. */
export const nothingEntered = '—'

/** A period mark, or the place where it is missing, in the journal of the class that the pupil is in on a date. */
export function markCellBehind(
  source: Pick<ReportSource, 'journals'>,
  { id, view }: { id: string; view: Pick<ClassView, 'members'> },
  { pupil, subject, time, date }: { pupil: string; subject: string; time: string; date: string },
  given: { mark: string; journal: string } | undefined,
): CellBehind {
  const journal =
    given?.journal ??
    [...source.journals.keys()].sort().find((name) => {
      const key = readJournalName(name)
      if (key?.class !== id || key.subject !== subject) return false
      return key.group === undefined || inGroup(view, key.group, pupil, date)
    })
  return {
    pupil,
    ...(journal === undefined ? {} : { journal }),
    entity: entity.periodMark(time, pupil),
    says: given?.mark ?? nothingEntered,
  }
}
