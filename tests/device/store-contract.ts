import { expect, test } from 'vitest'
import type { DeviceStore } from '../../src/device/store.ts'
import { isFact } from '../../src/domain/ledger/fact.ts'
import type { Cursor } from '../../src/domain/ledger/receipt.ts'
import { header, journal, otherJournal, receipt, row, until } from './ledger-samples.ts'

const at = (seq: number, incarnation = 'inc'): Cursor => ({
  incarnation,
  seq,
  chain: String(seq).padStart(16, '0'),
})

/** What every device store promises; `open` gives a store on an empty disk, `reopen` the same disk in another tab. */
export function storeContract(open: () => Promise<{ store: DeviceStore; reopen: () => DeviceStore }>): void {
  test('STORE1: appended rows are there for another tab, in order', async () => {
    const { store, reopen } = await open()
    await store.append(journal, [row(7, 0, 1)], 0)
    await store.append(journal, [row(7, 2, 2)], 0)
    const other = reopen()
    expect((await other.load(journal)).rows).toEqual([row(7, 0, 1), row(7, 2, 2)])
    expect((await other.load(otherJournal)).rows).toEqual([])
    expect(await other.documents()).toEqual([journal])
    other.close()
    store.close()
  })

  test('STORE3: waiting is what no receipt covers, in facts and since when', async () => {
    const { store } = await open()
    expect(await store.waiting()).toEqual({ facts: 0, since: null })
    await store.append(journal, [row(7, 0, 3, 500)], 0)
    await store.append(otherJournal, [row(8, 0, 2, 400)], 0)
    expect(await store.waiting()).toEqual({ facts: 5, since: 401 })
    expect((await store.waitingDocuments()).sort()).toEqual([journal, otherJournal])

    // The header and one fact are receipted: two facts of the row still wait.
    await store.receive(journal, {
      entries: [{ receipt: receipt(7, 0, 2), elements: null }],
      expected: null,
      cursor: at(1),
    })
    expect(await store.waiting()).toEqual({ facts: 4, since: 401 })
    expect(await store.waitingSpans(journal)).toEqual([{ client: 7, clock: 2, end: 4 }])
    const [left] = await store.waitingRows(journal, 1_000)
    expect(left).toEqual({ client: 7, clock: 2, elements: row(7, 0, 3, 500).elements.slice(2) })

    await store.receive(journal, {
      entries: [{ receipt: receipt(7, 2, 2), elements: null }],
      expected: at(1),
      cursor: at(2),
    })
    expect(await store.waitingRows(journal, 1_000)).toEqual([])
    expect(await store.waiting()).toEqual({ facts: 2, since: 401 })
    store.close()
  })

  test('STORE2: rows, receipts and cursor come together, and only behind the expected cursor', async () => {
    const { store, reopen } = await open()
    const other = reopen()
    const first = { entries: [{ receipt: receipt(9, 0, 3), elements: row(9, 0, 2).elements }] }
    const [a, b] = await Promise.all([
      store.receive(journal, { ...first, expected: null, cursor: at(1) }),
      other.receive(journal, { ...first, expected: null, cursor: at(1) }),
    ])
    expect([a.kind, b.kind].sort()).toEqual(['moved', 'stored'])
    expect(await store.receive(journal, { entries: [], expected: at(2), cursor: at(3) })).toEqual({
      kind: 'moved',
      cursor: at(1),
    })
    const loaded = await store.load(journal)
    expect(loaded.rows).toEqual([row(9, 0, 2)])
    expect(loaded.receipts).toEqual([receipt(9, 0, 3)])
    expect(await other.cursor(journal)).toEqual(at(1))
    other.close()
    store.close()
  })

  test('STORE4: the same again stores nothing new; overlaps are trimmed; a receipt of nothing known is reported', async () => {
    const { store } = await open()
    const entry = { receipt: receipt(9, 0, 3), elements: row(9, 0, 2).elements }
    await store.receive(journal, { entries: [entry, entry], expected: null, cursor: at(1) })
    const longer = { receipt: receipt(9, 0, 5, 3_000), elements: row(9, 0, 4).elements }
    await store.receive(journal, { entries: [entry, longer], expected: at(1), cursor: at(2) })
    const { rows, receipts } = await store.load(journal)
    expect(rows.map(({ clock, elements }) => [clock, elements.length])).toEqual([
      [0, 3],
      [3, 2],
    ])
    expect(receipts).toEqual([entry.receipt, longer.receipt])

    const unknown = { receipt: receipt(10, 0, 1), elements: null }
    expect(await store.receive(journal, { entries: [unknown], expected: at(2), cursor: at(3) })).toEqual({
      kind: 'missing',
    })
    expect(await store.cursor(journal)).toEqual(at(2))
    store.close()
  })

  test('STORE9: a change tells this tab and others, and what is new can be read from a position', async () => {
    const { store, reopen } = await open()
    const other = reopen()
    const heard: string[] = []
    const here: string[] = []
    other.watch((documents) => heard.push(...documents))
    store.watch((documents) => here.push(...documents))
    const { position } = await other.load(journal)
    await store.append(journal, [row(7, 0, 1)], 0)
    await store.append(journal, [row(8, 0, 1)], 0)
    await until(() => heard.length === 2 && here.length === 2, 'word from the other tab')
    const news = await other.loadSince(journal, position, 8)
    expect(news.rows).toEqual([row(7, 0, 1)])
    expect((await other.loadSince(journal, news.position, 8)).rows).toEqual([])
    other.close()
    store.close()
  })

  test('STORE7: a rebuild quarantines the named facts and offers the others under the fresh writer', async () => {
    const { store } = await open()
    await store.append(journal, [row(7, 0, 4)], 0)
    await store.append(journal, [row(8, 0, 1)], 0)
    await store.receive(journal, {
      entries: [{ receipt: receipt(7, 0, 2), elements: null }],
      expected: null,
      cursor: at(1),
    })
    const facts = row(7, 0, 4).elements.filter(isFact)
    const bad = facts[2]![0]
    const cause = { kind: 'refused', code: 'noRight', facts: [bad] } as const
    expect(await store.rebuild(journal, cause, header, 99)).toEqual({ offered: 3, quarantined: 1 })

    const { rows, epoch } = await store.load(journal)
    const offered = [facts[1], facts[3], row(8, 0, 1).elements[1]]
    expect(rows).toContainEqual({ client: 99, clock: 0, elements: [header, ...offered] })
    expect(rows).toContainEqual({ client: 7, clock: 0, elements: row(7, 0, 1).elements })
    expect(rows).toHaveLength(2)
    expect(await store.waiting()).toMatchObject({ facts: 3 })
    const [held] = await store.quarantine()
    expect(held).toMatchObject({ document: journal, fact: facts[2], code: 'noRight' })

    expect(epoch).toBe(1)
    expect(await store.append(journal, [row(7, 5, 1)], 0)).toBe(false)
    expect((await store.load(journal)).rows).toHaveLength(2)
    await store.release([bad])
    expect(await store.quarantine()).toEqual([])
    store.close()
  })

  test('STORE8: only what stands behind a missing clock is offered anew', async () => {
    const { store } = await open()
    await store.append(journal, [row(7, 0, 1)], 0)
    await store.append(journal, [row(8, 0, 1)], 0)
    expect(await store.hasHoles(journal)).toBe(false)
    expect(await store.rebuild(journal, { kind: 'holes' }, header, 99)).toEqual({
      offered: 0,
      quarantined: 0,
    })
    await store.append(journal, [row(7, 4, 2)], 0)
    expect(await store.hasHoles(journal)).toBe(true)
    expect(await store.rebuild(journal, { kind: 'holes' }, header, 99)).toEqual({
      offered: 2,
      quarantined: 0,
    })
    expect(await store.hasHoles(journal)).toBe(false)
    expect((await store.load(journal)).rows).toEqual([
      row(7, 0, 1),
      row(8, 0, 1),
      { client: 99, clock: 0, elements: [header, ...row(7, 4, 2).elements] },
    ])
    store.close()
  })

  test('STORE4: a document of many rows loads the same again and again', async () => {
    const { store, reopen } = await open()
    const rows = Array.from({ length: 150 }, (_, i) => row(9, i === 0 ? 0 : i + 1, 1))
    let seq = 0
    for (const { clock, elements } of rows) {
      const entries = [{ receipt: receipt(9, clock, elements.length), elements }]
      await store.receive(journal, { entries, expected: seq === 0 ? null : at(seq), cursor: at(seq + 1) })
      seq++
    }
    const first = await store.load(journal)
    await store.append(journal, [row(7, 0, 1)], 0)
    const other = reopen()
    const second = await other.load(journal)
    expect(first.rows).toEqual(rows)
    expect(second.rows).toEqual([...rows, row(7, 0, 1)])
    expect(second.receipts).toEqual(first.receipts)
    expect(second.position.row).toBeGreaterThan(first.position.row)
    other.close()
    store.close()
  })

  test('SEAL1: small values are kept sealed', async () => {
    const { store, reopen } = await open()
    expect(await store.kept('tokens')).toBeUndefined()
    await store.keep('tokens', { refresh: 'r' })
    const other = reopen()
    expect(await other.kept('tokens')).toEqual({ refresh: 'r' })
    other.close()
    store.close()
  })
}
