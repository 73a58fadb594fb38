import { type DocumentId, readDocumentId } from '../../src/domain/ledger/documents.ts'
import { mayRead, standing } from '../../src/domain/policy/access.ts'
import { actorOf } from './answer.ts'
import type { Authenticated } from './authenticated.ts'
import type { RelayLog } from './relay-log.ts'

/** What somebody may do with a document as things stand. */
export function accessOf(
  log: RelayLog,
  who: Authenticated,
  document: DocumentId,
): 'read' | 'deliver' | 'none' {
  const name = readDocumentId(document)
  if (!name) return 'none'
  const policy = log.policy.policy()
  const actor = actorOf(log, who)
  if (!who.deliverOnly && mayRead(policy, actor, document, log.policy.today())) return 'read'
  return standing(policy, actor, name) ? 'deliver' : 'none'
}
