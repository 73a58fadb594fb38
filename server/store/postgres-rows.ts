import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { ClientId } from '../../src/domain/ledger/ids.ts'
import type { LoadedEntry } from './loaded-document.ts'
import type { Connection } from './postgres-database.ts'
import { chainStart } from './row-hash.ts'
import type { LogEntry, Stretch } from './row-store.ts'
import { linked, type StoredRow } from './stored-row.ts'

/** A document's line. */
export interface DocumentLine {
  number: number
  name: DocumentId
  seq: number
  chain: Buffer
}

type Line = Omit<StoredRow, 'carries'> & { document: number; carries: boolean }

/** An entry of one of several documents. */
export type FoundEntry = LoadedEntry & { document: number }

const columns = [
  ...['document', 'seq', 'client', 'clock', 'length', 'author', 'device', 'capacity', 'times', 'verdict'],
  ...['reason', 'mac', 'carries', 'elements', 'hash', 'chain'],
]
const columnsOf = (alias: string) => columns.map((column) => `${alias}.${column}`).join(', ')

function toRow({ carries, ...line }: Line): StoredRow {
  return { ...line, carries: carries ? 1 : 0 }
}

function toEntry(line: Line, before: Uint8Array): FoundEntry {
  const [entry] = linked([toRow(line)], before)
  return { entry: entry!, document: line.document, carries: line.carries }
}

/** Rows of a document after a place, as they are stored. */
export async function rowsAfter(
  { query }: Connection,
  school: number,
  document: number,
  after: number,
  limit: number,
): Promise<StoredRow[]> {
  const lines = await query<Line>(
    `SELECT ${columnsOf('r')} FROM row r
     WHERE r.school = $1 AND r.document = $2 AND r.seq > $3 ORDER BY r.seq LIMIT $4`,
    [school, document, after, limit],
  )
  return lines.map(toRow)
}

/** Rows of a document after a place as they are stored, no more than fit into `bytes` of elements, but at least one. */
export async function rowsFitting(
  { query }: Connection,
  school: number,
  document: number,
  after: number,
  limit: number,
  bytes: number,
): Promise<StoredRow[]> {
  const lines = await query<Line>(
    `SELECT ${columnsOf('r')}
     FROM (
       SELECT page.*, sum(coalesce(octet_length(page.elements), 0)) OVER (ORDER BY page.seq) AS total
       FROM (SELECT * FROM row WHERE school = $1 AND document = $2 AND seq > $3 ORDER BY seq LIMIT $4) page
     ) r
     WHERE r.total <= $5 OR r.seq = $3 + 1
     ORDER BY r.seq`,
    [school, document, after, limit, bytes],
  )
  return lines.map(toRow)
}

/** Entries of a document after a place. */
export async function entriesAfter(
  { query }: Connection,
  school: number,
  document: number,
  after: number,
  limit: number,
): Promise<LogEntry[]> {
  const lines = await query<Line & { before: Buffer | null }>(
    `SELECT ${columnsOf('r')},
       (SELECT b.chain FROM row b WHERE b.school = $1 AND b.document = $2 AND b.seq = $3) AS before
     FROM row r WHERE r.school = $1 AND r.document = $2 AND r.seq > $3 ORDER BY r.seq LIMIT $4`,
    [school, document, after, limit],
  )
  const before = after === 0 ? chainStart : lines[0]?.before
  return before ? linked(lines.map(toRow), before) : []
}

/** All entries of documents, each log in its order. */
export async function wholeLogs(
  { query }: Connection,
  school: number,
  documents: readonly number[],
): Promise<FoundEntry[]> {
  const lines = await query<Line>(
    `SELECT ${columnsOf('r')} FROM row r
     WHERE r.school = $1 AND r.document = ANY ($2::bigint[]) ORDER BY r.document, r.seq`,
    [school, documents],
  )
  return lines.map((line, index) => {
    const last = lines[index - 1]
    return toEntry(line, last?.document === line.document ? last.chain : chainStart)
  })
}

