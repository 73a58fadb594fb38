import type { Reads, RowStore, RowTransaction } from '../../../server/store/row-store.ts'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import type { ClientId } from '../../../src/domain/ledger/ids.ts'

/**
 * A row store that holds every work to what it said it reads: SQLite would let it read more, an engine that loads
 * beforehand has nothing else.
 */
export function declaredReads<T extends RowStore>(store: T): T {
  const checked = Object.create(store) as T
  checked.transact = (reads, work) => store.transact(reads, (rows) => work(declaredOnly(rows, reads)))
  return checked
}

function declaredOnly(rows: RowTransaction, reads: readonly Reads[]): RowTransaction {
  const fresh = new Set<string>()
  const about = (document: DocumentId) => reads.filter((read) => read.document === document)
  const check = (document: DocumentId, declared: (read: Reads) => boolean, what: string) => {
    if (!about(document).some((read) => read.whole || declared(read)))
      throw new Error(`a work reads what it did not say: ${what} of ${document}`)
  }
  const checkClocks = (document: DocumentId, client: ClientId, from: number, to: number) => {
    if (fresh.has(`${document} ${client}`)) return
    const covers = ({ stretches = [] }: Reads) =>
      stretches.some((it) => it.client === client && it.clock <= from && to <= it.clock + it.length)
    check(document, covers, `clocks ${from} to ${to} of ${client}`)
  }
  return {
    head(document) {
      check(document, () => true, 'the head')
      return rows.head(document)
    },
    entries(document, after, limit) {
      check(document, () => false, 'entries')
      return rows.entries(document, after, limit)
    },
    writer(document, client) {
      const isNamed = ({ stretches = [] }: Reads) => stretches.some((it) => it.client === client)
      if (!fresh.has(`${document} ${client}`)) check(document, isNamed, `writer ${client}`)
      return rows.writer(document, client)
    },
    freshClient(document) {
      check(document, () => true, 'a fresh client')
      const client = rows.freshClient(document)
      fresh.add(`${document} ${client}`)
      return client
    },
    hasElements(document, client, from, to) {
      checkClocks(document, client, from, to)
      return rows.hasElements(document, client, from, to)
    },
    entriesOf(document, client, from, to) {
      checkClocks(document, client, from, to)
      return rows.entriesOf(document, client, from, to)
    },
    fact(document, id) {
      check(document, ({ facts = [] }) => facts.includes(id), `fact ${id}`)
      return rows.fact(document, id)
    },
    bind(document, client, owner) {
      check(document, () => true, 'a writer')
      rows.bind(document, client, owner)
    },
    append(document, entry, carries) {
      const { client, clock, length } = entry.receipt
      checkClocks(document, client, clock, clock + length)
      return rows.append(document, entry, carries)
    },
    replace(document, seq, elements, clocks) {
      check(document, () => false, 'an entry')
      rows.replace(document, seq, elements, clocks)
    },
    addPolicyRecord: (document, seq, record) => rows.addPolicyRecord(document, seq, record),
  }
}
