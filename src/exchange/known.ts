import type { JournalKey, LessonKey } from '../domain/ledger/documents.ts'
import { type RowOf, type TableName, tableNames } from './layout.ts'
import type { ExchangeTables } from './tables.ts'

/** A lesson of the ledger behind an id of the exchange folder. */
export interface LessonPlace {
  journal: JournalKey
  key: LessonKey
  /** Its id came from a folder; false: it was made in the application and the id is derived from its place. */
  named: boolean
}

/** A work of the ledger behind an id of the exchange folder. */
export interface WorkPlace {
  journal: JournalKey
  lesson: LessonKey
  /** Its id inside the journal. */
  work: string
}

/** A span or mode as the ledger holds it: copies of it follow the pupil into the documents of his classes. */
export interface HeldCopy<T extends TableName> {
  row: RowOf<T>
  classes: string[]
}

/** What the school holds already, as the exchange folder would tell it: made by `exportTables`. */
export interface Known {
  tables: ExchangeTables
  /** By id in the folder. */
  lessons: ReadonlyMap<string, LessonPlace>
  works: ReadonlyMap<string, WorkPlace>
  /** By entity name. */
  spans: ReadonlyMap<string, HeldCopy<'absence_spans'>>
  modes: ReadonlyMap<string, HeldCopy<'pupil_modes'>>
}

export function emptyTables(): ExchangeTables {
  return Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as ExchangeTables
}

/** A school that holds nothing yet. */
export const nothingKnown: Known = {
  tables: emptyTables(),
  lessons: new Map(),
  works: new Map(),
  spans: new Map(),
  modes: new Map(),
}