/** Entries about stretches of clocks, each once, each log in its order. */
export async function entriesAbout(
  { query }: Connection,
  school: number,
  stretches: readonly (Stretch & { document: number })[],
): Promise<FoundEntry[]> {
  if (stretches.length === 0) return []
  const lines = await query<Line & { previous: Buffer | null }>(
    `SELECT DISTINCT ON (r.document, r.seq) ${columnsOf('r')}, p.chain AS previous
     FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[]) AS s (document, client, first, stop)
     CROSS JOIN LATERAL (
       SELECT * FROM row c
       WHERE c.school = $1 AND c.document = s.document AND c.client = s.client AND c.carries AND c.clock < s.stop
         AND c.clock >= coalesce((
           SELECT max(b.clock) FROM row b
           WHERE b.school = $1 AND b.document = s.document AND b.client = s.client AND b.carries
             AND b.clock <= s.first), s.first)
       UNION ALL
       SELECT * FROM row c
       WHERE c.school = $1 AND c.document = s.document AND c.client = s.client AND NOT c.carries
         AND c.clock < s.stop
     ) r
     LEFT JOIN row p ON p.school = $1 AND p.document = r.document AND p.seq = r.seq - 1
     WHERE r.clock + r.length > s.first
     ORDER BY r.document, r.seq`,
    [school, ...columnsOfStretches(stretches)],
  )
  return lines.map((line) => toEntry(line, line.previous ?? chainStart))
}

function columnsOfStretches(stretches: readonly (Stretch & { document: number })[]): number[][] {
  return [
    stretches.map(({ document }) => document),
    stretches.map(({ client }) => client),
    stretches.map(({ clock }) => clock),
    stretches.map(({ clock, length }) => clock + length),
  ]
}

/** Where rows begin beyond the first missing clock of writers, and how long they are. */
export function rowsBeyond(
  { query }: Connection,
  school: number,
  writers: readonly { document: number; client: ClientId; next: number }[],
): Promise<{ document: number; client: ClientId; clock: number; length: number }[]> {
  return query(
    `SELECT r.document, r.client, r.clock, r.length
     FROM unnest($2::bigint[], $3::bigint[], $4::bigint[]) AS w (document, client, next)
     JOIN row r ON r.school = $1 AND r.document = w.document AND r.client = w.client AND r.carries
       AND r.clock > w.next`,
    [
      school,
      writers.map(({ document }) => document),
      writers.map(({ client }) => client),
      writers.map(({ next }) => next),
    ],
  )
}

/** Entries that hold facts of these keys, and others whose key is the same by chance. */
export async function entriesOfFacts(
  { query }: Connection,
  school: number,
  wanted: readonly { document: number; key: number }[],
): Promise<Pick<StoredRow, 'elements'>[]> {
  if (wanted.length === 0) return []
  return query(
    `SELECT r.elements FROM row r
     WHERE r.school = $1 AND (r.document, r.seq) IN (
       SELECT f.document, f.seq FROM fact_index f
       JOIN unnest($2::bigint[], $3::bigint[]) AS w (document, key) ON f.document = w.document AND f.key = w.key
       WHERE f.school = $1)
     ORDER BY r.document, r.seq`,
    [school, wanted.map(({ document }) => document), wanted.map(({ key }) => key)],
  )
}

/** Entries that a school's changes after `since`, up to `until`, appended, each log in its order. */
export async function entriesOfChanges(
  { query }: Connection,
  school: number,
  since: number,
  until: number,
): Promise<(FoundEntry & { name: DocumentId })[]> {
  const lines = await query<Line & { name: DocumentId; previous: Buffer | null }>(
    `SELECT ${columnsOf('r')}, d.name, p.chain AS previous FROM row r
     JOIN document d ON d.school = $1 AND d.number = r.document
     LEFT JOIN row p ON p.school = $1 AND p.document = r.document AND p.seq = r.seq - 1
     WHERE r.school = $1 AND r.change > $2 AND r.change <= $3 ORDER BY r.document, r.seq`,
    [school, since, until],
  )
  return lines.map(({ name, previous, ...line }) => ({ ...toEntry(line, previous ?? chainStart), name }))
}
