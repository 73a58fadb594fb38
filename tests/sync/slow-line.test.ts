import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FolderSchool, openSchool } from '../../server/command-line/open-school.ts'
import { lessonKey } from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import { realSchedule, type Schedule } from '../../src/sync/schedule.ts'
import { until } from '../device/ledger-samples.ts'
import { type SchoolServer, serveSchool } from '../server/http/school-server.ts'
import { mark, russianJournal, seedSchool, today } from '../server/relay/school.ts'
import { type NodeTablet, nodeTablet } from './node-tablet.ts'
import { type LineProfile, SlowLine } from './slow-line.ts'

/** 2G: 50 kbit/s, a second there and back, every twentieth packet lost and sent again after a second and a half. */
const edge: LineProfile = { rate: 50_000, delay: 500, loss: 0.05, stall: 1_500 }
/** Pupils of a class and lessons of a day. */
const [roll, lessons] = [28, 6]

let server: SchoolServer<FolderSchool>
let line: SlowLine | undefined
let vera: NodeTablet | undefined

beforeAll(async () => {
  server = await serveSchool(openSchool)
  await seedSchool(server.school.relay)
})
afterAll(() => server.stop())
afterEach(async () => {
  await vera?.close()
  await line?.stop()
})

/** The same numbers each run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** A mark for every pupil in every lesson, each a row of its own, as a teacher enters them. */
async function writeDay(name: string, atNoon = () => {}): Promise<FactId[]> {
  const ids: FactId[] = []
  for (let bell = 1; bell <= lessons; bell++) {
    if (bell === lessons / 2) atNoon()
    for (let pupil = 0; pupil < roll; pupil++) {
      const entry: Entry = mark(`${name}${pupil}`, '4', lessonKey(today, bell))
      ids.push(...(await vera!.journal.assert([entry])))
    }
  }
  return ids
}
/** All is receipted, however long the line takes. */
const delivered = () =>
  expect.poll(async () => (await vera!.session.store.waiting()).facts, { timeout: 100_000 }).toBe(0)
/** How many elements of these writers the relay has stored, a double counted twice. */
function storedAtRelay(user: string, device: string): number {
  const { sum } = server.school.database
    .prepare('SELECT sum(length) AS sum FROM row WHERE author = ? AND device = ?')
    .get(user, device) as { sum: number }
  return sum
}
async function everythingOnce(ids: readonly FactId[], sessions: number): Promise<void> {
  const { user, device } = vera!.session
  const there = new Set([...(await server.school.relay.foldOf(russianJournal)).fates()].map(({ id }) => id))
  expect(ids).toHaveLength(roll * lessons)
  expect(ids.filter((id) => !there.has(id))).toEqual([])
  // Each writer's header stands before its facts.
  expect(storedAtRelay(user, device)).toBe(ids.length + sessions)
  expect(await server.school.relay.verify()).toMatchObject({ ok: true })
}

test('SYNC3, LINE3: on 2G with packets lost a day’s entries all arrive, each once', async () => {
  line = await SlowLine.before(server.port, edge, numbers(7))
  vera = await nodeTablet({ server, url: line.url, login: 'edge', person: 'vera' })
  const ids = await writeDay('edge')
  await delivered()
  await everythingOnce(ids, 1)
}, 120_000)

test('LINE3: a line that fell silent without a word is noticed and dialled anew; nothing is lost, nothing doubled', async () => {
  line = await SlowLine.before(server.port, { rate: 400_000, delay: 20, loss: 0, stall: 0 }, numbers(1))
  // Ten seconds of the line's own time pass in one.
  const began = Date.now()
  const fast: Schedule = {
    now: () => began + (Date.now() - began) * 10,
    after: (ms, run) => realSchedule.after(ms / 10, run),
  }
  vera = await nodeTablet({ server, url: line.url, login: 'silent', person: 'vera', schedule: fast })
  await until(() => vera!.sync.status.get().line === 'online', 'the line')
  const states: string[] = []
  vera.sync.status.subscribe(() => states.push(vera!.sync.status.get().line))
  const ids = await writeDay('silent', () => line!.fallSilent())
  await delivered()
  expect(line.swallowed).toBeGreaterThan(0)
  expect(states).toContain('offline')
  await everythingOnce(ids, 1)
}, 120_000)
