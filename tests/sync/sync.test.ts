import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import type { OpenDocument } from '../../src/device/open-document.ts'
import { People } from '../../src/device/people.ts'
import { PersonSession } from '../../src/device/person-session.ts'
import { entity, lessonKey, schoolDocument } from '../../src/domain/ledger/documents.ts'
import { isFact } from '../../src/domain/ledger/fact.ts'
import { Channel } from '../../src/sync/channel.ts'
import { closeCodes } from '../../src/sync/close-codes.ts'
import { DocumentLink } from '../../src/sync/document-link.ts'
import type { Address } from '../../src/sync/frames.ts'
import { Line } from '../../src/sync/line.ts'
import { type Sync, startSync } from '../../src/sync/sync.ts'
import { decodeUpdate } from '../../src/sync/update.ts'
import { freshUser, journal, receipt, row, tablet, until } from '../device/ledger-samples.ts'
import { caughtUp, FarEnd, ManualSchedule, rowsFrame } from './far-end.ts'

const profile = { person: 't1', name: 'Анна', roles: ['teacher'], school: { id: 's', name: 'Школа' } }
const mark = (pupil: string) =>
  ({ entity: entity.mark(lessonKey('2026-02-03', 1), '', pupil), attribute: 'mark', value: '5' }) as const
const tokens = {
  current: async () => ({ access: 'a', accessExpires: Number.MAX_SAFE_INTEGER }),
  renew: async () => ({ kind: 'noLine' as const }),
}
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function unlocked(): Promise<PersonSession> {
  await Dexie.delete('parta')
  const people = new People()
  const added = await people.addPerson({ user: freshUser(), device: tablet, label: 'А' }, '123456', {
    profile,
  })
  if (!added.ok) throw new Error(added.code)
  people.close()
  const session = await PersonSession.start(added.person, added.key, { app: 'test', onAutoLock: () => {} })
  ends.push(() => session.lock())
  return session
}

/** An open document tied to a stock provider, and the relay's end in the test's hand. */
async function linked() {
  const session = await unlocked()
  const document = await session.open(journal)
  const far = new FarEnd()
  const schedule = new ManualSchedule()
  const line = new Line({
    url: 'wss://school/sync',
    socket: far.socket,
    tokens,
    app: 'test',
    incarnation: async () => (await session.store.cursor(journal))?.incarnation ?? '',
    schedule,
    random: () => 0,
  })
  const header = { user: session.user, device: session.device, app: 'test' }
  const channel = new Channel({
    document: journal,
    store: session.store,
    line,
    schedule,
    header,
    onNews: () => {},
  })
  const link = new DocumentLink(document, channel)
  ends.push(() => {
    link.close()
    channel.close()
    line.stop()
  })
  line.dial()
  await far.welcome()
  const { address } = await far.hear('open')
  return { session, document, far, line, channel, link, address, schedule }
}

const carried = (doc: Y.Doc, client: number) => doc.getArray(String(client)).toArray()

/** The relay stores what a device sends, and says so. */
async function acknowledge(far: FarEnd, address: Address, from: number): Promise<void> {
  const { frame } = await far.hear('update')
  const decoded = decodeUpdate(frame.update)
  if (!decoded.ok) throw new Error(decoded.fault)
  const entries = decoded.runs.map(({ client, clock, elements }) => ({
    receipt: receipt(client, clock, elements.length),
    elements: null,
  }))
  far.say(address, rowsFrame(from, from + 1, entries))
}

test('SYNC2: the stock provider connects, hears no Step1, is synced by caughtUp, and keeps alive by pongs', async () => {
  const { far, link, address } = await linked()
  const { provider } = link
  await until(() => provider.wsconnected, 'the provider')
  expect(provider.awareness.getLocalState()).toBeNull()
  expect(provider.synced).toBe(false)
  far.say(address, caughtUp(0))
  await until(() => provider.synced, 'synced')
  // Step1 and Step2 of the provider stay on the tablet.
  expect(far.last.heard.map(({ frame }) => frame.kind)).toEqual(['hello'])
  provider.wsLastMessageReceived = 0
  far.say({ generation: 0, channel: 0 }, { kind: 'pong', time: 1 })
  expect(provider.wsLastMessageReceived).toBeGreaterThan(0)
})

test('SYNC2: rows reach provider and screen only once they are on disk; receipts come as a message of their own', async () => {
  const { session, document, far, link, address } = await linked()
  await until(() => link.provider.wsconnected)
  const onDisk: number[] = []
  const { doc } = document.session
  doc.on('update', () => {
    void session.store.load(journal).then(({ rows }) => onDisk.push(rows.length))
  })
  far.say(address, rowsFrame(0, 1, [{ receipt: receipt(77, 0, 3), elements: row(77, 0, 2).elements }]))
  await until(() => carried(doc, 77).length === 3, 'the row in the Y.Doc')
  await until(() => onDisk.length > 0)
  expect(onDisk).toEqual([1])
  expect(document.fold.header(77)).toBeDefined()
  expect(doc.store.pendingStructs).toBeNull()
  expect([...document.fold.fates()].every(({ waiting }) => !waiting)).toBe(true)
  expect(far.has('update')).toBe(false)
})

test('SYNC3, STORE1: a tap goes up only after its commit, from the database, and its receipt shows', async () => {
  const { session, document, far, address } = await linked()
  const written = document.assert([mark('p1')])
  expect(far.has('update')).toBe(false)
  const [id] = await written
  await acknowledge(far, address, 0)
  await until(() => document.fold.fact(id!)?.waiting === false, 'the receipt')
  await until(() => session.waiting.get().facts === 0)
})

