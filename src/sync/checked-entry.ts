import type { ReceivedEntry } from '../device/store.ts'
import type { DocumentId } from '../domain/ledger/documents.ts'
import { type Element, parseCarriedFact, parseHeader } from '../domain/ledger/fact.ts'
import type { Entry } from './frames.ts'

/** Elements from the relay, parsed before anything folds them; an attribute newer than this app is carried along. Throws on others. */
export function checked({ receipt, elements }: Entry, document: DocumentId): ReceivedEntry {
  elements?.forEach((element: Element, index) => {
    const parsed = receipt.clock + index === 0 ? parseHeader(element) : parseCarriedFact(element)
    if (!parsed.ok) throw new Error(`${document}, writer ${receipt.client}: ${parsed.why}`)
  })
  if (elements && elements.length !== receipt.length)
    throw new Error(
      `${document}, writer ${receipt.client}: ${elements.length} elements, ${receipt.length} receipted`,
    )
  return { receipt, elements }
}
