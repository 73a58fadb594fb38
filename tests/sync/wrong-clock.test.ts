import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allowedDrift } from '../../src/domain/ledger/clock.ts'
import { factTime } from '../../src/domain/ledger/ids.ts'
import { realSchedule, type Schedule } from '../../src/sync/schedule.ts'
import { until } from '../device/ledger-samples.ts'
import { type SchoolServer, startSchool } from '../server/http/school-server.ts'
import { mark, russianJournal, seedSchool } from '../server/relay/school.ts'
import { type NodeTablet, nodeTablet } from './node-tablet.ts'
import { SchoolNetwork } from './school-network.ts'

const month = 31 * 86_400_000
let server: SchoolServer
let networks: { wrong: SchoolNetwork; right: SchoolNetwork }
const tablets: NodeTablet[] = []
let pupils = 0

beforeAll(async () => {
  server = await startSchool()
  await seedSchool(server.school.relay)
})
afterAll(() => server.stop())
beforeEach(async () => {
  const [wrong, right] = [await SchoolNetwork.before(server.port), await SchoolNetwork.before(server.port)]
  networks = { wrong, right }
})
afterEach(async () => {
  for (const tablet of tablets.splice(0)) await tablet.close()
  await networks.wrong.stop()
  await networks.right.stop()
})

/** A tablet of Vera's whose clock is off by some time, in all that reads it. */
async function tablet(network: SchoolNetwork, login: string, off: number): Promise<NodeTablet> {
  const schedule: Schedule = { ...realSchedule, now: () => Date.now() + off }
  const made = await nodeTablet({ server, url: network.url, login, person: 'vera', schedule })
  await made.session.setClockOffset(off)
  tablets.push(made)
  await until(() => made.sync.status.get().progress.ready === 2, 'the journals')
  return made
}
const delivered = (one: NodeTablet) => until(async () => (await one.session.store.waiting()).facts === 0)

describe.each([
  ['a month ahead of the server', month],
  ['a month behind the server', -month],
])('a tablet %s', (_, off) => {
  test('its facts are accepted, its owner is told, and its clock wins nothing', async () => {
    const entity = `${++pupils}`
    const login = off > 0 ? 'ahead' : 'behind'
    const wrong = await tablet(networks.wrong, login, off)
    const right = await tablet(networks.right, `${login}-right`, 0)
    const { clockSkew } = wrong.sync.status.get()
    expect(Math.abs(clockSkew! + off)).toBeLessThan(allowedDrift)
    expect(Math.abs(right.sync.status.get().clockSkew!)).toBeLessThan(allowedDrift)

    networks.wrong.turn('down')
    networks.right.turn('down')
    const entry = mark(entity, '2')
    const [early] = await wrong.journal.assert([entry])
    const [late] = await right.journal.assert([{ ...entry, value: '5' }])
    for (const [network, one] of [
      [networks.right, right],
      [networks.wrong, wrong],
    ] as const) {
      network.turn('clear')
      one.sync.syncNow()
      await delivered(one)
    }
    await until(() => [wrong, right].every((one) => one.journal.fold.fact(early!)?.waiting === false))
    await until(() => [wrong, right].every((one) => one.journal.fold.fact(late!)?.waiting === false))

    const relay = await server.school.relay.foldOf(russianJournal)
    for (const fold of [relay, wrong.journal.fold, right.journal.fold]) {
      expect(fold.fact(early!)?.receipt).toMatchObject({ verdict: 'ok' })
      // Of two authors' values the one that came first is shown: by the relay's order, not by the ids.
      expect(fold.state(entry.entity, 'mark')).toMatchObject({ conflict: true, shown: { value: '5' } })
    }
    // A clock ahead is to be seen beside the relay's own time; one behind has come after what it has seen.
    const aheadBy = factTime(early!) - relay.fact(early!)!.receipt!.receivedAt
    if (off > 0) expect(Math.abs(aheadBy - month)).toBeLessThan(allowedDrift)
    else expect(aheadBy).toBeLessThan(allowedDrift)
    // It drags no other tablet along.
    const [next] = await right.journal.assert([mark(`${++pupils}`, '3')])
    expect(Math.abs(factTime(next!) - Date.now())).toBeLessThan(allowedDrift)

    // What is written over it stands, whatever the ids say.
    await wrong.journal.assert([{ ...entry, value: '3' }])
    await delivered(wrong)
    expect((await server.school.relay.foldOf(russianJournal)).state(entry.entity, 'mark')).toMatchObject({
      shown: { value: '3' },
      conflict: false,
    })
    expect(await server.school.relay.verify()).toMatchObject({ ok: true })
  })
})
