import type { AttributeName, ValueOf } from '../domain/ledger/attributes.ts'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Json } from '../domain/ledger/fact.ts'
import type { RowOf, TableName } from './layout.ts'
import type { ExchangeTables } from './tables.ts'

/** What a row of the exchange folder says, as one entry of the ledger; a null value says that there is none. */
export interface Assertion {
  document: DocumentId
  entity: string
  attribute: AttributeName
  value: Json
  /** The row that says so, by its place in its table. */
  row: { table: TableName; index: number }
}

/** Says one thing on behalf of a row. */
export type Say = <A extends AttributeName>(
  document: DocumentId,
  entity: string,
  attribute: A,
  value: ValueOf<A> | null,
) => void

/** Collects what the rows of a folder say. */
export class Saying {
  readonly assertions: Assertion[] = []

  constructor(readonly tables: ExchangeTables) {}

  /** Goes over the rows of a table; what `visit` says is said by its row. */
  each<T extends TableName>(table: T, visit: (row: RowOf<T>, say: Say, index: number) => void): void {
    ;(this.tables[table] as RowOf<T>[]).forEach((row, index) => {
      visit(row, this.by(table, index), index)
    })
  }

  /** Says on behalf of the row at this place. */
  by(table: TableName, index: number): Say {
    const row = { table, index }
    return (document, entity, attribute, value) => {
      // Every value of the attribute schema is JSON once fields that hold nothing are left out.
      this.assertions.push({ document, entity, attribute, value: value as Json, row })
    }
  }
}
