import 'fake-indexeddb/auto'
import { deflateRawSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { DexieStore } from '../../src/device/dexie-store.ts'
import { createDataKey } from '../../src/device/seal.ts'
import type { Fact } from '../../src/domain/ledger/fact.ts'
import { isFact } from '../../src/domain/ledger/fact.ts'
import type { Row } from '../../src/domain/ledger/receipt.ts'
import { Channel } from '../../src/sync/channel.ts'
import { updateSize } from '../../src/sync/delivery.ts'
import { type Address, type Entry, noChain, type RelayFrame } from '../../src/sync/frames.ts'
import { Line } from '../../src/sync/line.ts'
import { decodeUpdate } from '../../src/sync/update.ts'
import {
  freshUser,
  header,
  journal,
  mark,
  otherJournal,
  receipt,
  row,
  until,
} from '../device/ledger-samples.ts'
import { caughtUp, chainAt, FarEnd, ManualSchedule, rowsFrame } from './far-end.ts'

const { key } = await createDataKey('123456')
const ends: (() => void)[] = []
/** What a device says its cursors are of, where that is not what the one document's says. */
const claims = new Map<Line, string>()
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** One tab of a device: a store, a line and one channel, and the relay's end in the test's hand. */
function tab(user = freshUser(), document = journal) {
  const store = new DexieStore(user, key)
  const far = new FarEnd()
  const schedule = new ManualSchedule()
  const line: Line = new Line({
    url: 'wss://school/sync',
    socket: far.socket,
    tokens: {
      current: async () => ({ access: 'a', accessExpires: Number.MAX_SAFE_INTEGER }),
      renew: async () => ({ kind: 'noLine' }),
    },
    app: 'test',
    incarnation: async () => claims.get(line) ?? (await store.cursor(document))?.incarnation ?? '',
    schedule,
    random: () => 0,
  })
  const channel = new Channel({ document, store, line, schedule, header, onNews: () => {} })
  ends.push(() => {
    channel.close()
    line.stop()
    store.close()
  })
  return { user, store, far, line, channel, schedule }
}

/** Dials and gives the address of the first opening. */
async function connect({ line, far }: ReturnType<typeof tab>, incarnation = 'inc'): Promise<Address> {
  line.dial()
  await far.welcome(incarnation)
  return (await far.hear('open')).address
}

const entryOf = (r: Row, receivedAt = 2_000): Entry => ({
  receipt: receipt(r.client, r.clock, r.elements.length, receivedAt),
  elements: r.elements,
})
const receiptOf = (r: Row, receivedAt = 2_000): Entry => ({ ...entryOf(r, receivedAt), elements: null })

async function sent(far: FarEnd): Promise<Row[]> {
  const { frame } = await far.hear('update')
  const decoded = decodeUpdate(frame.update)
  if (!decoded.ok) throw new Error(decoded.fault)
  return decoded.runs as Row[]
}
const factsOf = (rows: readonly Row[]): Fact[] => rows.flatMap(({ elements }) => elements.filter(isFact))

test('SYNC1: a first opening asks for all, the next one from the stored cursor', async () => {
  const device = tab()
  const address = await connect(device)
  device.far.say(address, rowsFrame(0, 2, [entryOf(row(7, 0, 1))]))
  device.far.say(address, rowsFrame(2, 3, [entryOf(row(7, 2, 1))]))
  device.far.say(address, caughtUp(3))
  await until(() => device.channel.state.get() === 'caughtUp')
  expect((await device.store.load(journal)).rows).toEqual([row(7, 0, 1), row(7, 2, 1)])
  device.far.cut()
  device.line.dial()
  await device.far.welcome()
  const { address: later, frame } = await device.far.hear('open')
  expect(frame).toMatchObject({ document: journal, seq: 3, chain: chainAt(3) })
  expect(later.generation).toBeGreaterThan(address.generation)
  expect((await device.far.hear('hello')).frame.incarnation).toBe('inc')
})

test('SYNC1: a frame whose predecessor is not what came last is not stored; the document is asked again', async () => {
  const device = tab()
  const address = await connect(device)
  device.far.say(address, rowsFrame(0, 1, [entryOf(row(7, 0, 1))]))
  device.far.say(address, rowsFrame(2, 3, [entryOf(row(8, 0, 1))]))
  const again = await device.far.hear('open')
  expect(again.frame).toMatchObject({ seq: 1, chain: chainAt(1) })
  expect((await device.store.load(journal)).rows).toEqual([row(7, 0, 1)])

  // What belongs to the first opening is void now.
  device.far.say(address, rowsFrame(1, 2, [entryOf(row(9, 0, 1))]))
  device.far.say(again.address, rowsFrame(1, 2, [entryOf(row(8, 0, 1))]))
  await until(async () => (await device.store.cursor(journal))?.seq === 2)
  expect((await device.store.load(journal)).rows).toEqual([row(7, 0, 1), row(8, 0, 1)])
})

test('SYNC1: a document without a row is known to be empty, also after a restart and at a restored relay', async () => {
  const device = tab()
  const address = await connect(device)
  device.far.say(address, { kind: 'caughtUp' })
  await until(() => device.channel.state.get() === 'caughtUp')
  expect(await device.store.cursor(journal)).toMatchObject({ incarnation: 'inc', seq: 0 })

  const again = tab(device.user)
  const later = await connect(again, 'restored')
  again.far.say(later, rowsFrame(0, 2, [entryOf(row(7, 0, 1))]))
  again.far.say(later, caughtUp(2))
  await until(() => again.channel.state.get() === 'caughtUp')
  expect(await again.store.cursor(journal)).toMatchObject({ incarnation: 'restored', seq: 2 })
})

test('RELAY5: a bare caughtUp says that the cursor had it all; after rows it does not fit', async () => {
  const device = tab()
  const address = await connect(device)
  device.far.say(address, { kind: 'caughtUp' })
  await until(() => device.channel.state.get() === 'caughtUp')
  device.far.cut()
  device.line.dial()
  await device.far.welcome()
  const { address: later } = await device.far.hear('open')
  device.far.say(later, rowsFrame(0, 1, [entryOf(row(7, 0, 1))]))
  device.far.say(later, { kind: 'caughtUp' })
  expect((await device.far.hear('open')).frame).toMatchObject({ seq: 1 })
  expect(device.channel.state.get()).toBe('opening')
})

test('SYNC1: a caughtUp that does not fit what came asks again; endless disagreement is left for a while', async () => {
  const device = tab()
  let { generation, channel } = await connect(device)
  const first = generation
  for (let i = 0; i < 5; i++) {
    device.far.say({ generation, channel }, caughtUp(9))
    ;({ generation } = (await device.far.hear('open')).address)
  }
  device.far.say({ generation, channel }, caughtUp(9))
  await until(() => device.channel.state.get() === 'faulty')
  expect(generation).toBe(first + 5)
  for (let i = 0; i < 5; i++) {
    device.schedule.advance(12_000)
    device.far.say({ generation: 0, channel: 0 }, { kind: 'pong', time: 1 })
  }
  await device.far.hear('open')
  expect(device.far.dialled).toHaveLength(1)
})

test('SYNC8: packed rows are inflated', async () => {
  const device = tab()
  const address = await connect(device)
  const frame = rowsFrame(0, 1, [entryOf(row(7, 0, 30))]) as RelayFrame & { kind: 'rows' }
  const body = new Uint8Array(deflateRawSync(frame.body))
  expect(body.length).toBeLessThan(frame.body.length)
  device.far.say(address, { ...frame, packed: true, body })
  await until(async () => (await device.store.cursor(journal))?.seq === 1)
  expect((await device.store.load(journal)).rows).toEqual([row(7, 0, 30)])
})

test('STORE2, SYNC1: two tabs on lines of their own store everything once', async () => {
  const a = tab()
  const b = tab(a.user)
  const [atA, atB] = [await connect(a), await connect(b)]
  const entries = Array.from({ length: 6 }, (_, i) => entryOf(row(20 + i, 0, 1)))
  for (let i = 0; i < 6; i++) a.far.say(atA, rowsFrame(i, i + 1, [entries[i]!]))
  // The other tab's frames are cut elsewhere.
  for (let i = 0; i < 6; i += 3) b.far.say(atB, rowsFrame(i, i + 3, entries.slice(i, i + 3)))
  a.far.say(atA, caughtUp(6))
  b.far.say(atB, caughtUp(6))
  await until(() => [a, b].every(({ channel }) => channel.state.get() === 'caughtUp'), 'both tabs')
  const { rows, receipts } = await a.store.load(journal)
  expect(rows.map(({ client }) => client).sort()).toEqual([20, 21, 22, 23, 24, 25])
  expect(receipts).toHaveLength(6)
  expect((await b.store.cursor(journal))?.seq).toBe(6)
})

test('SYNC3: what waits goes up from the database, whichever session wrote it, without being asked', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 2)], 0)
  await device.store.append(otherJournal, [row(9, 0, 1)], 0)
  await device.store.append(journal, [row(8, 0, 1)], 0)
  const address = await connect(device)
  const rows = await sent(device.far)
  expect(rows).toEqual([row(8, 0, 1), row(7, 0, 2)])

  // One update is in flight; what another tab commits meanwhile follows after the receipts.
  const other = new DexieStore(device.user, key)
  ends.push(() => other.close())
  await other.append(journal, [row(7, 3, 1)], 0)
  device.far.say(address, rowsFrame(0, 2, [receiptOf(row(7, 0, 2))]))
  await until(async () => (await device.store.cursor(journal))?.seq === 2)
  expect(device.far.has('update')).toBe(false)
  device.far.say(address, rowsFrame(2, 3, [receiptOf(row(8, 0, 1))]))
  expect(await sent(device.far)).toEqual([row(7, 3, 1)])
  device.far.say(address, rowsFrame(3, 4, [receiptOf(row(7, 3, 1))]))
  await until(async () => (await device.store.waitingDocuments()).length === 1)
  expect(await device.store.waitingDocuments()).toEqual([otherJournal])
})

