import 'fake-indexeddb/auto'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { databaseName } from '../../src/device/database.ts'
import type { OpenDocument } from '../../src/device/open-document.ts'
import { People } from '../../src/device/people.ts'
import { PersonSession } from '../../src/device/person-session.ts'
import { schoolDocument } from '../../src/domain/ledger/documents.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import type { LineSocketConstructor } from '../../src/sync/line-socket.ts'
import { type Sync, startSync } from '../../src/sync/sync.ts'
import { until } from '../device/ledger-samples.ts'
import {
  mark,
  type Person,
  people,
  physicsJournal,
  russianJournal,
  seedSchool,
} from '../server/relay/school.ts'
import { startRelay, type TestRelay } from '../server/relay/test-relay.ts'

let relay: TestRelay
const ends: (() => unknown)[] = []

beforeEach(async () => {
  await Dexie.delete('parta')
  relay = await startRelay()
  await seedSchool(relay.relay)
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await relay.stop()
})

interface Tab {
  session: PersonSession
  sync: Sync
  journal: OpenDocument
}

/** A person's tablet, freshly signed in, with one tab on the real relay. */
async function tablet(person: Person): Promise<{ open: () => Promise<Tab> }> {
  await Dexie.delete(databaseName(person.user))
  const registry = new People()
  const profile = { person: person.person, name: 'x', roles: ['teacher'], school: { id: 's', name: 's' } }
  const added = await registry.addPerson({ ...person, label: 'x' }, '123456', { profile })
  registry.close()
  if (!added.ok) throw new Error(added.code)
  return {
    async open() {
      const session = await PersonSession.start(added.person, added.key, {
        app: 'test',
        onAutoLock: () => {},
      })
      const journal = await session.open(russianJournal)
      let token = relay.token(person)
      const sync = startSync(session, {
        // The relay may have moved to another port by the next dial.
        url: '',
        socket: class extends WebSocket {
          constructor() {
            super(relay.url)
          }
        } as unknown as LineSocketConstructor,
        tokens: {
          current: async () => ({ access: token, accessExpires: Number.MAX_SAFE_INTEGER }),
          renew: async () => {
            token = relay.token(person)
            return { kind: 'renewed', access: token, accessExpires: Number.MAX_SAFE_INTEGER }
          },
        },
        app: 'test',
        documents: () => [russianJournal, schoolDocument],
      })
      ends.push(async () => {
        sync.stop()
        await session.lock()
      })
      return { session, sync, journal }
    },
  }
}

const delivered = async ({ session }: Tab) => (await session.store.waiting()).facts === 0
const knows = (tab: Tab, ids: readonly FactId[]) =>
  ids.every((id) => tab.journal.fold.fact(id)?.waiting === false)

test('SYNC1, SYNC3: what one teacher enters comes to the others with its receipt; two tabs agree', async () => {
  const vera = await tablet(people.vera)
  const [a, b] = [await vera.open(), await vera.open()]
  const galina = await (await tablet(people.galina)).open()
  const [first] = await a.journal.assert([mark('p1', '5')])
  const [second] = await b.journal.assert([mark('p2', '4')])
  await until(() => [a, b, galina].every((tab) => knows(tab, [first!, second!])), 'everybody to know')
  expect(galina.journal.fold.fact(first!)?.receipt).toMatchObject({ author: 'vera1', as: 'assigned' })
  expect(a.sync.status.get()).toMatchObject({ line: 'online', progress: { ready: 2, total: 2 } })
})

test('SYNC3: what was entered without a line is delivered when it is back', async () => {
  const tab = await (await tablet(people.vera)).open()
  await until(() => tab.sync.status.get().progress.ready === 2, 'the first download')
  await relay.stop()
  const ids = (
    await Promise.all(['p1', 'p2', 'p3'].map((pupil) => tab.journal.assert([mark(pupil, '5')])))
  ).flat()
  await until(() => tab.session.waiting.get().facts === 3, 'three waiting')
  relay = await startRelay(relay.folder)
  tab.sync.syncNow()
  await until(() => knows(tab, ids), 'the receipts')
})

test('SYNC7: a document that is not his is denied; what he wrote there stays with him, the rest goes on', async () => {
  const tab = await (await tablet(people.vera)).open()
  const physics = await tab.session.open(physicsJournal)
  const [foreign] = await physics.assert([mark('p1', '2')])
  const [own] = await tab.journal.assert([mark('p1', '5')])
  await until(() => knows(tab, [own!]), 'the receipt')
  expect(tab.sync.status.get().denied).toEqual([physicsJournal])
  expect(physics.fold.fact(foreign!)).toMatchObject({ waiting: true })
})

test('SYNC6: a relay restored from an older backup gets back all that anybody holds a receipt for', async () => {
  const vera = await (await tablet(people.vera)).open()
  const galina = await (await tablet(people.galina)).open()
  const [before] = await vera.journal.assert([mark('p1', '5')])
  await until(() => knows(galina, [before!]), 'the first fact')
  const backup = mkdtempSync(join(tmpdir(), 'parta-backup-'))
  await relay.stop()
  cpSync(relay.folder, backup, { recursive: true })
  relay = await startRelay(relay.folder)
  for (const tab of [vera, galina]) tab.sync.syncNow()
  const [lost] = await vera.journal.assert([mark('p2', '4')])
  await until(() => knows(galina, [lost!]) && knows(vera, [lost!]), 'the second fact')
  const receipt = vera.journal.fold.fact(lost!)?.receipt

  await relay.stop()
  const [waiting] = await vera.journal.assert([mark('p3', '3')])
  relay.clock.now += 3_600_000
  relay = await startRelay(backup, relay.clock)
  const cursor = await galina.session.store.cursor(russianJournal)
  galina.sync.syncNow()
  const office = await (await tablet(people.office)).open()
  await until(() => knows(office, [before!, lost!]), 'the office to know what was lost')
  expect(office.journal.fold.fact(lost!)?.receipt).toEqual(receipt)
  vera.sync.syncNow()
  await until(() => [vera, galina, office].every((tab) => knows(tab, [before!, lost!, waiting!])), 'all')
  await until(() => delivered(vera))
  expect(await galina.session.store.cursor(russianJournal)).not.toEqual(cursor)
})

test('STORE10: what the relay erased is forgotten by every tab and by the disk; writing goes on', async () => {
  const vera = await tablet(people.vera)
  const [a, b] = [await vera.open(), await vera.open()]
  const [first, second] = await a.journal.assert([mark('p1', '5'), mark('p2', '4')])
  await until(() => [a, b].every((tab) => knows(tab, [first!, second!])), 'the receipts')
  await relay.relay.erase(russianJournal, ([id]) => id === first)
  await until(() => [a, b].every((tab) => tab.journal.fold.fact(first!) === undefined), 'both tabs to forget')
  const reloaded = await vera.open()
  expect(reloaded.journal.fold.fact(first!)).toBeUndefined()
  expect(reloaded.journal.fold.fact(second!)?.value).toBe('4')
  const [third] = await a.journal.assert([mark('p3', '3')])
  await until(() => [a, b, reloaded].every((tab) => knows(tab, [second!, third!])), 'the next mark')
  expect(await relay.relay.verify()).toMatchObject({ ok: true })
})
