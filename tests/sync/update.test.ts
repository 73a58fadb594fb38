import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type CarriedRun, decodeUpdate, encodeUpdate } from '../../src/sync/update.ts'

const element = fc.oneof(
  fc.tuple(fc.string(), fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
  fc.record(
    {
      user: fc.string(),
      device: fc.string(),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    },
    { noNullPrototype: true },
  ),
)
const writers = fc.uniqueArray(
  fc.record({
    client: fc.integer({ min: 1, max: 0xffffffff }),
    pushes: fc.array(fc.array(element, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 5, selector: ({ client }) => client },
)

/** The document that Yjs itself makes of writers pushing to their own arrays, in turn. */
function yjsDocument(sessions: { client: number; pushes: unknown[][] }[]): Y.Doc {
  const all = new Y.Doc()
  for (const { client, pushes } of sessions) {
    const doc = new Y.Doc()
    doc.clientID = client
    for (const push of pushes) doc.getArray(String(client)).push(push)
    Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
  }
  return all
}

test('ROW5: an update is byte for byte what Yjs writes', () => {
  fc.assert(
    fc.property(writers, (sessions) => {
      const runs = sessions.flatMap(({ client, pushes }) => {
        let clock = 0
        return pushes.map((elements) => {
          const run = { client, clock, elements }
          clock += elements.length
          return run
        })
      })
      expect(encodeUpdate(runs)).toEqual(Y.encodeStateAsUpdate(yjsDocument(sessions)))
    }),
  )
})

test('ROW5: an update from any state vector is byte for byte what Yjs writes, and adds up to the document', () => {
  fc.assert(
    fc.property(writers, fc.infiniteStream(fc.nat(12)), (sessions, cuts) => {
      const known = new Map<number, number>()
      const before: CarriedRun[] = []
      const runs: CarriedRun[] = []
      for (const { client, pushes } of sessions) {
        const elements = pushes.flat()
        const cut = Math.min(cuts.next().value!, elements.length)
        if (cut > 0) {
          known.set(client, cut)
          before.push({ client, clock: 0, elements: elements.slice(0, cut) })
        }
        if (cut < elements.length) runs.push({ client, clock: cut, elements: elements.slice(cut) })
      }
      const document = yjsDocument(sessions)
      const update = encodeUpdate(runs)
      expect(update).toEqual(Y.encodeStateAsUpdate(document, Y.encodeStateVector(known)))
      const replica = new Y.Doc()
      Y.applyUpdate(replica, encodeUpdate(before))
      Y.applyUpdate(replica, update)
      expect(Y.encodeStateAsUpdate(replica)).toEqual(Y.encodeStateAsUpdate(document))
    }),
  )
})

test('ROW5: what is encoded decodes to the same runs, with touching ones joined', () => {
  fc.assert(
    fc.property(writers, fc.nat(5), (sessions, clock) => {
      const runs = sessions.map(({ client, pushes }) => ({ client, clock, elements: pushes.flat() }))
      const decoded = decodeUpdate(encodeUpdate(runs))
      expect(decoded).toEqual({ ok: true, runs: [...runs].sort((a, b) => b.client - a.client) })
    }),
  )
})

test('ROW5: no bytes make the decoder throw or hang', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(typeof decodeUpdate(bytes).ok).toBe('boolean')
    }),
  )
  const good = encodeUpdate([{ client: 7, clock: 0, elements: [['a', 'b', 'c', 1]] }])
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), (at, byte) => {
      const changed = good.slice()
      changed[at] = byte
      expect(typeof decodeUpdate(changed).ok).toBe('boolean')
    }),
  )
})

const refusals: [what: string, fault: string, act: (doc: Y.Doc) => void][] = [
  ['another root', 'foreignRoot', (doc) => doc.getArray('else').push([['a']])],
  [
    'a second root',
    'foreignOrigin',
    (doc) =>
      push(doc)
        .doc?.getArray('else')
        .push([['a']]),
  ],
  ['a deleted fact', 'foreignContent', (doc) => push(doc).delete(0)],
  ['a text', 'foreignContent', (doc) => doc.getText('7').insert(0, 'x')],
  ['bytes', 'foreignContent', (doc) => doc.getArray('7').push([new Uint8Array(3)])],
  ['a nested type', 'foreignContent', (doc) => doc.getArray('7').push([new Y.Map()])],
  ['a map entry', 'foreignOrigin', (doc) => doc.getMap('7').set('key', 1)],
  ['an insertion at the front', 'foreignOrigin', (doc) => push(doc).insert(0, [['c']])],
]

function push(doc: Y.Doc): Y.Array<unknown> {
  const own = doc.getArray('7')
  own.push([['a'], ['b']])
  return own
}

for (const [what, fault, act] of refusals)
  test(`ROW5: ${what} is refused as ${fault}`, () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    act(doc)
    expect(decodeUpdate(Y.encodeStateAsUpdate(doc))).toEqual({ ok: false, fault })
  })

test('ROW5: a delete set alone is refused', () => {
  const doc = new Y.Doc()
  doc.clientID = 7
  const own = push(doc)
  const before = Y.encodeStateVector(doc)
  own.delete(1)
  expect(decodeUpdate(Y.encodeStateAsUpdate(doc, before))).toEqual({ ok: false, fault: 'deleteSet' })
})

test('ROW5: a push behind another writer, a skip, and too many writers are refused', () => {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getArray('7').push([['a']])
  const other = new Y.Doc()
  other.clientID = 8
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.getArray('7').push([['b']])
  expect(decodeUpdate(Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))).toEqual({
    ok: false,
    fault: 'foreignOrigin',
  })
  const holed = encodeUpdate([
    { client: 7, clock: 0, elements: [1] },
    { client: 7, clock: 3, elements: [2] },
  ])
  expect(decodeUpdate(holed)).toEqual({ ok: false, fault: 'collectedOrSkipped' })
  const crowd = Array.from({ length: 257 }, (_, i) => ({ client: i + 1, clock: 0, elements: [1] }))
  expect(decodeUpdate(encodeUpdate(crowd))).toEqual({ ok: false, fault: 'tooManyClients' })
})
