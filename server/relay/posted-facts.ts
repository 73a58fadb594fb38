import { type DocumentId, readDocumentId } from '../../src/domain/ledger/documents.ts'
import { parseFact } from '../../src/domain/ledger/fact.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import type { RefusalCode } from '../../src/sync/frames.ts'
import type { Reads } from '../store/row-store.ts'
import { type Author, answer, factIdsOf } from './answer.ts'
import { isSameFact } from './fact-check.ts'
import type { LogTransaction } from './relay-log.ts'

/** What became of facts that came without a writer of their own. */
export type Posted = { ok: true } | { ok: false; code: RefusalCode; facts: FactId[] }

/** What `takePosted` reads. */
export function readsOfPosted(document: DocumentId, facts: readonly unknown[]): Reads {
  return { document, facts: factIdsOf([{ elements: facts }]) }
}

/**
 * Takes facts from somebody who keeps no document: under a fresh writer of his
 * device, by the same checks as any update, all or none. Those that stand already are as good as taken: a lost answer
 * costs one more try. `app`: what the writer's header names.
 */
export function takePosted(
  log: LogTransaction,
  document: DocumentId,
  author: Author,
  facts: readonly unknown[],
  app: string,
): Posted {
  const name = readDocumentId(document)
  const fresh = facts.filter((raw) => {
    const parsed = name && parseFact(raw, name.kind)
    const known = parsed?.ok && log.rows.fact(document, parsed.value[0])
    return !known || !isSameFact(known, parsed.value)
  })
  if (fresh.length === 0) return { ok: true }
  const { user, device } = author
  const client = log.rows.freshClient(document)
  const elements = [{ user, device, app }, ...fresh]
  const found = answer(log, document, author, [{ client, clock: 0, elements }])
  if (found.kind === 'accepted') return { ok: true }
  return found.kind === 'refused'
    ? { ok: false, code: found.code, facts: found.facts }
    : { ok: false, code: 'malformed', facts: [] }
}
