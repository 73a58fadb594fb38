import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeCodes } from '../../src/sync/close-codes.ts'
import {
  decodeRelayFrame,
  encodeFrame,
  frameLimit,
  protocolVersion,
  type RelayFrame,
} from '../../src/sync/frames.ts'
import { decodePollAnswer, encodePollRequest, pollPath, pollType } from '../../src/sync/poll-frames.ts'
import { PollSocket } from '../../src/sync/poll-socket.ts'
import { realSchedule, type Schedule } from '../../src/sync/schedule.ts'
import { until } from '../device/ledger-samples.ts'
import { type SchoolServer, signIn, startSchool } from '../server/http/school-server.ts'
import { imported, mark, russianJournal, seedSchool } from '../server/relay/school.ts'
import { type NodeTablet, nodeTablet } from './node-tablet.ts'
import { SchoolNetwork } from './school-network.ts'

let server: SchoolServer
let network: SchoolNetwork
const tablets: NodeTablet[] = []
let pupils = 0
/** A mark that nobody has given yet. */
const newMark = () => mark(`pupil${++pupils}`, '5')

beforeAll(async () => {
  server = await startSchool()
  await seedSchool(server.school.relay)
})
afterAll(() => server.stop())
beforeEach(async () => {
  network = await SchoolNetwork.before(server.port)
})
afterEach(async () => {
  for (const tablet of tablets.splice(0)) await tablet.close()
  await network.stop()
})

/** Real time, but pauses of minutes are over when the test says so. */
class HurriedSchedule implements Schedule {
  private readonly long = new Map<() => void, number>()
  now = realSchedule.now

  after(ms: number, run: () => void): () => void {
    if (ms < 15_000) return realSchedule.after(ms, run)
    this.long.set(run, ms)
    return () => this.long.delete(run)
  }

  /** Runs all that waits for 15 s or more, but not for more than `longest` ms. */
  hurry(longest = Number.POSITIVE_INFINITY): void {
    for (const [run, ms] of [...this.long]) {
      if (ms > longest) continue
      this.long.delete(run)
      run()
    }
  }
}

async function tablet(login: string, person: string, schedule: Schedule = realSchedule) {
  const made = await nodeTablet({ server, url: network.url, login, person, schedule })
  tablets.push(made)
  return made
}
const online = (one: NodeTablet) => one.sync.status.get().line === 'online'
const kind = (one: NodeTablet) => one.sync.status.get().path.kind
const ready = (one: NodeTablet) => one.sync.status.get().progress.ready === 2

describe.each(['refusesSockets', 'cutsSockets'] as const)('a network that %s', (weather) => {
  test('HTTPS1, HTTPS3: entries go over HTTPS, others’ rows come while one listens; back to the socket when it can', async () => {
    const schedule = new HurriedSchedule()
    network.weather = weather
    const vera = await tablet('vera', 'vera', schedule)
    await until(() => online(vera) && ready(vera), 'the line over HTTPS')
    expect(kind(vera)).toBe('https')
    expect(network.seen).toContain(pollPath)

    const [own] = await vera.journal.assert([newMark()])
    await until(() => vera.journal.fold.fact(own!)?.waiting === false, 'the receipt')

    const stranger = `stranger-${weather}`
    await server.school.relay.record(russianJournal, [imported([mark(stranger, '4')])])
    await until(
      () => [...vera.journal.fold.fates()].some(({ entity }) => entity.includes(stranger)),
      'a row of others',
    )

    network.weather = 'clear'
    schedule.hurry()
    await until(() => kind(vera) === 'socket' && online(vera), 'the way back')
    const [last] = await vera.journal.assert([newMark()])
    await until(() => vera.journal.fold.fact(last!)?.waiting === false, 'a receipt over the socket')
    expect(kind(vera)).toBe('socket')
  })
})