test('SYNC3: after a reconnection everything without a receipt is offered again', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 2)], 0)
  await connect(device)
  expect(await sent(device.far)).toEqual([row(7, 0, 2)])
  device.far.cut()
  await connect(device)
  expect(await sent(device.far)).toEqual([row(7, 0, 2)])
})

test('SYNC3: a large outbox is cut at fact boundaries', async () => {
  const device = tab()
  const long = Array.from({ length: 60 }, (_, i) => {
    const [id, entity] = mark(7, 1_000 + i)
    return [id, entity, 'mark.comment', 'очень '.repeat(400)] as const
  })
  await device.store.append(journal, [{ client: 7, clock: 0, elements: [header, ...long] }], 0)
  const address = await connect(device)
  let clock = 0
  let seq = 0
  while (clock < 61) {
    const [part] = await sent(device.far)
    expect(part!.clock).toBe(clock)
    expect(JSON.stringify(part!.elements).length).toBeLessThan(updateSize + 3_000)
    clock += part!.elements.length
    device.far.say(address, rowsFrame(seq, seq + 1, [receiptOf(part!)]))
    seq++
  }
  expect(seq).toBeGreaterThan(2)
  await until(async () => (await device.store.waiting()).facts === 0)
})

test('SYNC4: after a resync the rest goes from the named clock', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 2), row(7, 3, 2)], 0)
  const address = await connect(device)
  await sent(device.far)
  device.far.say(address, { kind: 'resync', have: [[7, 3]] })
  expect(await sent(device.far)).toEqual([row(7, 3, 2)])
})

