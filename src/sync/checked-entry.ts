import type { ReceivedEntry } from '../device/store.ts'
import type { DocumentId } from '../domain/ledger/documents.ts'
import { type Element, isErased, parseCarriedFact, parseErased, parseHeader } from '../domain/ledger/fact.ts'
import type { Entry } from './frames.ts'

/** Elements from the relay, parsed before anything folds them; an attribute newer than this app is carried along. Throws on others. */
export function checked({ receipt, elements }: Entry, document: DocumentId): ReceivedEntry {
  elements?.forEach((element: Element, index) => {
    const parsed = parsedElement(element, receipt.clock + index)
    if (!parsed.ok) throw new Error(`${document}, writer ${receipt.client}: ${parsed.why}`)
  })
  if (elements && elements.length !== receipt.length)
    throw new Error(
      `${document}, writer ${receipt.client}: ${elements.length} elements, ${receipt.length} receipted`,
    )
  return { receipt, elements }
}

function parsedElement(element: Element, clock: number) {
  if (clock === 0) return parseHeader(element)
  return typeof element === 'object' && element !== null && isErased(element)
    ? parseErased(element)
    : parseCarriedFact(element)
}
