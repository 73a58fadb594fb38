import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Row } from '../domain/ledger/receipt.ts'
import type { PersonSession } from './person-session.ts'
import type { QuarantinedFact } from './store.ts'

/** Everything of a person that is on this device alone. */
export interface Unsent {
  format: 'parta-unsent'
  user: string
  device: string
  name: string
  school: string
  /** ISO time. */
  at: string
  /** Rows without a receipt. */
  documents: { document: DocumentId; rows: readonly Row[] }[]
  quarantine: readonly QuarantinedFact[]
}

/** Collects, in the open, what waits for the relay and what stands in quarantine, so that a person can carry it away. */
export async function collectUnsent(
  session: Pick<PersonSession, 'user' | 'device' | 'profile' | 'store' | 'now'>,
): Promise<Unsent> {
  const { store, user, device, profile } = session
  const documents: Unsent['documents'] = []
  for (const document of await store.waitingDocuments())
    documents.push({ document, rows: await store.waitingRows(document, Number.POSITIVE_INFINITY) })
  return {
    format: 'parta-unsent',
    user,
    device,
    name: profile.name,
    school: profile.school.name,
    at: new Date(session.now()).toISOString(),
    documents,
    quarantine: await store.quarantine(),
  }
}