test('SYNC4: a gap that this device cannot fill puts the facts behind it under another writer', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 4, 2)], 0)
  const address = await connect(device)
  await sent(device.far)
  device.far.say(address, { kind: 'resync', have: [[7, 0]] })
  const [again] = await sent(device.far)
  expect(again!.client).not.toBe(7)
  expect(again).toMatchObject({ clock: 0, elements: [header, ...row(7, 4, 2).elements] })
})

test('SYNC4: where the relay lost receipted clocks, receipts are compared though the cursor fits', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 2)], 0)
  let address = await connect(device)
  await sent(device.far)
  device.far.say(address, rowsFrame(0, 1, [receiptOf(row(7, 0, 2))]))
  await until(async () => (await device.store.waiting()).facts === 0)
  await device.store.append(journal, [row(7, 3, 1)], 0)
  expect(await sent(device.far)).toEqual([row(7, 3, 1)])
  device.far.say(address, { kind: 'resync', have: [[7, 0]] })
  const { frame, ...again } = await device.far.hear('open')
  expect(frame).toMatchObject({ seq: 1, chain: noChain })
  address = again.address
  expect(await sent(device.far)).toEqual([row(7, 3, 1)])
  device.far.say(address, { kind: 'compare', receipts: [] })
  const { frame: returned } = await device.far.hear('return')
  expect(returned.entries).toEqual([{ receipt: receipt(7, 0, 3), elements: row(7, 0, 2).elements }])
})

