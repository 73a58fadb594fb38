import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { elementsHash } from '../../../server/store/row-hash.ts'
import type { Awaitable, NewEntry, RowStore, RowTransaction } from '../../../server/store/row-store.ts'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import type { Element, Fact } from '../../../src/domain/ledger/fact.ts'
import { type DeviceId, factId, type UserId, writerSuffix } from '../../../src/domain/ledger/ids.ts'
import { emptyChain } from '../../../src/sync/frames.ts'

export const journal = 'journal/2026-7a,russian' as DocumentId
export const other = 'class/2026-7a' as DocumentId
const school = 'school' as DocumentId
export const owner = { user: 'vera1' as UserId, device: 'dev1' as DeviceId }

export function fact(client: number, clock: number, value = '5'): Fact {
  const id = factId(1_790_000_000_000 + clock, 0, writerSuffix({ ...owner, client }))
  return [id, `mark,2026-11-24,2,0,,p${clock}`, 'mark', value]
}

export function entry(client: number, clock: number, length = 1, more: Partial<NewEntry> = {}): NewEntry {
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
  reopen(): Awaitable<RowStore>
  /** Runs SQL that no relay runs. */
  tamper(sql: string): Awaitable<unknown>
  close(): Awaitable<void>
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
      store.transact([{ document, stretches: [{ client, clock, length }] }], (rows) => {
        if (!rows.writer(document, client)) rows.bind(document, client, owner)
        return rows.append(document, entry(client, clock, length))
      })
    /** What a work sees of a document that it reads whole. */
    const seen = <T>(document: DocumentId, look: (rows: RowTransaction) => T) =>
      store.transact([{ document, whole: true }], look)
    const sound = () => store.verify(() => null)

    test('appends to a log of each document, chained, and reads it back', async () => {
      const first = await append(1, 0, 2)
      const second = await append(2, 0)
      await append(1, 0, 1, other)
      expect([first.seq, second.seq]).toEqual([1, 2])
      expect(first.previousChain).toBe(emptyChain)
      expect(second.previousChain).toBe(first.chain)
      expect(await seen(journal, (rows) => rows.head(journal))).toEqual({ seq: 2, chain: second.chain })
      expect(await seen(school, (rows) => rows.head(school))).toEqual({ seq: 0, chain: emptyChain })
      expect(await store.chainAt(journal, 1)).toBe(first.chain)
      expect(await store.chainAt(journal, 3)).toBeUndefined()
      expect(await store.entries(journal, 0, 10)).toEqual([first, second])
      expect(await store.entries(journal, 1, 10)).toEqual([second])
      expect(await store.entries(journal, 0, 1)).toEqual([first])
      expect([...(await store.receipts(journal))]).toEqual([first.receipt, second.receipt])
      expect(await store.documents()).toEqual([other, journal])
      expect(await store.documents('journal/')).toEqual([journal])
      expect(await sound()).toEqual({ rows: 3 })
    })

    test('keeps everything over a restart, its incarnation too', async () => {
      const appended = await append(1, 0, 2)
      const again = await under.reopen()
      expect(await again.incarnation).toBe(store.incarnation)
      expect(await again.entries(journal, 0, 10)).toEqual([appended])
      expect((await again.writers(journal)).get(1)).toEqual({ ...owner, next: 2 })
    })

    test('a transaction that throws writes nothing', async () => {
      await append(1, 0)
      const reads = [
        { document: other, stretches: [{ client: 5, clock: 0, length: 1 }] },
        { document: journal, stretches: [{ client: 1, clock: 1, length: 1 }] },
      ]
      const failing = store.transact(reads, (rows) => {
        rows.bind(other, 5, owner)
        rows.append(other, entry(5, 0))
        rows.append(journal, entry(1, 1))
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await store.entries(journal, 0, 10)).toHaveLength(1)
      expect(await store.documents()).toEqual([journal])
      expect((await store.writers(other)).size).toBe(0)
      await append(5, 0, 1, other)
      expect(await sound()).toEqual({ rows: 2 })
    })

    test('a client is bound once', async () => {
      await append(1, 0)
      await expect(seen(journal, (rows) => rows.bind(journal, 1, owner))).rejects.toThrow()
      await expect(seen(journal, (rows) => rows.append(journal, entry(9, 0)))).rejects.toThrow('not bound')
      expect(await sound()).toEqual({ rows: 1 })
    })

    test("a fresh client is nobody else's", async () => {
      await append(1, 0)
      const two = await seen(journal, (rows) =>
        [0, 1].map(() => {
          const client = rows.freshClient(journal)
          // Whoever got it may ask about it, though nobody could say before which it would be.
          expect(rows.writer(journal, client)).toBeUndefined()
          expect(rows.hasElements(journal, client, 0, 5)).toBe(false)
          rows.bind(journal, client, owner)
          return client
        }),
      )
      expect(new Set([1, ...two]).size).toBe(3)
      expect([...(await store.writers(journal)).keys()]).toEqual(expect.arrayContaining([1, ...two]))
    })

    test('a work sees what the works before it in its transaction wrote', async () => {
      await append(1, 0, 2)
      const [appended, looked] = await seen(journal, (rows) => [
        rows.append(journal, entry(1, 2, 2)),
        {
          head: rows.head(journal).seq,
          next: rows.writer(journal, 1)?.next,
          entries: rows.entries(journal, 1, 10),
          of: rows.entriesOf(journal, 1, 3, 4),
          has: rows.hasElements(journal, 1, 3, 4),
          fact: rows.fact(journal, fact(1, 3)[0]),
        },
      ])
      const after = { head: 2, next: 4, entries: [appended], of: [appended], has: true, fact: fact(1, 3) }
      expect(looked).toEqual(after)
    })

    test.each([
      [0, 3],
      [0, 1],
      [1, 1],
      [2, 5],
    ])('elements at clock %i, %i long, overlap a row at 0, 3 long', async (clock, length) => {
      await append(1, 0, 3)
      await expect(append(1, clock, length)).rejects.toThrow('overlap')
      expect(await store.entries(journal, 0, 10)).toHaveLength(1)
    })

    test('what is known without a hole grows past what stood beyond the hole', async () => {
      await append(1, 0, 2)
      await append(1, 4, 2)
      await append(1, 6)
      expect((await store.writers(journal)).get(1)?.next).toBe(2)
      await expect(append(1, 2, 3)).rejects.toThrow('overlap')
      await append(1, 2, 2)
      expect((await store.writers(journal)).get(1)?.next).toBe(7)
    })

    test('receipts may repeat; entries about a stretch of clocks are found', async () => {
      const [a, b] = [await append(1, 0, 3), await append(1, 3, 2)]
      const whole = entry(1, 2, 2)
      const again = await seen(journal, (rows) => rows.append(journal, { ...whole, elements: null }))
      expect(again).toMatchObject({ seq: 3, elements: null })
      expect(await store.entriesOf(journal, 1, 0, 1)).toEqual([a])
      expect(await store.entriesOf(journal, 1, 2, 4)).toEqual([a, b, again])
      expect(await store.entriesOf(journal, 1, 4, 9)).toEqual([b])
      expect(await store.entriesOf(journal, 1, 5, 9)).toEqual([])
      expect((await store.writers(journal)).get(1)?.next).toBe(5)
      expect(await sound()).toEqual({ rows: 3 })
    })

    test('a page of entries is cut by the size of its elements', async () => {
      for (let clock = 0; clock < 6; clock++) await append(1, clock)
      const size = JSON.stringify(entry(1, 1).elements).length
      expect(await store.kept(journal, 1, 10, size * 2.5)).toHaveLength(2)
      expect(await store.kept(journal, 1, 10, 1)).toHaveLength(1)
      expect(await store.kept(journal, 1, 10, size * 100)).toHaveLength(5)
      expect(await store.kept(journal, 1, 3, size * 100)).toHaveLength(3)
    })

    test('kept entries say what entries say', async () => {
      await append(1, 0, 3)
      await seen(journal, (rows) => rows.append(journal, { ...entry(1, 1, 2), elements: null }))
      const said = (await store.entries(journal, 0, 10)).map(({ receipt, seq, chain, elements }) => ({
        receipt,
        seq,
        chain,
        json: elements && JSON.stringify(elements),
      }))
      expect(said.map(({ json }) => json === null)).toEqual([false, true])
      expect(await store.kept(journal, 0, 10, 10_000)).toEqual(said)
    })

    test('knows at which clocks a writer has elements', async () => {
      await append(1, 0, 2)
      await append(1, 4, 2)
      const stretches = [
        [0, 1],
        [1, 2],
        [2, 4],
        [3, 5],
        [6, 9],
      ]
      const found = await seen(journal, (rows) =>
        stretches.map(([from, to]) => rows.hasElements(journal, 1, from!, to!)),
      )
      expect(found).toEqual([true, true, false, true, false])
    })

    test('facts are found by id inside their document', async () => {
      await append(1, 0, 3)
      const [known, unknown] = [fact(1, 2)[0], fact(1, 3)[0]]
      const found = (document: DocumentId) =>
        store.transact([{ document, facts: [known, unknown] }], (rows) =>
          [known, unknown].map((id) => rows.fact(document, id)),
        )
      expect(await found(journal)).toEqual([fact(1, 2), undefined])
      expect(await found(other)).toEqual([undefined, undefined])
    })

    test('policy records come back by document in log order', async () => {
      for (const clock of [0, 1, 2]) {
        const { seq, receipt, elements } = await append(1, clock)
        if (clock > 0)
          await seen(journal, (rows) =>
            rows.addPolicyRecord(journal, seq, { receipt, fact: elements![0] as Fact }),
          )
      }
      expect([...(await (await under.reopen()).policyRecords())]).toEqual([
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
    ])('verification names damage: %s', async (_, sql, seq) => {
      for (const clock of [0, 1, 2]) await append(1, clock)
      expect(await sound()).toEqual({ rows: 3 })
      await under.tamper(sql)
      expect(await sound()).toMatchObject({ document: journal, seq })
    })

    test('erased text leaves the chain whole', async () => {
      for (const clock of [0, 1, 2]) await append(1, clock)
      await under.tamper('UPDATE row SET elements = NULL WHERE seq = 2')
      expect(await sound()).toEqual({ rows: 3 })
      expect(await store.entries(journal, 1, 1)).toMatchObject([{ seq: 2, elements: null }])
    })

    test('verification asks what else is wrong', async () => {
      await append(1, 0)
      await append(1, 1)
      expect(await store.verify((document, { seq }) => (seq === 2 ? `${document}!` : null))).toEqual({
        document: journal,
        seq: 2,
        why: `${journal}!`,
      })
      await append(1, 0, 1, other)
      expect(await store.verify(() => null, undefined, other)).toEqual({ rows: 1 })
      expect(await store.verify((document) => document, undefined, other)).toMatchObject({ document: other })
    })
  })
}
