import type { JournalKey } from '../../src/domain/ledger/documents.ts'
import { seven } from '../server/relay/school.ts'

/** The journal that a client of the facts bench writes in: each has its own. */
export function journalOf(client: number): JournalKey {
  return { class: seven, subject: `subject-${client}` }
}
