import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { DexieStore } from '../../src/device/dexie-store.ts'
import { OpenDocument } from '../../src/device/open-document.ts'
import { createDataKey } from '../../src/device/seal.ts'
import { entity, lessonKey } from '../../src/domain/ledger/documents.ts'
import type { Element, Entry } from '../../src/domain/ledger/fact.ts'
import { isFact } from '../../src/domain/ledger/fact.ts'
import { Fold } from '../../src/domain/ledger/fold.ts'
import { anna, freshUser, header, journal, receipt, row, tablet, until } from './ledger-samples.ts'

const lesson = lessonKey('2026-02-03', 1)
const markOf = (pupil: string, value: Entry['value']): Entry => ({
  entity: entity.mark(lesson, '', pupil),
  attribute: 'mark',
  value,
})
const topic = (value: string): Entry => ({
  entity: entity.lesson(lesson),
  attribute: 'lesson.topic',
  value,
})
const author = { user: anna, device: tablet, app: 'test', now: Date.now }
const stores: DexieStore[] = []
const { key } = await createDataKey('123456')

async function disk() {
  const user = freshUser()
  return () => {
    const store = new DexieStore(user, key)
    stores.push(store)
    return store
  }
}
afterEach(() => {
  for (const store of stores.splice(0)) store.close()
})

/** Lets IndexedDB itself fail on every write, as a full disk does, until the returned function is called. */
function fillDisk(): () => void {
  const { add, put } = IDBObjectStore.prototype
  const full = () => {
    throw new DOMException('no space', 'QuotaExceededError')
  }
  IDBObjectStore.prototype.add = full
  IDBObjectStore.prototype.put = full
  return () => {
    IDBObjectStore.prototype.add = add
    IDBObjectStore.prototype.put = put
  }
}

test('ROW1: an entry shows at once, and is on disk when the promise resolves', async () => {
  const tab = await disk()
  const document = await OpenDocument.open(journal, tab(), author)
  const before = document.version
  const written = document.assert([markOf('p1', '5')])
  expect(document.fold.value(entity.mark(lesson, '', 'p1'), 'mark')).toBe('5')
  expect(document.version).toBeGreaterThan(before)
  expect(document.unsaved).toBe(true)
  const [id] = await written
  expect(document.unsaved).toBe(false)
  const other = await OpenDocument.open(journal, tab(), author)
  expect(other.fold.fact(id!)).toMatchObject({ value: '5', waiting: true })
})

test('ROW2: the header goes with the first fact; who only reads leaves no writer', async () => {
  const tab = await disk()
  const store = tab()
  const document = await OpenDocument.open(journal, store, author)
  await document.assert([])
  expect((await store.load(journal)).rows).toEqual([])
  await document.assert([markOf('p1', '5')])
  await document.assert([markOf('p2', '4')])
  const { rows } = await store.load(journal)
  const { client, doc } = document.session
  expect(rows.map((r) => [r.client, r.clock, r.elements.length])).toEqual([
    [client, 0, 2],
    [client, 2, 1],
  ])
  expect(rows[0]!.elements[0]).toEqual({ user: anna, device: tablet, app: 'test' })
  expect(doc.getArray(String(client)).toArray()).toEqual(rows.flatMap((r) => r.elements))
})

test('ROW3: a fact names all heads; what changes nothing writes nothing; strings are well-formed', async () => {
  const tab = await disk()
  const store = tab()
  const document = await OpenDocument.open(journal, store, author)
  const [first] = await document.assert([topic('Дроби')])
  expect(await document.assert([topic('Дроби')])).toEqual([])
  expect(await document.assert([markOf('p1', null)])).toEqual([])
  const [second, third] = await document.assert([topic('Дроби \ud83d'), topic('Доли')])
  const facts = (await store.load(journal)).rows.flatMap(({ elements }) => elements).filter(isFact)
  expect(facts.map(([id, , , value, supersedes]) => [id, value, supersedes])).toEqual([
    [first, 'Дроби', undefined],
    [second, 'Дроби \ufffd', [first]],
    [third, 'Доли', [second]],
  ])
})

test('ROW3: an entry outside the schema throws, and nothing of the batch is entered', async () => {
  const tab = await disk()
  const document = await OpenDocument.open(journal, tab(), author)
  expect(() => document.assert([markOf('p1', '5'), markOf('p2', '6')])).toThrow('malformed')
  expect(() => document.assert([{ entity: 'school', attribute: 'school', value: null }])).toThrow('belong')
  expect(document.fold.version).toBe(0)
})