test('SYNC4: facts behind receipted clocks that nobody can give back go under another writer', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 2)], 0)
  let address = await connect(device)
  await sent(device.far)
  device.far.say(address, rowsFrame(0, 1, [receiptOf(row(7, 0, 2))]))
  await until(async () => (await device.store.waiting()).facts === 0)
  await device.store.append(journal, [row(7, 3, 1)], 0)
  for (const _ of ['compares', 'gives up']) {
    await sent(device.far)
    device.far.say(address, { kind: 'resync', have: [[7, 0]] })
    if (_ === 'compares') address = (await device.far.hear('open')).address
  }
  const [again] = await sent(device.far)
  expect(again).toMatchObject({ clock: 0, elements: [header, ...row(7, 3, 1).elements] })
})

test('SYNC5: the refused fact is in quarantine, all others go up under a fresh writer in a new generation', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 3)], 0)
  await device.store.append(journal, [row(8, 0, 1)], 0)
  const address = await connect(device)
  const [, bad] = factsOf([row(7, 0, 3)])
  await sent(device.far)
  device.far.say(address, { kind: 'refused', code: 'noRight', facts: [bad![0]] })
  const again = await device.far.hear('open')
  expect(again.address.generation).toBeGreaterThan(address.generation)
  const [run, ...others] = await sent(device.far)
  expect(others).toEqual([])
  expect([7, 8]).not.toContain(run!.client)
  const good = factsOf([row(7, 0, 3), row(8, 0, 1)]).filter(([id]) => id !== bad![0])
  expect(run).toMatchObject({ clock: 0, elements: [header, ...good] })
  expect(await device.store.quarantine()).toMatchObject([{ code: 'noRight', fact: bad }])
})

test('SYNC5: if refusals name nothing, the fact at fault is found, and blocks none of the others', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 4)], 0)
  const all = factsOf([row(7, 0, 4)]).map(([id]) => id)
  const bad = all[2]!
  let address = await connect(device)
  let seq = 0
  const arrived: string[] = []
  // The relay of this test refuses whatever holds the bad fact, and never says why.
  while (arrived.length < all.length - 1) {
    const rows = await sent(device.far)
    const facts = factsOf(rows).map(([id]) => id)
    if (facts.includes(bad)) {
      device.far.say(address, { kind: 'refused', code: 'malformed', facts: [] })
      address = (await device.far.hear('open')).address
    } else {
      arrived.push(...facts)
      device.far.say(
        address,
        rowsFrame(
          seq,
          seq + 1,
          rows.map((r) => receiptOf(r)),
        ),
      )
      seq++
    }
  }
  expect(arrived.sort()).toEqual(all.filter((id) => id !== bad))
  await until(async () => (await device.store.waiting()).facts === 0)
  expect((await device.store.quarantine()).map(({ fact }) => fact[0])).toEqual([bad])
})

