import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { isFact } from '../../src/domain/ledger/fact.ts'
import { factTime, relayUser, type UserId } from '../../src/domain/ledger/ids.ts'
import { elementReceipts } from '../../src/domain/ledger/receipt.ts'
import { staffTitle } from '../../src/domain/school/titles.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Relay } from '../relay/relay.ts'
import type { Verified } from '../relay/verify-store.ts'
import { elementHash } from '../store/row-hash.ts'
import type { Evidence, EvidenceEntry } from './evidence-text.ts'

/** What is asked about one cell. */
export interface CellAsked {
  document: DocumentId
  /** As the statement repeats it. */
  asked: Record<string, unknown>
  /** Whether an entity of the document is of the cell. */
  isOfCell: (entity: string) => boolean
}

/**
 * Everything that the relay received about one cell, in the order received: who, when, on which device, with which
 * receipt, and what proves it. `verified`: what a walk over the log has found; `made`: ms since 1970.
 */
export async function cellEvidence(
  { relay, accounts }: { relay: Relay; accounts: Accounts },
  { document, asked, isOfCell }: CellAsked,
  verified: Verified,
  made: number,
): Promise<Evidence> {
  const { school } = relay.policy()
  const entries: EvidenceEntry[] = []
  for (const { seq, chain, previousChain, receipt, elements, hash } of await relay.logOf(document))
    for (const [index, element] of (elements ?? []).entries()) {
      if (!isFact(element) || !isOfCell(element[1])) continue
      const device = await accounts.devices.find(receipt.author, receipt.device)
      const [id, entity, attribute, value, supersedes = []] = element
      entries.push({
        seq,
        fact: { id, entity, attribute, value, supersedes },
        madeAt: new Date(factTime(id)).toISOString(),
        receivedAt: new Date(elementReceipts(receipt)[index]!.receivedAt).toISOString(),
        author: { user: receipt.author, name: await authorName(receipt.author), as: receipt.as },
        device: { id: receipt.device, name: device?.name ?? '' },
        verdict: receipt.verdict,
        ...(receipt.reason ? { reason: receipt.reason } : {}),
        receipt,
        index,
        elementHashes: elements!.map((one) => elementHash(one).toString('hex')),
        rowHash: Buffer.from(hash).toString('hex'),
        chain,
        previousChain,
      })
    }
  return {
    school: school.profile?.name ?? '',
    document,
    asked,
    made: new Date(made).toISOString(),
    timezone: school.profile?.timezone ?? '',
    log: verified.ok
      ? { whole: true, rows: verified.rows }
      : { whole: false, why: `${verified.document}, ${verified.seq}: ${verified.why}` },
    entries,
  }

  async function authorName(user: UserId): Promise<string> {
    if (user === relayUser) return 'сервер'
    const person = school.people.get(user)
    if (person !== undefined) return staffTitle(school, person)
    return (await accounts.store.byUser(user))?.login ?? 'импорт'
  }
}
