import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { elementsHash } from '../../../server/store/row-hash.ts'
import type { NewEntry, RowStore } from '../../../server/store/row-store.ts'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import type { Element, Fact } from '../../../src/domain/ledger/fact.ts'
import { type DeviceId, factId, type UserId, writerSuffix } from '../../../src/domain/ledger/ids.ts'
import { emptyChain } from '../../../src/sync/frames.ts'

const journal = 'journal/2026-7a,russian' as DocumentId
const other = 'class/2026-7a' as DocumentId
const owner = { user: 'vera1' as UserId, device: 'dev1' as DeviceId }

function fact(client: number, clock: number, value = '5'): Fact {
  const id = factId(1_790_000_000_000 + clock, 0, writerSuffix({ ...owner, client }))
  return [id, `mark,2026-11-24,2,0,,p${clock}`, 'mark', value]
}

function entry(client: number, clock: number, length = 1, more: Partial<NewEntry> = {}): NewEntry {
  const elements: Element[] = Array.from({ length }, (_, index) =>
    clock + index === 0 ? { ...owner, app: '1' } : fact(client, clock + index),
  )
  return {
    receipt: {
      client,
      clock,
      length,
      author: owner.user,
      device: owner.device,
      as: 'assigned',
      times: [length, 1_790_000_000_000 + clock],
      verdict: 'ok',
      mac: 'aaaaaaaaaaaaaaaaaaaaaa',
    },
    elements,
    hash: elementsHash(elements),
    ...more,
  }
}

/** A store under test, and what only a test does with its database. */
export interface StoreUnderTest {
  store: RowStore
  /** Opens the same database again, as after a restart. */
  reopen(): RowStore
  /** Runs SQL that no relay runs. */
  tamper(sql: string): void
  close(): void
}

