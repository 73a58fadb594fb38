import type { ValueOf } from '../ledger/attributes.ts'
import type { HybridClock } from '../ledger/clock.ts'
import { entity } from '../ledger/documents.ts'
import type { Fact, Json } from '../ledger/fact.ts'

/** What one says in a thread under an id of its own. */
type Saying = 'letter' | 'expected' | 'correction'

/**
 * The fact by which somebody says something new in a thread, in the name of `person`; its entity is named after the
 * fact, so that two phones without a line never say the same thing.
 */
export function saying<A extends Saying>(
  clock: HybridClock,
  person: string,
  attribute: A,
  value: ValueOf<A>,
): Fact {
  const id = clock.next()
  return [id, entity[attribute](person, id), attribute, value as Json]
}
