import type { DocumentId, DocumentKind } from '../../src/domain/ledger/documents.ts'
import { canonical, type Fact, type Json, parseFact } from '../../src/domain/ledger/fact.ts'
import { type FactId, factUser, isFactId, type UserId } from '../../src/domain/ledger/ids.ts'
import type { RefusalCode } from '../../src/sync/frames.ts'
import type { RowTransaction } from '../store/row-store.ts'

export type FactCheck = { ok: true; facts: Fact[] } | { ok: false; code: RefusalCode; faulty: FactId[] }

/**
 * Checks what a run carries after its header: facts of the attribute schema, coined by their author (a re-offer keeps
 * its id, so only the user in it counts), none under a known id with other content. All facts at fault are named.
 */
export function checkFacts(
  rows: RowTransaction,
  document: DocumentId,
  kind: DocumentKind,
  user: UserId,
  elements: readonly unknown[],
  seen: Map<FactId, Fact>,
): FactCheck {
  const facts: Fact[] = []
  const faulty: FactId[] = []
  let code: RefusalCode | undefined
  // A document without a row knows no fact: a year's first upload would ask for each of 1,400.
  const isNew = rows.head(document).seq === 0
  const known = (id: FactId) => seen.get(id) ?? (isNew ? undefined : rows.fact(document, id))
  for (const element of elements) {
    const found = faultOf(known, kind, user, element)
    if (typeof found !== 'string') {
      seen.set(found[0], found)
      facts.push(found)
      continue
    }
    code ??= found
    const id = Array.isArray(element) ? (element[0] as unknown) : undefined
    if (isFactId(id)) faulty.push(id)
  }
  return code === undefined ? { ok: true, facts } : { ok: false, code, faulty }
}

function faultOf(
  known: (id: FactId) => Fact | undefined,
  kind: DocumentKind,
  user: UserId,
  element: unknown,
): Fact | RefusalCode {
  const parsed = parseFact(element, kind)
  if (!parsed.ok) return 'malformedFact'
  const fact = parsed.value
  if (factUser(fact[0]) !== user) return 'foreignFact'
  const standing = known(fact[0])
  return standing && !isSameFact(standing, fact) ? 'otherContent' : fact
}

/** Whether two facts say the same. */
export function isSameFact(a: Fact, b: Fact): boolean {
  return canonical(a as unknown as Json) === canonical(b as unknown as Json)
}