test('SYNC5: once all has arrived after refusals that named nothing, what is entered later goes up as one again', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 3)], 0)
  let address = await connect(device)
  for (let i = 0; i < 2; i++) {
    await sent(device.far)
    device.far.say(address, { kind: 'refused', code: 'foreignWriter', facts: [] })
    address = (await device.far.hear('open')).address
  }
  for (let seq = 0; (await device.store.waiting()).facts > 0; seq++) {
    const rows = await sent(device.far)
    expect(factsOf(rows)).toHaveLength(1)
    const entries = rows.map((r) => receiptOf(r))
    device.far.say(address, rowsFrame(seq, seq + 1, entries))
    await until(async () => (await device.store.cursor(journal))?.seq === seq + 1)
  }
  const { epoch } = await device.store.load(journal)
  await device.store.append(journal, [row(8, 0, 4)], epoch)
  expect(await sent(device.far)).toEqual([row(8, 0, 4)])
  device.far.say(address, { kind: 'refused', code: 'foreignWriter', facts: [] })
  await device.far.hear('open')
  expect(factsOf(await sent(device.far))).toEqual(factsOf([row(8, 0, 4)]))
  expect(await device.store.quarantine()).toEqual([])
})

test('SYNC6: every receipted run that a restored relay lacks is given back, own and foreign; then all is read anew', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 2)], 0)
  let address = await connect(device)
  await sent(device.far)
  device.far.say(
    address,
    rowsFrame(0, 4, [receiptOf(row(7, 0, 2)), entryOf(row(8, 0, 1)), entryOf(row(9, 0, 2), 3_000)]),
  )
  await until(async () => (await device.store.waiting()).facts === 0)
  await device.store.append(journal, [row(7, 3, 1)], 0)
  device.far.cut()

  address = await connect(device, 'restored')
  // The restored relay has 8's row, and 9's under a later receipt; 7's is lost.
  const marks = [
    [8, 0, 2, 2_000, 1],
    [9, 0, 3, 9_000, 1],
  ] as const
  device.far.say(address, { kind: 'compare', receipts: marks })
  const returned = await device.far.hear('return')
  expect(returned.address).toEqual(address)
  expect(returned.frame.entries).toEqual([
    { receipt: receipt(7, 0, 3), elements: row(7, 0, 2).elements },
    { receipt: receipt(9, 0, 3, 3_000), elements: row(9, 0, 2).elements },
  ])
  await device.far.hear('open')
  address = { ...address, generation: address.generation + 1 }
  const log = [entryOf(row(8, 0, 1)), entryOf(row(9, 0, 2), 9_000), receiptOf(row(7, 0, 2))]
  device.far.say(address, rowsFrame(0, 3, log, 'b'))
  device.far.say(address, rowsFrame(3, 4, [entryOf(row(9, 0, 2), 3_000)], 'b'))
  device.far.say(address, caughtUp(4, 'b'))
  await until(() => device.channel.state.get() === 'caughtUp')
  expect(await device.store.cursor(journal)).toEqual({
    incarnation: 'restored',
    seq: 4,
    chain: chainAt(4, 'b'),
  })
  const { rows, receipts } = await device.store.load(journal)
  expect(rows).toHaveLength(4)
  expect(receipts).toHaveLength(4)
  expect(await device.store.waiting()).toMatchObject({ facts: 1 })
})

