import type { TableName } from '../layout.ts'
import type { ExchangeTables } from '../tables.ts'

/** A cell as the reader of its file gives it; a merged area has its content in the first cell, null in the others. */
export type SheetCell = string | number | boolean | Date | null

/** One table of a file that a school has. */
export interface Sheet {
  name: string
  rows: readonly (readonly SheetCell[])[]
}

/** What is wrong, or worth a look, at one place of a sheet. */
export interface SheetRemark {
  /** Counted from 1, as spreadsheets do; 0 where it is not in one row. */
  row: number
  /** Counted from 0; -1 where it is not in one column. */
  column: number
  /** A sentence in Russian that says what is wrong and what to do. */
  why: string
  /** A name that the school does not know: a person may say whom or what it means. */
  unknown?: UnknownKind
}

export type UnknownKind = 'teacher' | 'subject' | 'class'

/** A name in a sheet that the school does not know, or knows several of. */
export interface UnknownName {
  kind: UnknownKind
  text: string
  /** How often it occurs. */
  count: number
  /** Ids of those that it may be, the nearest first. */
  guesses: string[]
}

/** What a person has said of unknown names, by `nameKey`: an id, or null where the name is to be passed over. */
export type NameDecisions = ReadonlyMap<string, string | null>

/** A row as it was understood, for the preview: what each field reads. */
export interface PreviewLine {
  /** Counted from 1. */
  row: number
  fields: Record<string, string>
}

/** What a sheet became: rows for the ordinary import, or what must be put right first. */
export interface SheetReading<T extends TableName> {
  /** Undefined while there is any fault: nothing is half-imported. */
  tables: Pick<ExchangeTables, T> | undefined
  faults: SheetRemark[]
  /** What was passed over, repaired or guessed, for the person to look at. */
  notes: SheetRemark[]
  preview: PreviewLine[]
}

/** What reading a sheet goes by. */
export interface SheetContext {
  /** The school as it is, in the exchange folder's tables. */
  known: ExchangeTables
  /** The school year that classes and pupils are entered for. */
  year: { id: string; starts: string }
  /** The school's date; a year of two digits is not after it. */
  today: string
  /** A fresh id for a row of a table that `key` tells from all others but namesakes. */
  newId: (table: TableName, key: string) => string
}

/** Collects remarks while a sheet is read. */
export class Remarks {
  readonly faults: SheetRemark[] = []
  readonly notes: SheetRemark[] = []

  fault(row: number, column: number | undefined, why: string, unknown?: UnknownKind): void {
    this.faults.push({ row, column: column ?? -1, why, ...(unknown ? { unknown } : {}) })
  }

  note(row: number, column: number | undefined, why: string): void {
    this.notes.push({ row, column: column ?? -1, why })
  }

  /** The reading with its tables only where no fault was found. */
  reading<T extends TableName>(tables: Pick<ExchangeTables, T>, preview: PreviewLine[]): SheetReading<T> {
    const { faults, notes } = this
    return { tables: faults.length === 0 ? tables : undefined, faults, notes, preview }
  }
}