test('HTTPS4: a socket that opens and swallows all is given up after 15 s, and the line goes over HTTPS at once', async () => {
  const schedule = new HurriedSchedule()
  network.weather = 'swallowsSockets'
  const vera = await tablet('vera', 'vera', schedule)
  await until(() => {
    schedule.hurry(15_000)
    return kind(vera) === 'https'
  }, 'the switch')
  await until(() => online(vera) && ready(vera), 'the line over HTTPS')
  expect(network.seen.filter((path) => path === 'upgrade')).toHaveLength(1)
  const [own] = await vera.journal.assert([newMark()])
  await until(() => vera.journal.fold.fact(own!)?.waiting === false, 'the receipt')
})

test('HTTPS4: a look that finds sockets still broken changes nothing, and the line stands', async () => {
  const schedule = new HurriedSchedule()
  network.weather = 'refusesSockets'
  const vera = await tablet('vera', 'vera', schedule)
  await until(() => online(vera))
  const before = network.seen.filter((path) => path === 'upgrade').length
  schedule.hurry()
  await until(() => network.seen.filter((path) => path === 'upgrade').length > before, 'the look')
  const [own] = await vera.journal.assert([newMark()])
  await until(() => vera.journal.fold.fact(own!)?.waiting === false, 'the receipt')
  expect(vera.sync.status.get()).toMatchObject({ line: 'online', path: { kind: 'https' } })
})

test('HTTPS5: without any line nothing is switched, and who answers is told', async () => {
  network.weather = 'down'
  const vera = await tablet('vera', 'vera')
  await until(() => vera.path.state.get().answering === 'nobody', 'nobody')
  vera.sync.syncNow()
  await until(() => vera.sync.status.get().line === 'offline')
  vera.sync.syncNow()
  await until(() => vera.sync.status.get().line === 'offline')
  expect(kind(vera)).toBe('socket')
  network.weather = 'clear'
  vera.sync.syncNow()
  await until(() => online(vera))
  expect(vera.path.state.get()).toEqual({ kind: 'socket', answering: null })
})

