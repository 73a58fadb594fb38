import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Fact } from '../../src/domain/ledger/fact.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import type { Connection } from './postgres-database.ts'
import { entriesOfChanges, type FoundEntry } from './postgres-rows.ts'
import type { News, PolicyRecord } from './row-store.ts'

/** What a school's changes after `since`, up to `until`, appended; policy may be told of earlier than entries, and again. */
export async function readNews(
  connection: Connection,
  school: number,
  since: number,
  until: number,
): Promise<News> {
  const found = await entriesOfChanges(connection, school, since, until)
  // What is said again with its elements was erased in part.
  const all = found.some(({ carries, entry }) => !carries && entry.elements !== null)
  return {
    batches: batchesOf(found),
    policy: { all, records: await readPolicy(connection, school, all ? 0 : since) },
  }
}

/** Policy records of a school's changes after `since`, by document in log order. */
export async function readPolicy(
  { query }: Connection,
  school: number,
  since: number,
): Promise<PolicyRecord[]> {
  const lines = await query<{ name: DocumentId; receipt: string; fact: string | null }>(
    `SELECT d.name, p.receipt, p.fact FROM policy_fact p
     JOIN document d ON d.school = $1 AND d.number = p.document
     WHERE p.school = $1 AND p.change > $2 ORDER BY p.document, p.seq, p.clock`,
    [school, since],
  )
  return lines.map(({ name, receipt, fact }) => ({
    document: name,
    receipt: JSON.parse(receipt) as Receipt,
    fact: fact === null ? null : (JSON.parse(fact) as Fact),
  }))
}

function batchesOf(found: readonly (FoundEntry & { name: DocumentId })[]): News['batches'] {
  const batches = new Map<DocumentId, News['batches'][number]>()
  for (const { name, entry } of found) {
    const batch = batches.get(name)
    if (batch) batch.entries.push(entry)
    else batches.set(name, { document: name, entries: [entry] })
  }
  return [...batches.values()]
}