test('ROW1: taps in quick succession come to disk in order and without a hole', async () => {
  const tab = await disk()
  const store = tab()
  const document = await OpenDocument.open(journal, store, author)
  const values = ['5', '4', '3', '2', '1', null, '5', '4'] as const
  await Promise.all(values.map((value) => document.assert([markOf('p1', value)])))
  const { rows } = await store.load(journal)
  let end = 0
  for (const { clock, elements } of rows) {
    expect(clock).toBe(end)
    end += elements.length
  }
  const stored = rows.flatMap(({ elements }) => elements).filter(isFact)
  expect(stored.map(([, , , value]) => value)).toEqual(values)
  expect(await store.hasHoles(journal)).toBe(false)
})

test('STORE5: a full disk is shown, nothing is lost, and all is written in order once there is room', async () => {
  const tab = await disk()
  const store = tab()
  const document = await OpenDocument.open(journal, store, author)
  await document.assert([markOf('p1', '5')])
  const makeRoom = fillDisk()
  let written: Promise<unknown>[]
  try {
    written = [document.assert([markOf('p2', '4')]), document.assert([markOf('p3', '3')])]
    await until(() => document.state.kind === 'failing', 'the failing state')
    expect(document.state).toMatchObject({ why: expect.stringContaining('кончилось место') })
    written.push(document.assert([markOf('p4', '2')]))
    expect(document.fold.value(entity.mark(lesson, '', 'p4'), 'mark')).toBe('2')
    expect((await store.load(journal)).rows).toHaveLength(1)
  } finally {
    makeRoom()
  }
  await Promise.all(written)
  expect(document.state).toEqual({ kind: 'ready' })
  const facts = (await store.load(journal)).rows.flatMap(({ elements }) => elements).filter(isFact)
  expect(facts.map(([, , , value]) => value)).toEqual(['5', '4', '3', '2'])
  expect(await store.hasHoles(journal)).toBe(false)
})

test('STORE5: a database closed by the browser is opened again', async () => {
  const tab = await disk()
  const store = tab()
  const document = await OpenDocument.open(journal, store, author)
  store.database.close()
  await document.assert([markOf('p1', '5')])
  expect((await store.load(journal)).rows).toHaveLength(1)
})

test('STORE9: what another tab enters or receives is folded without asking', async () => {
  const tab = await disk()
  const [here, there] = [tab(), tab()]
  const document = await OpenDocument.open(journal, here, author)
  const other = await OpenDocument.open(journal, there, author)
  const [id] = await other.assert([markOf('p1', '5')])
  await until(() => document.fold.fact(id!) !== undefined, 'the fact in the other tab')
  expect(document.session.client).not.toBe(other.session.client)

  const mine = receipt(other.session.client, 0, 2, 5_000)
  const foreign = { receipt: receipt(77, 0, 3), elements: row(77, 0, 2).elements }
  await there.receive(journal, {
    entries: [{ receipt: mine, elements: null }, foreign],
    expected: null,
    cursor: { incarnation: 'i', seq: 2, chain: '2'.padStart(16, '0') },
  })
  await until(() => document.fold.header(77) !== undefined, 'the foreign row')
  expect(document.fold.fact(id!)).toMatchObject({ waiting: false, receipt: { receivedAt: 5_000 } })
  await until(() => other.fold.fact(id!)?.waiting === false, 'the receipt at its author')
  expect(document.takeUncarried().map(({ client }) => client)).toEqual([other.session.client, 77])
  expect(document.takeUncarried()).toEqual([])
})

test('STORE9: what comes while a document is being opened is not missed', async () => {
  const tab = await disk()
  const [here, there] = [tab(), tab()]
  await here.append(
    journal,
    Array.from({ length: 60 }, (_, i) => row(100 + i, 0, 1)),
    0,
  )
  const opening = OpenDocument.open(journal, here, author)
  for (let i = 0; i < 20; i++) await there.append(journal, [row(10 + i, 0, 1)], 0)
  const document = await opening
  await until(() => document.fold.header(29) !== undefined, 'the last row')
  for (let i = 0; i < 20; i++) expect(document.fold.header(10 + i)).toBeDefined()
})

test('ROW4: each opening writes under a clientID of its own', async () => {
  const tab = await disk()
  const store = tab()
  const clients = new Set<number>()
  for (let i = 0; i < 5; i++) {
    const document = await OpenDocument.open(journal, store, author)
    await document.assert([markOf(`p${i}`, '5')])
    clients.add(document.session.client)
    expect(document.session.client).toBe(document.session.doc.clientID)
    await document.close()
  }
  expect(clients.size).toBe(5)
})

