import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, isFact } from '../../src/domain/ledger/fact.ts'
import type { ClientId, FactId } from '../../src/domain/ledger/ids.ts'
import { type Loaded, LoadedDocument, nothingLoaded } from './loaded-document.ts'
import type { Connection } from './postgres-database.ts'
import { type DocumentLine, entriesAbout, entriesOfFacts, rowsBeyond, wholeLogs } from './postgres-rows.ts'
import { factKey } from './row-hash.ts'
import type { Reads, StoredWriter } from './row-store.ts'

/** A document that has a line. */
type Standing = Loaded & { number: number }

/** Locks the heads of the documents that works read, and loads what they said of them. */
export async function loadDocuments(
  connection: Connection,
  school: number,
  reads: readonly Reads[],
): Promise<Map<DocumentId, LoadedDocument>> {
  const all = gather(reads)
  const standing = await lockHeads(connection, school, all)
  if (standing.length > 0) {
    await loadWriters(connection, school, standing)
    await loadEntries(connection, school, standing)
    await loadFacts(connection, school, standing)
  }
  return new Map([...all].map(([name, loaded]) => [name, new LoadedDocument(name, loaded)]))
}

/** What several works read of a document is read once. */
function gather(reads: readonly Reads[]): Map<DocumentId, Loaded> {
  const all = new Map<DocumentId, Loaded>()
  for (const { document, stretches = [], facts = [], whole = false } of reads) {
    const loaded = all.get(document) ?? nothingLoaded()
    all.set(document, loaded)
    loaded.whole ||= whole
    loaded.stretches.push(...stretches)
    for (const id of facts) loaded.ids.add(id)
  }
  return all
}

async function lockHeads(
  { query }: Connection,
  school: number,
  all: ReadonlyMap<DocumentId, Loaded>,
): Promise<Standing[]> {
  const lines = await query<DocumentLine>(
    `SELECT number, name, seq, chain FROM document WHERE school = $1 AND name = ANY ($2::text[])
     ORDER BY number FOR UPDATE`,
    [school, [...all.keys()]],
  )
  return lines.map(({ number, name, seq, chain }) => Object.assign(all.get(name)!, { number, seq, chain }))
}

async function loadWriters(
  connection: Connection,
  school: number,
  standing: readonly Standing[],
): Promise<void> {
  const named = standing.flatMap(({ number, stretches }) =>
    stretches.map(({ client }) => ({ number, client })),
  )
  const lines = await connection.query<StoredWriter & { document: number; client: ClientId }>(
    `SELECT document, client, "user", device, next FROM writer
     WHERE school = $1 AND (document = ANY ($2::bigint[])
       OR (document, client) IN (SELECT * FROM unnest($3::bigint[], $4::bigint[])))`,
    [
      school,
      standing.filter(({ whole }) => whole).map(({ number }) => number),
      named.map(({ number }) => number),
      named.map(({ client }) => client),
    ],
  )
  const byNumber = new Map(standing.map((loaded) => [loaded.number, loaded]))
  for (const { document, client, user, device, next } of lines)
    byNumber.get(document)!.writers.set(client, { user, device, next })
  const partly = lines.filter(({ document }) => !byNumber.get(document)!.whole)
  if (partly.length === 0) return
  for (const { document, client, clock, length } of await rowsBeyond(connection, school, partly)) {
    const { beyond } = byNumber.get(document)!
    const known = beyond.get(client) ?? new Map<number, number>()
    beyond.set(client, known.set(clock, length))
  }
}

async function loadEntries(
  connection: Connection,
  school: number,
  standing: readonly Standing[],
): Promise<void> {
  const byNumber = new Map(standing.map((loaded) => [loaded.number, loaded]))
  const whole = standing.filter((loaded) => loaded.whole).map(({ number }) => number)
  const stretches = standing
    .filter((loaded) => !loaded.whole)
    .flatMap((loaded) => loaded.stretches.map((stretch) => ({ ...stretch, document: loaded.number })))
    // Of a client that no writer is nothing stands.
    .filter(({ document, client }) => byNumber.get(document)!.writers.has(client))
  const found = [
    ...(whole.length > 0 ? await wholeLogs(connection, school, whole) : []),
    ...(await entriesAbout(connection, school, stretches)),
  ]
  for (const { document, ...loaded } of found) byNumber.get(document)!.entries.push(loaded)
}

async function loadFacts(
  connection: Connection,
  school: number,
  standing: readonly Standing[],
): Promise<void> {
  for (const loaded of standing) {
    if (loaded.whole)
      for (const { entry, carries } of loaded.entries)
        if (carries) keepFacts(loaded, entry.elements, () => true)
  }
  const partly = standing.filter(({ whole }) => !whole)
  for (const loaded of partly) {
    const wanted = [...loaded.ids].map((id) => ({ document: loaded.number, key: factKey(id) }))
    for (const { elements } of await entriesOfFacts(connection, school, wanted))
      if (elements !== null) keepFacts(loaded, JSON.parse(elements) as Element[], (id) => loaded.ids.has(id))
  }
}

/** The first in log order counts. */
function keepFacts(
  { facts }: Loaded,
  elements: readonly Element[] | null,
  isWanted: (id: FactId) => boolean,
): void {
  for (const element of elements ?? [])
    if (isFact(element) && !facts.has(element[0]) && isWanted(element[0])) facts.set(element[0], element)
}
