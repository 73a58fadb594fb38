import type { ValueOf } from '../ledger/attributes.ts'
import { entity } from '../ledger/documents.ts'
import type { Entry } from '../ledger/fact.ts'
import type { Fold } from '../ledger/fold.ts'
import type { UserId } from '../ledger/ids.ts'
import { by } from '../school/school-view.ts'

/** A remark on how a journal is kept, with what became of it (clause 5.2.4). */
export interface Remark {
  id: string
  /** The day it was made. */
  date: string
  text: string
  /** Key of the lesson it is about. */
  lesson?: string | undefined
  author: UserId
  /** The teacher's note of fulfilment. */
  answer?: ValueOf<'remark.answer'> | undefined
  /** The day the office took it off. */
  closed?: string | undefined
}

/** Remarks of a journal by day and id. */
export function readRemarks(fold: Fold): Remark[] {
  const remarks: Remark[] = []
  for (const name of fold.entities('remark')) {
    const head = fold.state(name, 'remark')?.shown
    const remark = fold.value(name, 'remark')
    if (!head || !remark) continue
    remarks.push({
      ...remark,
      id: name.slice(entity.remark('').length),
      author: head.author,
      answer: fold.value(name, 'remark.answer'),
      closed: fold.value(name, 'remark.closed')?.date,
    })
  }
  return remarks.sort(by(({ date, id }) => `${date},${id}`))
}

/** Makes a remark; `id` is free text without commas that no other remark of the journal has. */
export function makeRemark(id: string, { date, text, lesson }: ValueOf<'remark'>): Entry {
  const value = lesson === undefined ? { date, text } : { date, text, lesson }
  return { entity: entity.remark(id), attribute: 'remark', value }
}

/** The teacher's note of fulfilment. */
export function answerRemark(id: string, value: ValueOf<'remark.answer'>): Entry {
  return { entity: entity.remark(id), attribute: 'remark.answer', value }
}

/** The office takes a remark off. */
export function closeRemark(id: string, date: string): Entry {
  return { entity: entity.remark(id), attribute: 'remark.closed', value: { date } }
}