test('ROW3: ids come after ids seen from elsewhere, but follow no clock beyond what the relay vouches for', async () => {
  const tab = await disk()
  const store = tab()
  const ahead = Date.now() + 60_000
  const monthAhead = Date.now() + 30 * 86_400_000
  const near = row(77, 0, 1, ahead)
  const far = row(78, 0, 1, monthAhead)
  await store.receive(journal, {
    entries: [
      { receipt: receipt(77, 0, 2, Date.now()), elements: near.elements },
      { receipt: receipt(78, 0, 2, Date.now()), elements: far.elements },
    ],
    expected: null,
    cursor: { incarnation: 'i', seq: 2, chain: '2'.padStart(16, '0') },
  })
  const document = await OpenDocument.open(journal, store, author)
  const [id] = await document.assert([markOf('p1', '5')])
  const idOf = (element: Element | undefined) => (element && isFact(element) ? element[0] : '')
  expect(id! > idOf(near.elements[1])).toBe(true)
  expect(id! < idOf(far.elements[1])).toBe(true)
})

test('STORE8: at load, facts behind a missing clock stand under a fresh writer, with the same ids', async () => {
  const tab = await disk()
  const store = tab()
  await store.append(journal, [row(7, 0, 1)], 0)
  await store.append(journal, [row(7, 5, 2)], 0)
  const lost = row(7, 5, 2)
    .elements.filter(isFact)
    .map(([id]) => id)
  const document = await OpenDocument.open(journal, store, author)
  const { rows } = await store.load(journal)
  expect(rows[0]).toEqual(row(7, 0, 1))
  expect(rows[1]).toMatchObject({ clock: 0, elements: [header, ...row(7, 5, 2).elements] })
  expect(rows[1]!.client).not.toBe(document.session.client)
  for (const id of lost) expect(document.fold.fact(id)).toMatchObject({ waiting: true })
})

test('STORE7: after a refusal every tab starts a new session, and loses nothing on the way to disk', async () => {
  const tab = await disk()
  const [here, there] = [tab(), tab()]
  const document = await OpenDocument.open(journal, here, author)
  const other = await OpenDocument.open(journal, there, author)
  const [good, bad] = await document.assert([markOf('p1', '5'), markOf('p2', '4')])
  const [foreign] = await other.assert([markOf('p3', '3')])
  const sessions = [document.session, other.session]

  const onTheWay = document.assert([markOf('p4', '2')])
  await here.rebuild(journal, { kind: 'refused', code: 'noRight', facts: [bad!] }, header, 4242)
  const [late] = await onTheWay
  await until(() => document.session !== sessions[0] && other.session !== sessions[1], 'new sessions')
  expect(document.session.doc).not.toBe(sessions[0]!.doc)

  const [after] = await document.assert([markOf('p5', '5')])
  await until(() => other.fold.fact(after!) !== undefined && other.fold.fact(late!) !== undefined)
  for (const { fold } of [document, other]) {
    for (const id of [good, foreign, late, after]) expect(fold.fact(id!)).toMatchObject({ waiting: true })
    expect(fold.fact(bad!)).toBeUndefined()
  }
  expect((await here.quarantine()).map(({ fact }) => fact[0])).toEqual([bad])
  expect(await here.hasHoles(journal)).toBe(false)
})

test('STORE7: whenever a rebuild strikes between taps, every fact typed is on disk once and without holes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('tap', 'wait', 'rebuild'), { maxLength: 12 }),
      async (steps) => {
        const store = (await disk())()
        const document = await OpenDocument.open(journal, store, author)
        const written: Promise<readonly string[]>[] = []
        const rebuilds: Promise<unknown>[] = []
        let pupil = 0
        for (const step of steps) {
          if (step === 'tap') written.push(document.assert([markOf(`p${pupil++}`, '5')]))
          else if (step === 'wait') await Promise.all(written)
          else {
            const cause = { kind: 'refused', code: 'foreignWriter', facts: [] } as const
            rebuilds.push(store.rebuild(journal, cause, header, 5_000 + rebuilds.length))
          }
        }
        const ids = (await Promise.all(written)).flat()
        await Promise.all(rebuilds)
        await document.flush()
        expect(await store.hasHoles(journal)).toBe(false)
        const { rows } = await store.load(journal)
        const fold = new Fold()
        for (const r of rows) fold.add(r)
        expect([...fold.fates()].map(({ id }) => id).sort()).toEqual([...ids].sort())
        await document.close()
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)
