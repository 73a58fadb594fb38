import type { AttributeName, ValueOf } from '../ledger/attributes.ts'
import { entity } from '../ledger/documents.ts'
import type { Fold } from '../ledger/fold.ts'
import type { FactId } from '../ledger/ids.ts'
import { by } from '../school/school-view.ts'

type Reading = Pick<Fold, 'value' | 'state' | 'entities' | 'heads'>

/** Something said in a thread. */
interface Said {
  /** Name of its entity. */
  id: string
  /** In whose name: a guardian's id, the pupil's, or `schoolVoice`. */
  person: string
  /** ms since 1970 when the relay received it; undefined while it waits on this device. */
  at: number | undefined
}

export type Letter = Said &
  ValueOf<'letter'> & {
    /** Those whose device has it, and those who have opened it, by the name they write in. */
    delivered: string[]
    read: string[]
  }

export type Answered<A extends 'expected' | 'correction'> = Said &
  ValueOf<A> & {
    answer: (ValueOf<`${A}.answer`> & { at: number | undefined }) | undefined
  }

export type Notices = ValueOf<'notices'> & { heads: FactId[] }

/** A `thread` document as it stands. */
export interface ThreadView {
  /** The latest last. */
  letters: Letter[]
  expected: Answered<'expected'>[]
  corrections: Answered<'correction'>[]
  /** Reports that were seen: by whom, of which days. */
  acknowledged: (Said & { of: { from: string; to: string } })[]
  /** Wishes by person, with the facts that a new wish supersedes. */
  notices: ReadonlyMap<string, Notices>
  /** Complaints about letters; `letter` is the name of the letter's entity. */
  abuse: (Said & { letter: string; text?: string | undefined })[]
}

/** Reads the correspondence about a pupil. */
export function readThread(fold: Reading): ThreadView {
  const readers = (attribute: 'letter.delivered' | 'letter.read') => {
    const found = new Map<string, string[]>()
    for (const name of [...fold.entities('reader')].sort()) {
      const [, person, letter, id] = name.split(',')
      if (fold.value(name, attribute) === undefined || letter === undefined || id === undefined) continue
      const of = entity.letter(letter, id)
      found.set(of, [...(found.get(of) ?? []), person!])
    }
    return found
  }
  const delivered = readers('letter.delivered')
  const read = readers('letter.read')
  const notices = new Map<string, Notices>()
  for (const name of fold.entities('notices')) {
    const wishes = fold.value(name, 'notices')
    if (wishes)
      notices.set(name.slice(entity.notices('').length), { ...wishes, heads: fold.heads(name, 'notices') })
  }
  return {
    letters: said(fold, 'letter', 'letter').map((letter) => ({
      ...letter,
      delivered: delivered.get(letter.id) ?? [],
      read: read.get(letter.id) ?? [],
    })),
    expected: answered(fold, 'expected'),
    corrections: answered(fold, 'correction'),
    acknowledged: said(fold, 'acknowledged', 'acknowledged').map(({ id, person, at }) => {
      const [, , first, last] = id.split(',')
      return { id, person, at, of: { from: first ?? '', to: last ?? '' } }
    }),
    notices,
    abuse: said(fold, 'abuse', 'abuse').map(({ id, person, at, text }) => {
      const [, , letter, own] = id.split(',')
      return { id, person, at, text, letter: entity.letter(letter ?? '', own ?? '') }
    }),
  }
}

function answered<A extends 'expected' | 'correction'>(fold: Reading, kind: A): Answered<A>[] {
  return said(fold, kind, kind).map((one) => {
    const name: `${A}.answer` = `${kind}.answer`
    const answer = fold.value(one.id, name) as ValueOf<`${A}.answer`> | undefined
    return { ...one, answer: answer && { ...answer, at: receivedAt(fold, one.id, name) } } as Answered<A>
  })
}

/** What stands of one attribute over the entities of a kind, the latest last; what waits is the latest. */
function said<A extends AttributeName>(fold: Reading, kind: string, attribute: A): (Said & ValueOf<A>)[] {
  const found: (Said & ValueOf<A>)[] = []
  for (const id of fold.entities(kind)) {
    const value = fold.value(id, attribute)
    if (value === undefined) continue
    const told = typeof value === 'object' ? value : {}
    const person = id.split(',')[1] ?? ''
    found.push({ ...told, id, person, at: receivedAt(fold, id, attribute) } as Said & ValueOf<A>)
  }
  const last = Number.MAX_SAFE_INTEGER
  return found.sort(by(({ at, id }) => `${String(at ?? last).padStart(16, '0')},${id}`))
}

function receivedAt(fold: Reading, name: string, attribute: string): number | undefined {
  return fold.state(name, attribute)?.shown?.receipt?.receivedAt
}