test('SYNC2: over cut lines, nothing is doubled in the Y.Doc and nothing missing', async () => {
  const device = await linked()
  const { document, far, line, link } = device
  let { address } = device
  const { doc } = document.session
  for (let seq = 0; seq < 4; seq++) {
    const next = row(77, seq === 0 ? 0 : seq + 1, 1)
    const entry = { receipt: receipt(77, next.clock, next.elements.length), elements: next.elements }
    far.say(address, rowsFrame(seq, seq + 1, [entry]))
    await until(() => carried(doc, 77).length === seq + 2, `clock ${seq}`)
    far.say(address, caughtUp(seq + 1))
    await until(() => link.provider.synced, 'synced')
    far.cut()
    await until(() => !link.provider.wsconnected, 'the provider to notice')
    line.dial()
    await far.welcome()
    address = (await far.hear('open')).address
    await until(() => link.provider.wsconnected, 'the provider to come back')
  }
  expect(carried(doc, 77)).toEqual(row(77, 0, 4).elements)
})

test('SYNC5: after a refusal the document has a new Y.Doc with a provider of its own', async () => {
  const { session, document, far, link, address } = await linked()
  await until(() => link.provider.wsconnected)
  const { provider } = link
  const { doc } = document.session
  const [bad, good] = await document.assert([mark('p1'), mark('p2')])
  await far.hear('update')
  far.say(address, { kind: 'refused', code: 'noRight', facts: [bad!] })
  await until(() => document.session.doc !== doc, 'the new session')
  await until(() => link.provider !== provider && link.provider.wsconnected, 'the new provider')
  expect(link.provider.doc).toBe(document.session.doc)
  expect(document.fold.fact(bad!)).toBeUndefined()
  expect(document.fold.fact(good!)).toMatchObject({ waiting: true })
  expect(await session.store.quarantine()).toHaveLength(1)
  const reopened = await far.hear('open')
  await acknowledge(far, reopened.address, 0)
  await until(() => document.fold.fact(good!)?.waiting === false, 'the receipt of the good one')
})

test('SYNC7: a denied document closes its provider, which comes back when the document does', async () => {
  const { far, line, link, address } = await linked()
  await until(() => link.provider.wsconnected)
  const closed = vi.fn()
  link.provider.on('closed', closed)
  far.say(address, { kind: 'denied', code: 'noRight' })
  await until(() => closed.mock.calls.length === 1, 'the end of the provider')
  expect(closed.mock.calls[0]![0]).toMatchObject({ code: closeCodes.revoked })
  line.dial()
  await far.welcome()
  await until(() => link.provider.wsconnected, 'the provider')
})

function start(
  session: PersonSession,
  documents = () => [journal, schoolDocument],
): { sync: Sync; far: FarEnd } {
  const far = new FarEnd()
  const schedule = new ManualSchedule()
  const sync = startSync(session, {
    url: 'wss://school/sync',
    socket: far.socket,
    tokens,
    app: 'test',
    documents,
    schedule,
    random: () => 0,
  })
  ends.push(() => sync.stop())
  return { sync, far }
}

test('SYNC1, LINE1: the wanted documents are opened in order, and the first download shows its progress', async () => {
  const session = await unlocked()
  const { sync, far } = start(session)
  expect(sync.status.get()).toMatchObject({ line: 'connecting', progress: { ready: 0, total: 2 } })
  await far.welcome()
  const { frame: first, address } = await far.hear('open')
  const { frame: second, address: other } = await far.hear('open')
  expect([first.document, second.document]).toEqual([journal, schoolDocument])
  expect(sync.status.get()).toMatchObject({ line: 'online', lastSynced: null })
  far.say(address, caughtUp(0))
  await until(() => sync.status.get().progress.ready === 1)
  far.say(other, { kind: 'denied', code: 'noRight' })
  await until(() => sync.status.get().denied.includes(schoolDocument))
  expect(sync.status.get().lastSynced).not.toBeNull()
  far.cut()
  expect(sync.status.get().line).toBe('offline')
  sync.syncNow()
  await far.welcome()
  expect(sync.status.get().line).toBe('online')
})

test('SYNC3: what waits in a document that nobody wants or shows is delivered', async () => {
  const session = await unlocked()
  const document = await session.open(journal)
  await document.assert([mark('p1')])
  session.release(journal)
  const { sync, far } = start(session, () => [])
  await far.welcome()
  const { address } = await far.hear('open', journal)
  await until(() => sync.status.get().waiting.facts === 1)
  await acknowledge(far, address, 0)
  await until(() => sync.status.get().waiting.facts === 0, 'nothing waiting')
})

test('SYNC1: a document opened on a screen joins the standing line at once', async () => {
  const session = await unlocked()
  const { far } = start(session, () => [])
  await far.welcome()
  const document: OpenDocument = await session.open(journal)
  const { address } = await far.hear('open', journal)
  far.say(address, rowsFrame(0, 1, [{ receipt: receipt(77, 0, 2), elements: row(77, 0, 1).elements }]))
  await until(() => document.fold.header(77) !== undefined)
  expect(
    row(77, 0, 1)
      .elements.filter(isFact)
      .every(([id]) => document.fold.fact(id)),
  ).toBe(true)
})
