import { randomUUID } from 'node:crypto'
import type { Authenticated } from '../../../server/relay/authenticated.ts'
import type { RelayKeys } from '../../../server/relay/keys.ts'
import { isGenuine } from '../../../server/relay/mac.ts'
import { foldDocument } from '../../../server/relay/own-facts.ts'
import type { RelayNode } from '../../../server/relay/relay-node.ts'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import type { Fold } from '../../../src/domain/ledger/fold.ts'
import { sharedDatabase } from '../../postgres/databases.ts'
import { keys, startNode, tokenOf } from '../../postgres/test-node.ts'
import { type Person, tuesday } from './school.ts'
import { startRelay, type TestRelay } from './test-relay.ts'

/** A relay under tests that hold for every engine: on PostgreSQL where the run has one, else on SQLite. */
export interface AnyRelay {
  relay: RelayNode
  keys: RelayKeys
  url: string
  clock: { now: number }
  lines: string[]
  token(person: Person, more?: Partial<Authenticated>): string
  foldOf(document: DocumentId): Promise<Fold>
  documents(prefix: string): Promise<DocumentId[]>
  /** Whether every log is whole, chained and signed. */
  isSound(): Promise<boolean>
  /** Stops it and starts it anew on what it stored. */
  again(): Promise<AnyRelay>
  stop(): Promise<void>
}

export async function startAnyRelay(): Promise<AnyRelay> {
  const address = sharedDatabase()
  return address === undefined
    ? onSqlite(await startRelay())
    : onPostgres(address, randomUUID(), { now: tuesday })
}

function onSqlite(under: TestRelay): AnyRelay {
  const { relay } = under
  return {
    ...under,
    foldOf: async (document) => relay.foldOf(document),
    documents: async (prefix) => relay.documents(prefix),
    isSound: async () => relay.verify().ok,
    async again() {
      await under.stop()
      return onSqlite(await startRelay(under.folder, under.clock))
    },
  }
}

/** A school among those of the tests before. */
async function onPostgres(address: string, school: string, clock: { now: number }): Promise<AnyRelay> {
  const lines: string[] = []
  const node = await startNode(address, school, clock, lines)
  const { store } = node
  return {
    ...node,
    keys,
    clock,
    lines,
    token: (person, more = {}) => tokenOf({ ...person, expires: clock.now + 15 * 60_000, ...more }),
    async foldOf(document) {
      const log = await store.entries(document, 0, 100_000)
      return foldDocument({ entries: (_, after, limit) => log.slice(after, after + limit) }, document)
    },
    documents: (prefix) => store.documents(prefix),
    async isSound() {
      const found = await store.verify((document, { receipt, hash }) =>
        isGenuine(keys, document, receipt, hash) ? null : 'unsigned',
      )
      return 'rows' in found
    },
    async again() {
      await node.stop()
      return onPostgres(address, school, clock)
    },
  }
}