describe('the relay’s end', () => {
  const control = { generation: 0, channel: 0 }
  const hello = (token: string) =>
    encodeFrame(control, {
      kind: 'hello',
      protocol: protocolVersion,
      app: 'test',
      token,
      tab: `tab${Math.random()}`,
      incarnation: '',
    })
  const ping = encodeFrame(control, { kind: 'ping' })
  const ask = async (request: Parameters<typeof encodePollRequest>[0]) => {
    const response = await fetch(server.url + pollPath, {
      method: 'POST',
      headers: { 'content-type': pollType },
      body: encodePollRequest(request),
    })
    expect(response.status).toBe(200)
    const answer = decodePollAnswer(new Uint8Array(await response.arrayBuffer()))
    return { ...answer, kinds: answer.frames.map((frame) => decodeRelayFrame(frame).frame.kind) }
  }
  const begin = async () =>
    ask({
      session: '',
      taken: 0,
      first: 0,
      frames: [hello((await signIn(server, `u${Math.random()}`, 'vera')).access)],
    })

  test('HTTPS1: the sign-in frame opens a session; its id is not guessable and stands in no URL', async () => {
    const { session, kinds, closed, taken } = await begin()
    expect(session).toMatch(/^[\w-]{22}$/)
    expect({ kinds, closed, taken }).toEqual({ kinds: ['welcome'], closed: 0, taken: 1 })
    expect(server.log()).not.toContain(session)
  })

  test('HTTPS1: no sign-in, a bad token or an unknown session end as on a socket', async () => {
    expect(await ask({ session: '', taken: 0, first: 0, frames: [ping] })).toMatchObject({
      closed: closeCodes.notSignedIn,
    })
    expect(await ask({ session: '', taken: 0, first: 0, frames: [hello('stolen')] })).toMatchObject({
      closed: closeCodes.notSignedIn,
    })
    expect(await ask({ session: 'gone', taken: 0, first: 0, frames: [] })).toMatchObject({
      closed: closeCodes.unknownSession,
    })
  })

  test('HTTPS2: a request that comes twice is taken once, an answer that was lost comes again', async () => {
    const { session } = await begin()
    const twice = { session, taken: 1, first: 1, frames: [ping] }
    const [one, two] = [await ask(twice), await ask(twice)]
    expect([one.kinds, one.first, one.taken]).toEqual([['pong'], 1, 2])
    expect([two.kinds, two.first, two.taken]).toEqual([['pong'], 1, 2])
    const next = await ask({ session, taken: 2, first: 2, frames: [ping] })
    expect([next.kinds, next.first, next.taken]).toEqual([['pong'], 2, 3])
  })

  test('HTTPS2: frames behind a gap are not taken', async () => {
    const { session } = await begin()
    const answer = await ask({ session, taken: 1, first: 5, frames: [ping] })
    expect([answer.kinds, answer.taken]).toEqual([[], 1])
  })

  test('HTTPS6: sizes and numbers of frames are limited as on a socket', async () => {
    const { session } = await begin()
    const large = new Uint8Array(frameLimit + 1)
    expect(await ask({ session, taken: 1, first: 1, frames: [large] })).toMatchObject({
      closed: closeCodes.oversizedFrame,
    })
    const { session: other } = await begin()
    const flood = Array.from({ length: 2_100 }, () => ping)
    await ask({ session: other, taken: 1, first: 1, frames: flood })
    let answer = await ask({ session: other, taken: 1, first: 2_101, frames: [] })
    for (let taken = 1; answer.closed === 0; ) {
      taken += answer.frames.length
      answer = await ask({ session: other, taken, first: 2_101, frames: [] })
    }
    expect(answer.closed).toBe(closeCodes.tooManyFrames)
    const huge = await fetch(server.url + pollPath, {
      method: 'POST',
      headers: { 'content-type': pollType },
      body: new Uint8Array(2 * frameLimit + 1),
    })
    expect(huge.status).toBe(413)
  })

  test('HTTPS6: a form of another site is not heard, nor is nonsense', async () => {
    for (const [type, body] of [
      ['text/plain', new Uint8Array(encodePollRequest({ session: '', taken: 0, first: 0, frames: [ping] }))],
      [pollType, Uint8Array.of(200, 1, 2)],
    ] as const) {
      const answer = await fetch(server.url + pollPath, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
    }
  })

  test('HTTPS2: a socket made of requests survives answers that get lost', async () => {
    const { access } = await signIn(server, 'lossy', 'vera')
    let count = 0
    const lossy: typeof fetch = async (...input) => {
      const answer = await fetch(...input)
      if (++count % 2 === 0) throw new TypeError('the answer was lost')
      return answer
    }
    const hurried: Schedule = { now: Date.now, after: (ms, run) => realSchedule.after(Math.min(ms, 50), run) }
    // Only the patience with an answer is not shortened.
    const socket = new PollSocket(server.url, lossy, {
      ...hurried,
      after: (ms, run) => (ms > 10_000 ? realSchedule.after(ms, run) : hurried.after(ms, run)),
    })
    const heard: RelayFrame['kind'][] = []
    let closed = 0
    socket.onmessage = ({ data }) =>
      heard.push(decodeRelayFrame(new Uint8Array(data as ArrayBuffer)).frame.kind)
    socket.onclose = ({ code }) => {
      closed = code
    }
    await new Promise<void>((resolve) => {
      socket.onopen = () => resolve()
    })
    socket.send(hello(access) as Uint8Array<ArrayBuffer>)
    await until(() => heard.length === 1)
    for (let i = 0; i < 5; i++) {
      socket.send(ping as Uint8Array<ArrayBuffer>)
      await until(() => heard.length === i + 2, `pong ${i}`)
    }
    expect(heard).toEqual(['welcome', 'pong', 'pong', 'pong', 'pong', 'pong'])
    expect(closed).toBe(0)
    socket.close()
  })
})
