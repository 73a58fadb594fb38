import { Dexie } from 'dexie'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { ClientId } from '../domain/ledger/ids.ts'

/** Writers that are looked up one by one. */
const fewClients = 8

/** Records of a document that these writers made, in a table with the index `[document+client+clock]`. */
export async function ofClients<R extends { client: ClientId; clock: number; end: number }>(
  table: Dexie.Table<R, number>,
  document: DocumentId,
  clients: ReadonlySet<ClientId>,
): Promise<R[]> {
  const of = table.where('[document+client+clock]')
  if (clients.size > fewClients) {
    // A first download names hundreds of writers: one reading of the document is cheaper than so many look-ups.
    const all = await of.between([document, Dexie.minKey], [document, Dexie.maxKey]).toArray()
    return all.filter(({ client }) => clients.has(client))
  }
  const found = await Promise.all(
    [...clients].map((client) =>
      table
        .where('[document+client+clock]')
        .between([document, client, Dexie.minKey], [document, client, Dexie.maxKey])
        .toArray(),
    ),
  )
  return found.flat()
}