test('SYNC6: what was given back over a line that broke is compared again', async () => {
  const device = tab()
  const address = await connect(device)
  device.far.say(address, rowsFrame(0, 4, [entryOf(row(8, 0, 1))]))
  await until(async () => (await device.store.cursor(journal))?.seq === 4)
  device.far.cut()
  for (const stored of [0, 2]) {
    const { generation, channel } = await connect(device, 'restored')
    device.far.say({ generation, channel }, { kind: 'compare', receipts: [] })
    expect((await device.far.hear('return')).frame.entries).toHaveLength(1)
    const { frame, address: anew } = await device.far.hear('open')
    expect(frame).toMatchObject({ seq: 0 })
    // Part of the log comes, or nothing: the old place stands until all has come.
    if (stored > 0) device.far.say(anew, rowsFrame(0, stored, [entryOf(row(9, 0, 1))], 'b'))
    await until(async () => (await device.store.load(journal)).rows.length === (stored > 0 ? 2 : 1))
    device.far.cut()
  }
  device.line.dial()
  await device.far.welcome('restored')
  expect((await device.far.hear('hello')).frame.incarnation).toBe('inc')
  // With what came the old cursor fits no log any more, not even that of a relay restored to where it did.
  expect((await device.far.hear('open')).frame).toMatchObject({ seq: 4, chain: noChain })
})

test('SYNC6: receipts that came to who may only deliver are compared at the next connection', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 1)], 0)
  const address = await connect(device)
  device.far.say(address, caughtUp(0))
  await sent(device.far)
  device.far.say(address, rowsFrame(0, 0, [receiptOf(row(7, 0, 1))]))
  await until(async () => (await device.store.waiting()).facts === 0, 'the receipt')
  device.far.cut()

  // The relay stands where it stood before the delivery: nothing but a comparison tells what it lacks.
  device.line.dial()
  await device.far.welcome()
  const { address: again, frame } = await device.far.hear('open')
  expect(frame).toMatchObject({ seq: 1, chain: noChain })
  device.far.say(again, { kind: 'compare', receipts: [] })
  const { entries } = (await device.far.hear('return')).frame
  expect(entries).toEqual([entryOf(row(7, 0, 1))])
  // Who may read again reads all; then the cursor is one of this log.
  const anew = (await device.far.hear('open')).address
  device.far.say(anew, rowsFrame(0, 2, [entryOf(row(7, 0, 1)), entryOf(row(8, 0, 1))]))
  device.far.say(anew, caughtUp(2))
  await until(async () => (await device.store.cursor(journal))?.seq === 2)
  expect(await device.store.cursor(journal)).toEqual({ incarnation: 'inc', seq: 2, chain: chainAt(2) })
})

test('STORE4: a receipt for clocks not held makes the document be read anew', async () => {
  const device = tab()
  const address = await connect(device)
  device.far.say(address, rowsFrame(0, 1, [entryOf(row(8, 0, 1))]))
  device.far.say(address, rowsFrame(1, 2, [receiptOf(row(7, 0, 2))]))
  const again = await device.far.hear('open')
  expect(again.frame).toMatchObject({ seq: 0 })
  device.far.say(again.address, rowsFrame(0, 2, [entryOf(row(8, 0, 1)), entryOf(row(7, 0, 2))]))
  device.far.say(again.address, caughtUp(2))
  await until(async () => (await device.store.cursor(journal))?.seq === 2)
  expect((await device.store.load(journal)).rows).toEqual([row(8, 0, 1), row(7, 0, 2)])
})

test('SYNC7: who may not read any more still delivers; the cursor stands still', async () => {
  const device = tab()
  let address = await connect(device)
  device.far.say(address, rowsFrame(0, 5, [entryOf(row(8, 0, 1))]))
  await until(async () => (await device.store.cursor(journal))?.seq === 5)
  await device.store.append(journal, [row(7, 0, 1)], 0)
  await sent(device.far)
  device.far.say(address, { kind: 'denied', code: 'noRight' })
  const again = await device.far.hear('open')
  expect(again.frame).toMatchObject({ seq: 5, chain: chainAt(5) })
  address = again.address
  device.far.say(address, caughtUp(5))
  await sent(device.far)
  device.far.say(address, rowsFrame(5, 5, [receiptOf(row(7, 0, 1))]))
  await until(async () => (await device.store.waiting()).facts === 0, 'the receipt')
  // Still in its place; the receipt is one that it does not cover.
  expect(await device.store.cursor(journal)).toEqual({ incarnation: 'inc', seq: 5, chain: noChain })
  device.far.say(address, { kind: 'denied', code: 'noRight' })
  await until(() => device.channel.state.get() === 'denied')
})

