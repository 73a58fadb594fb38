import type { ValueOf } from '../ledger/attributes.ts'
import type { Json } from '../ledger/fact.ts'
import { canonical, type Entry } from '../ledger/fact.ts'
import type { Fate, Fold, Head } from '../ledger/fold.ts'
import type { UserId } from '../ledger/ids.ts'
import { by } from '../school/school-view.ts'

/** A teacher's request to let a locked period of this journal be edited. */
export interface EditRequest {
  /** Name of its entity. */
  id: string
  author: UserId
  period: string
  text: string
  /** undefined: it waits for the office. */
  answer: ValueOf<'request.answer'> | undefined
}

/** Requests of a journal in the order of their writing by the relay's time, one that waits to be sent last. */
export function readRequests(fold: Fold): EditRequest[] {
  const found: { at: string; request: EditRequest }[] = []
  for (const id of fold.entities('request')) {
    const asked = fold.state(id, 'request')?.shown
    const request = fold.value(id, 'request')
    if (!asked || !request) continue
    const answer = fold.value(id, 'request.answer')
    found.push({ at: orderOf(asked), request: { id, author: asked.author, ...request, answer } })
  }
  return found.sort(by(({ at }) => at)).map(({ request }) => request)
}

const orderOf = ({ id, receipt }: Head) => `${String(receipt?.receivedAt ?? '9').padEnd(16, '0')},${id}`

/** The last request of a person about a period. */
export function lastRequest(fold: Fold, author: UserId, period: string): EditRequest | undefined {
  return readRequests(fold).findLast((request) => request.author === author && request.period === period)
}

/**
 * What did not count, written anew: of several values of one cell the last, and nothing that stands already. The
 * facts are given oldest first.
 */
export function resubmission(fold: Fold, voided: readonly Fate[]): Entry[] {
  const last = new Map(voided.map((fate) => [`${fate.entity} ${fate.attribute}`, fate]))
  return [...last.values()]
    .filter(({ entity, attribute, value }) => {
      const shown: Json = fold.state(entity, attribute)?.shown?.value ?? null
      return canonical(shown) !== canonical(value)
    })
    .map(({ entity, attribute, value }) => ({ entity, attribute: attribute as Entry['attribute'], value }))
}
