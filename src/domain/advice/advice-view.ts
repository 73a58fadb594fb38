import type { ValueOf } from '../ledger/attributes.ts'
import type { Fold } from '../ledger/fold.ts'
import type { SchoolView } from '../school/school-view.ts'

type Reading = Pick<Fold, 'value' | 'state' | 'entities'>

/** A question to the consultant. */
export type Advice = ValueOf<'advice'> & {
  /** Name of its entity. */
  id: string
  /** ms since 1970 when the relay received it; undefined while it waits on this device. */
  at: number | undefined
  answer: { text: string; at: number | undefined } | undefined
  /** The asker has read the answer. */
  seen: boolean
}

/** What somebody has asked, the latest first; what waits to be sent before all. */
export function readAdvice(fold: Reading): Advice[] {
  const received = (id: string, attribute: 'advice' | 'advice.answer') =>
    fold.state(id, attribute)?.shown?.receipt?.receivedAt
  const found: Advice[] = []
  for (const id of fold.entities('advice')) {
    const asked = fold.value(id, 'advice')
    if (!asked) continue
    const answer = fold.value(id, 'advice.answer')
    found.push({
      ...asked,
      id,
      at: received(id, 'advice'),
      answer: answer && { text: answer.text, at: received(id, 'advice.answer') },
      seen: fold.value(id, 'advice.seen') === true,
    })
  }
  const last = Number.MAX_SAFE_INTEGER
  return found.sort((a, b) => (b.at ?? last) - (a.at ?? last) || (a.id < b.id ? 1 : -1))
}

/** Whether somebody answers the school's questions: whom the office names, and the office itself. */
export function isConsultant(
  { consultant }: Pick<SchoolView, 'consultant'>,
  { person, office }: { person: string; office: boolean },
): boolean {
  return office || (person !== '' && consultant === person)
}
