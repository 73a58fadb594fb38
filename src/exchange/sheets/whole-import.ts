import * as v from 'valibot'
import { attributeSpec } from '../../domain/ledger/attributes.ts'
import { type DocumentId, type DocumentKind, readDocumentId } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { assertionsOf } from '../assertions.ts'
import { checkTables } from '../check-tables.ts'
import { emptyTables, type Known } from '../known.ts'
import type { TableName } from '../layout.ts'
import type { ExchangeTables } from '../tables.ts'

export type WholeImport =
  /** Entries by document: the school's, then those of classes, then those of families. */
  | { ok: true; entries: Map<DocumentId, Entry[]> }
  /** What keeps all of it from being written, as sentences in Russian. */
  | { ok: false; faults: string[] }

const order: readonly DocumentKind[] = ['school', 'class', 'family', 'journal', 'thread', 'advice']

/**
 * What the rows of a list say in the ledger, checked against the whole school and the attribute schema before anything
 * is written: all of it can be, or nothing is.
 */
export function wholeImport(read: Partial<ExchangeTables>, known: Known): WholeImport {
  const tables: ExchangeTables = { ...emptyTables(), ...read }
  const whose = (table: TableName, index: number) => rowName(tables[table][index])
  const faults = checkTables(tables, known, whose).map(
    ({ table, index, why }) => `${whose(table, index)}: ${why}`,
  )
  if (faults.length > 0) return { ok: false, faults }
  const entries = new Map<DocumentId, Entry[]>()
  for (const { document, entity, attribute, value, row } of assertionsOf(tables, known)) {
    const fit = value === null || v.is(attributeSpec(attribute).value, value)
    if (!fit) faults.push(`${whose(row.table, row.index)}: слишком длинный текст или недопустимый знак`)
    entries.set(document, [...(entries.get(document) ?? []), { entity, attribute, value }])
  }
  if (faults.length > 0) return { ok: false, faults: [...new Set(faults)] }
  const rank = (id: DocumentId) => order.indexOf(readDocumentId(id)?.kind ?? 'thread')
  return { ok: true, entries: new Map([...entries].sort(([a], [b]) => rank(a) - rank(b))) }
}

function rowName(row: object | undefined): string {
  const { last_name, first_name, name, id } = (row ?? {}) as Record<string, unknown>
  return [last_name, first_name].filter(Boolean).join(' ') || String(name ?? id ?? '')
}
