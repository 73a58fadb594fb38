import { Dexie } from 'dexie'
import type { DocumentId } from '../domain/ledger/documents.ts'
import { type Fact, type Header, isFact } from '../domain/ledger/fact.ts'
import type { ClientId, FactId } from '../domain/ledger/ids.ts'
import type { Row } from '../domain/ledger/receipt.ts'
import type { Blobs } from './blobs.ts'
import type { PersonDatabase, RowRecord } from './database.ts'
import { cut, reach, SpanMap, spanOf, uncovered } from './runs.ts'
import type { RebuildCause, Rebuilt } from './store.ts'

/**
 * Offers unreceipted facts anew under a fresh writer, by fact id, and puts refused ones in quarantine
 * (ledger.md, 5 and 6). Clocks that have a receipt stay where they are. Reading and sealing outlive no transaction,
 * so the one that writes first makes sure that nothing moved meanwhile, else all is done again.
 */
export async function rebuild(
  database: PersonDatabase,
  blobs: Blobs,
  document: DocumentId,
  cause: RebuildCause,
  header: Header,
  client: ClientId,
): Promise<Rebuilt> {
  for (;;) {
    const before = await readWaiting(database, document)
    const taken = before.waiting.filter(
      ({ client, clock }) => cause.kind === 'refused' || clock > reach(before.held.of(client)),
    )
    const parts = await Promise.all(taken.map((record) => split(blobs, record, before.receipted)))
    const facts = new Map<FactId, Fact>()
    for (const row of parts.flatMap(({ waiting }) => waiting))
      for (const element of row.elements) if (isFact(element)) facts.set(element[0], element)
    if (facts.size === 0) return { offered: 0, quarantined: 0 }

    const named = new Set(cause.kind === 'refused' ? cause.facts : [])
    const refused = [...facts.values()].filter(([id]) => named.has(id))
    const offered = [...facts.values()].filter(([id]) => !named.has(id))
    const rows = await Promise.all([
      ...parts.flatMap(({ kept }) => kept.map((row) => blobs.sealRow(document, row, false))),
      ...(offered.length > 0
        ? [blobs.sealRow(document, { client, clock: 0, elements: [header, ...offered] }, true)]
        : []),
    ])
    const code = cause.kind === 'refused' ? cause.code : ''
    const quarantined = await Promise.all(
      refused.map((fact) => blobs.sealQuarantined({ document, fact, code, at: Date.now() })),
    )
    const done = await database.write(async () => {
      if ((await readWaiting(database, document)).state !== before.state) return false
      await database.rows.bulkDelete(taken.map(({ id }) => id!))
      await database.rows.bulkAdd(rows)
      await database.quarantine.bulkPut(quarantined)
      await database.snapshots.delete(document)
      const record = await database.documents.get(document)
      await database.documents.put({
        document,
        cursor: record?.cursor ?? null,
        epoch: (record?.epoch ?? 0) + 1,
      })
      return true
    })
    if (done) return { offered: offered.length, quarantined: refused.length }
  }
}

async function readWaiting(database: PersonDatabase, document: DocumentId) {
  const waiting = await database.rows
    .where('[document+since]')
    .between([document, Dexie.minKey], [document, Dexie.maxKey])
    .sortBy('id')
  const held = new SpanMap()
  const receipted = new SpanMap()
  for (const client of new Set(waiting.map((record) => record.client))) {
    const range = [
      [document, client, Dexie.minKey],
      [document, client, Dexie.maxKey],
    ] as const
    const index = '[document+client+clock]'
    for (const row of await database.rows
      .where(index)
      .between(...range)
      .toArray())
      held.add(client, row)
    for (const receipt of await database.receipts
      .where(index)
      .between(...range)
      .toArray())
      receipted.add(client, receipt)
  }
  // A receipt of part of a row changes its count of waiting facts, so ids and counts tell whether anything moved.
  const state = waiting.map(({ id, facts }) => `${id}:${facts}`).join()
  return { waiting, held, receipted, state }
}

async function split(
  blobs: Blobs,
  record: RowRecord,
  receipted: SpanMap,
): Promise<{ kept: Row[]; waiting: Row[] }> {
  const row = await blobs.openRow(record)
  const waiting = uncovered(spanOf(row), receipted.of(row.client))
  const kept = uncovered(spanOf(row), waiting)
  return { kept: kept.map((part) => cut(row, part)), waiting: waiting.map((part) => cut(row, part)) }
}
