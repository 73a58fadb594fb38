import type { ValueOf } from '../domain/ledger/attributes.ts'
import { entity, schoolVoice } from '../domain/ledger/documents.ts'
import type { Fact } from '../domain/ledger/fact.ts'
import type { FamilyThread } from '../domain/thread/family-thread.ts'
import type { Waiting } from './letters.ts'

/** How far what is on the phone alone has come; undefined for what the relay tells. */
type Fate = { waiting?: Waiting }
export type ShownLetter = FamilyThread['letters'][number] & Fate
export type ShownExpected = FamilyThread['expected'][number] & Fate
export type ShownCorrection = FamilyThread['corrections'][number] & Fate

export interface ShownThread {
  classTeacher: string | undefined
  letters: ShownLetter[]
  expected: ShownExpected[]
  corrections: ShownCorrection[]
  reports: FamilyThread['reports']
  notices: FamilyThread['notices']
}

/** The correspondence with what this phone has written and the relay has not told back yet. */
export function shownThread(
  thread: FamilyThread | undefined,
  waiting: readonly Waiting[],
  { pupil, person }: { pupil: string; person: string },
): ShownThread {
  const own = waiting.filter((item) => item.pupil === pupil)
  const facts = own.flatMap((item) => item.facts.map((fact) => ({ fact, item })))
  const valid = facts.filter(({ item }) => item.fate !== 'refused').map(({ fact }) => fact)
  const said = <T>(attribute: string): (T & { id: string; at: number; waiting: Waiting })[] =>
    facts
      .filter(({ fact }) => fact[2] === attribute)
      .map(({ fact: [, id, , value], item }) => ({ ...(value as T), id, at: item.at, waiting: item }))
  // What came back from the relay already is told from there.
  const joined = <T extends { id: string }>(told: readonly T[], added: readonly T[]) => [
    ...told,
    ...added.filter(({ id }) => !told.some((one) => one.id === id)),
  ]
  const has = (name: string, attribute: string) =>
    valid.some((fact: Fact) => fact[1] === name && fact[2] === attribute)
  const wish = valid.findLast((fact) => fact[2] === 'notices')
  return {
    classTeacher: thread?.classTeacher,
    letters: joined<ShownLetter>(
      thread?.letters ?? [],
      said<ValueOf<'letter'>>('letter').map((letter) => ({ ...letter, mine: true })),
    ).map((letter) => {
      const reader = entity.reader(person, schoolVoice, letter.id.split(',')[2] ?? '')
      return !letter.mine && has(reader, 'letter.read') ? { ...letter, read: true } : letter
    }),
    expected: joined<ShownExpected>(thread?.expected ?? [], said<ValueOf<'expected'>>('expected')),
    corrections: joined<ShownCorrection>(
      thread?.corrections ?? [],
      said<ValueOf<'correction'>>('correction'),
    ),
    reports: (thread?.reports ?? []).map((report) => {
      const seen = facts.find(
        ({ fact, item }) =>
          item.fate !== 'refused' && fact[1] === entity.acknowledged(person, report.from, report.to),
      )
      return seen && report.acknowledged === undefined ? { ...report, acknowledged: seen.item.at } : report
    }),
    notices: wish ? { ...(wish[3] as ValueOf<'notices'>), heads: [wish[0]] } : thread?.notices,
  }
}

/** Letters of the class teacher's that were not opened on any phone of this person. */
export function unreadLetters(thread: Pick<ShownThread, 'letters'>): ShownLetter[] {
  return thread.letters.filter(({ mine, read }) => !mine && !read)
}