/** What every row store has to do. */
export function rowStoreContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`row store: ${name}`, () => {
    let under: StoreUnderTest
    let store: RowStore
    beforeEach(async () => {
      under = await make()
      store = under.store
    })
    afterEach(() => under.close())
    const append = (client: number, clock: number, length = 1, document = journal) =>
      store.transact(() => {
        if (!store.writer(document, client)) store.bind(document, client, owner)
        return store.append(document, entry(client, clock, length))
      })
    const sound = () => store.verify(() => null)

    test('appends to a log of each document, chained, and reads it back', () => {
      const first = append(1, 0, 2)
      const second = append(2, 0)
      append(1, 0, 1, other)
      expect([first.seq, second.seq]).toEqual([1, 2])
      expect(first.previousChain).toBe(emptyChain)
      expect(second.previousChain).toBe(first.chain)
      expect(store.head(journal)).toEqual({ seq: 2, chain: second.chain })
      expect(store.head('school' as DocumentId)).toEqual({ seq: 0, chain: emptyChain })
      expect(store.chainAt(journal, 1)).toBe(first.chain)
      expect(store.chainAt(journal, 3)).toBeUndefined()
      expect(store.entries(journal, 0, 10)).toEqual([first, second])
      expect(store.entries(journal, 1, 10)).toEqual([second])
      expect(store.entries(journal, 0, 1)).toEqual([first])
      expect([...store.receipts(journal)]).toEqual([first.receipt, second.receipt])
      expect(store.documents()).toEqual([other, journal])
      expect(store.documents('journal/')).toEqual([journal])
      expect(sound()).toEqual({ rows: 3 })
    })

    test('keeps everything over a restart, its incarnation too', () => {
      const appended = append(1, 0, 2)
      const again = under.reopen()
      expect(again.incarnation).toBe(store.incarnation)
      expect(again.entries(journal, 0, 10)).toEqual([appended])
      expect(again.writer(journal, 1)).toEqual({ ...owner, next: 2 })
    })

    test('a transaction that throws writes nothing', () => {
      append(1, 0)
      expect(() =>
        store.transact(() => {
          store.bind(other, 5, owner)
          store.append(other, entry(5, 0))
          store.append(journal, entry(1, 1))
          throw new Error('no')
        }),
      ).toThrow('no')
      expect(store.head(journal).seq).toBe(1)
      expect(store.documents()).toEqual([journal])
      expect(store.writer(other, 5)).toBeUndefined()
      append(5, 0, 1, other)
      expect(sound()).toEqual({ rows: 2 })
    })

    test('a client is bound once', () => {
      append(1, 0)
      expect(() => store.transact(() => store.bind(journal, 1, owner))).toThrow()
      expect(() => store.transact(() => store.append(journal, entry(9, 0)))).toThrow('not bound')
    })

    test.each([
      [0, 3],
      [0, 1],
      [1, 1],
      [2, 5],
    ])('elements at clock %i, %i long, overlap a row at 0, 3 long', (clock, length) => {
      append(1, 0, 3)
      expect(() => append(1, clock, length)).toThrow('overlap')
      expect(store.head(journal).seq).toBe(1)
    })

    test('what is known without a hole grows past what stood beyond the hole', () => {
      append(1, 0, 2)
      append(1, 4, 2)
      append(1, 6)
      expect(store.writer(journal, 1)?.next).toBe(2)
      expect(() => append(1, 2, 3)).toThrow('overlap')
      append(1, 2, 2)
      expect(store.writer(journal, 1)?.next).toBe(7)
    })

    test('receipts may repeat; entries about a stretch of clocks are found', () => {
      const [a, b] = [append(1, 0, 3), append(1, 3, 2)]
      const whole = entry(1, 2, 2)
      const again = store.transact(() => store.append(journal, { ...whole, elements: null }))
      expect(again).toMatchObject({ seq: 3, elements: null })
      expect(store.entriesOf(journal, 1, 0, 1)).toEqual([a])
      expect(store.entriesOf(journal, 1, 2, 4)).toEqual([a, b, again])
      expect(store.entriesOf(journal, 1, 4, 9)).toEqual([b])
      expect(store.entriesOf(journal, 1, 5, 9)).toEqual([])
      expect(store.writer(journal, 1)?.next).toBe(5)
      expect(sound()).toEqual({ rows: 3 })
    })

    test('a page of entries is cut by the size of its elements', () => {
      for (let clock = 0; clock < 6; clock++) append(1, clock)
      const size = JSON.stringify(entry(1, 1).elements).length
      expect(store.entries(journal, 1, 10, size * 2.5)).toHaveLength(2)
      expect(store.entries(journal, 1, 10, 1)).toHaveLength(1)
      expect(store.entries(journal, 1, 10, size * 100)).toHaveLength(5)
      expect(store.entries(journal, 1, 3, size * 100)).toHaveLength(3)
    })

    test('knows at which clocks a writer has elements', () => {
      append(1, 0, 2)
      append(1, 4, 2)
      const has = (from: number, to: number) => store.hasElements(journal, 1, from, to)
      expect([has(0, 1), has(1, 2), has(2, 4), has(3, 5), has(6, 9)]).toEqual([
        true,
        true,
        false,
        true,
        false,
      ])
    })

    test('facts are found by id inside their document', () => {
      append(1, 0, 3)
      expect(store.fact(journal, fact(1, 2)[0])).toEqual(fact(1, 2))
      expect(store.fact(journal, fact(1, 3)[0])).toBeUndefined()
      expect(store.fact(other, fact(1, 2)[0])).toBeUndefined()
    })

    test('policy records come back by document in log order', () => {
      for (const clock of [0, 1, 2]) {
        const { seq, receipt, elements } = append(1, clock)
        if (clock > 0)
          store.transact(() => store.addPolicyRecord(journal, seq, { receipt, fact: elements![0] as Fact }))
      }
      expect([...under.reopen().policyRecords()]).toEqual([
        { document: journal, receipt: entry(1, 1).receipt, fact: fact(1, 1) },
        { document: journal, receipt: entry(1, 2).receipt, fact: fact(1, 2) },
      ])
    })

    test.each([
      ['content', `UPDATE row SET elements = replace(elements, '"5"', '"4"') WHERE seq = 2`, 2],
      ['the time of a receipt', `UPDATE row SET times = '[1,1]' WHERE seq = 2`, 2],
      ['an author', `UPDATE row SET author = 'pavel' WHERE seq = 3`, 3],
      ['JSON', `UPDATE row SET elements = '[' WHERE seq = 1`, 1],
      ['a row missing in the middle', 'DELETE FROM row WHERE seq = 2', 3],
      ['rows missing at the end', 'DELETE FROM row WHERE seq > 1', 2],
    ])('verification names damage: %s', (_, sql, seq) => {
      for (const clock of [0, 1, 2]) append(1, clock)
      expect(sound()).toEqual({ rows: 3 })
      under.tamper(sql)
      expect(sound()).toMatchObject({ document: journal, seq })
    })

    test('erased text leaves the chain whole', () => {
      for (const clock of [0, 1, 2]) append(1, clock)
      under.tamper('UPDATE row SET elements = NULL WHERE seq = 2')
      expect(sound()).toEqual({ rows: 3 })
      expect(store.entries(journal, 1, 1)).toMatchObject([{ seq: 2, elements: null }])
    })

    test('verification asks what else is wrong', () => {
      append(1, 0)
      append(1, 1)
      expect(store.verify((document, { seq }) => (seq === 2 ? `${document}!` : null))).toEqual({
        document: journal,
        seq: 2,
        why: `${journal}!`,
      })
    })
  })
}
