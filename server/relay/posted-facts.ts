import { type DocumentId, readDocumentId } from '../../src/domain/ledger/documents.ts'
import { parseFact } from '../../src/domain/ledger/fact.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import type { RefusalCode } from '../../src/sync/frames.ts'
import { type Author, answer } from './answer.ts'
import { isSameFact } from './fact-check.ts'
import type { RelayLog } from './relay-log.ts'
import { freshClient } from './returned.ts'

/** What became of facts that came without a writer of their own. */
export type Posted = { ok: true } | { ok: false; code: RefusalCode; facts: FactId[] }

/**
 * Takes facts from somebody who keeps no document, inside a work of the group commit: under a fresh writer of his
 * device, by the same checks as any update, all or none. Those that stand already are as good as taken: a lost answer
 * costs one more try. `app`: what the writer's header names.
 */
export function takePosted(
  log: RelayLog,
  document: DocumentId,
  author: Author,
  facts: readonly unknown[],
  app: string,
): Posted {
  const name = readDocumentId(document)
  const fresh = facts.filter((raw) => {
    const parsed = name && parseFact(raw, name.kind)
    const known = parsed?.ok && log.store.fact(document, parsed.value[0])
    return !known || !isSameFact(known, parsed.value)
  })
  if (fresh.length === 0) return { ok: true }
  const { user, device } = author
  const client = freshClient(log.store, document)
  const elements = [{ user, device, app }, ...fresh]
  const found = answer(log, document, author, [{ client, clock: 0, elements }])
  if (found.kind === 'accepted') return { ok: true }
  return found.kind === 'refused'
    ? { ok: false, code: found.code, facts: found.facts }
    : { ok: false, code: 'malformed', facts: [] }
}