test('SYNC6: a cursor of another incarnation than hello claims asks for comparison', async () => {
  const device = tab()
  const address = await connect(device)
  device.far.say(address, rowsFrame(0, 1, [entryOf(row(8, 0, 1))]))
  await until(async () => (await device.store.cursor(journal))?.seq === 1)
  device.far.cut()
  claims.set(device.line, 'another')
  device.line.dial()
  await device.far.welcome('another')
  expect((await device.far.hear('hello')).frame.incarnation).toBe('another')
  expect((await device.far.hear('open')).frame).toMatchObject({ seq: 1, chain: noChain })
})

test('SYNC9: what the relay has no room for stays here, and is offered after a minute, or when a person asks', async () => {
  const device = tab()
  const address = await connect(device)
  device.far.say(address, caughtUp(0))
  await device.store.append(journal, [row(7, 0, 1)], 0)
  expect(await sent(device.far)).toEqual([row(7, 0, 1)])
  device.far.say(address, { kind: 'noRoom' })
  await until(() => device.channel.lacksRoom.get())
  // Reading goes on; what is entered meanwhile waits too.
  await device.store.append(journal, [row(7, 2, 1)], 0)
  device.far.say(address, rowsFrame(0, 1, [entryOf(row(8, 0, 1))]))
  await until(async () => (await device.store.cursor(journal))?.seq === 1)
  expect(device.far.has('update')).toBe(false)

  for (let seconds = 0; seconds < 60; seconds += 12) {
    device.schedule.advance(12_000)
    device.far.say({ generation: 0, channel: 0 }, { kind: 'pong', time: 0 })
  }
  expect(await sent(device.far)).toEqual([row(7, 0, 2)])
  device.far.say(address, { kind: 'noRoom' })
  device.far.say(address, rowsFrame(1, 2, [entryOf(row(9, 0, 1))]))
  await until(async () => (await device.store.cursor(journal))?.seq === 2)
  device.channel.tryAgain()
  expect(await sent(device.far)).toEqual([row(7, 0, 2)])
  expect(device.channel.lacksRoom.get()).toBe(true)
  device.far.say(address, rowsFrame(2, 3, [receiptOf(row(7, 0, 2))]))
  await until(() => !device.channel.lacksRoom.get(), 'room')
  expect(await device.store.waiting()).toMatchObject({ facts: 0 })
  expect(await device.store.quarantine()).toEqual([])
})

test('SYNC7: a denied channel is quiet until the next connection', async () => {
  const device = tab()
  await device.store.append(journal, [row(7, 0, 1)], 0)
  const address = await connect(device)
  await sent(device.far)
  device.far.say(address, { kind: 'denied', code: 'noRight' })
  await sent(device.far)
  device.far.say((await device.far.hear('open')).address, { kind: 'denied', code: 'noRight' })
  await until(() => device.channel.state.get() === 'denied')
  await device.store.append(journal, [row(7, 2, 1)], 0)
  expect(device.far.has('update')).toBe(false)
  await connect(device)
  expect(await sent(device.far)).toEqual([{ ...row(7, 0, 2) }])
})

test('LINE5: entries that make no sense leave the others alone and are not stored', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {})
  const device = tab()
  const address = await connect(device)
  const bad = { receipt: receipt(7, 0, 2), elements: [header, ['x'] as never] }
  device.far.say(address, rowsFrame(0, 1, [entryOf(row(8, 0, 1)), bad]))
  await until(() => device.channel.state.get() === 'faulty')
  expect(device.line.state.get()).toBe('online')
  expect((await device.store.load(journal)).rows).toEqual([])
  expect(report).toHaveBeenCalledOnce()
  report.mockRestore()
})
