import { afterEach, expect, test, vi } from 'vitest'
import { longestPause } from '../../src/sync/backoff.ts'
import { closeCodes } from '../../src/sync/close-codes.ts'
import { deadAfter, pingEvery } from '../../src/sync/heartbeat.ts'
import { type ChannelEnd, Line } from '../../src/sync/line.ts'
import type { Renewal, Tokens } from '../../src/sync/tokens.ts'
import { until } from '../device/ledger-samples.ts'
import { FarEnd, ManualSchedule } from './far-end.ts'

const lines: Line[] = []
afterEach(() => {
  for (const line of lines.splice(0)) line.stop()
})

/** Tokens of a test: what is kept, and what the relay would answer to a renewal. */
class TestTokens implements Tokens {
  kept = { access: 'access-1', accessExpires: 1_000_000 + 900_000 }
  answer: Renewal = { kind: 'noLine' }
  readonly spent: string[] = []
  current = async () => this.kept
  renew = async (spent: string) => {
    this.spent.push(spent)
    if (this.answer.kind === 'renewed') this.kept = this.answer
    return this.answer
  }
}

function end(log: string[], name: string, open: () => void = () => {}): ChannelEnd {
  return {
    prepare: async () => void log.push(`${name} prepared`),
    opened: () => {
      log.push(`${name} opened`)
      open()
    },
    received: (_, frame) => log.push(`${name} ${frame.kind}`),
    pong: () => log.push(`${name} pong`),
    lost: () => log.push(`${name} lost`),
  }
}

function start() {
  const far = new FarEnd()
  const schedule = new ManualSchedule()
  const tokens = new TestTokens()
  const line = new Line({
    url: 'wss://school/sync',
    socket: far.socket,
    tokens,
    app: 'test',
    incarnation: async () => 'inc',
    schedule,
    random: () => 0.5,
  })
  lines.push(line)
  return { far, schedule, tokens, line, log: [] as string[] }
}

test('LINE1, AUTH1: hello with the token and every open go up in one flight, before any welcome', async () => {
  const { far, line, log } = start()
  const channels = [0, 0]
  for (const i of [0, 1])
    channels[i] = line.join(
      end(log, `doc${i}`, () => {
        const document = `class/${i}` as never
        line.send({ generation: 1, channel: channels[i]! }, { kind: 'open', document, seq: 0, chain: '' })
      }),
    )
  line.dial()
  await far.accept()
  expect(far.last.url).toBe('wss://school/sync')
  expect(far.last.heard.map(({ frame }) => frame.kind)).toEqual(['hello', 'open', 'open'])
  expect(far.last.heard[0]).toMatchObject({
    address: { generation: 0, channel: 0 },
    frame: { protocol: 1, app: 'test', token: 'access-1', incarnation: 'inc' },
  })
  expect(log).toEqual(['doc0 prepared', 'doc1 prepared', 'doc0 opened', 'doc1 opened'])
  expect(line.state.get()).toBe('connecting')
  far.say({ generation: 0, channel: 0 }, { kind: 'welcome', incarnation: 'inc', time: 1_060_000 })
  expect(line.state.get()).toBe('online')
  expect(line.skew).toBe(60_000)

  line.join(end(log, 'late'))
  await until(() => log.includes('late opened'))
})

test('LINE2: a new dial fences the old socket: its late words and its end reach nobody', async () => {
  const { far, line, log } = start()
  const channel = line.join(end(log, 'doc'))
  line.dial()
  await far.welcome()
  const old = far.last
  line.dial()
  expect(old.closedWith).toBe(1000)
  expect(old.onmessage).toBeNull()
  await far.welcome()
  expect(far.dialled).toHaveLength(2)
  far.say({ generation: 1, channel }, { kind: 'denied', code: 'noRight' })
  expect(log.filter((entry) => entry.endsWith('lost') || entry.endsWith('denied'))).toEqual([
    'doc lost',
    'doc denied',
  ])
})

test('LINE3: pings keep coming, pongs reach every channel, silence ends the line', async () => {
  const { far, line, log, schedule } = start()
  line.join(end(log, 'doc'))
  line.dial()
  await far.welcome()
  schedule.advance(pingEvery)
  await far.hear('ping')
  far.say({ generation: 0, channel: 0 }, { kind: 'pong', time: 1 })
  expect(log.at(-1)).toBe('doc pong')
  schedule.advance(2 * pingEvery)
  expect(line.state.get()).toBe('online')
  expect(3 * pingEvery).toBeGreaterThan(deadAfter)
  schedule.advance(pingEvery)
  expect(line.state.get()).toBe('offline')
  expect(far.last.closedWith).toBe(1000)
  expect(log.at(-1)).toBe('doc lost')
})

test('LINE3: after waking, a line that does not answer within seconds is dialled anew', async () => {
  const { far, line, schedule } = start()
  line.dial()
  await far.welcome()
  line.wake()
  far.say({ generation: 0, channel: 0 }, { kind: 'pong', time: 1 })
  schedule.advance(6_000)
  expect(line.state.get()).toBe('online')
  line.wake()
  schedule.advance(6_000)
  expect(line.state.get()).not.toBe('online')
})

test('LINE4: pauses double up to a minute, half of each is random; work done resets them', async () => {
  const { far, line, schedule, log } = start()
  const channel = line.join(end(log, 'doc'))
  line.dial()
  const pauses: number[] = []
  for (let i = 0; i < 8; i++) {
    await until(() => far.dialled.length === i + 1, 'the dial')
    far.cut()
    pauses.push(schedule.next!)
    schedule.advance(schedule.next!)
  }
  expect(pauses).toEqual([750, 1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000])
  expect(longestPause).toBe(60_000)
  await until(() => far.dialled.length === 9, 'the dial')
  far.last.onopen?.({} as never)
  far.say({ generation: 1, channel }, { kind: 'caughtUp', seq: 0, chain: '0'.repeat(16) })
  far.cut()
  expect(schedule.next).toBe(750)
})

test('LINE4: a wake dials at once', async () => {
  const { far, line, schedule } = start()
  line.dial()
  await until(() => far.dialled.length === 1)
  far.cut()
  expect(line.state.get()).toBe('offline')
  line.wake()
  await until(() => far.dialled.length === 2, 'the dial')
  await far.welcome()
  expect(schedule.next).toBe(pingEvery)
})

test('AUTH2: a token about to end is renewed before dialling, and in time on a standing line', async () => {
  const { far, line, tokens, schedule } = start()
  tokens.kept = { access: 'old', accessExpires: schedule.now() + 30_000 }
  tokens.answer = { kind: 'renewed', access: 'new', accessExpires: schedule.now() + 900_000 }
  line.dial()
  await far.welcome('inc', schedule.now())
  expect((await far.hear('hello')).frame.token).toBe('new')
  tokens.answer = { kind: 'renewed', access: 'newer', accessExpires: schedule.now() + 1_800_000 }
  for (let i = 0; i < 61; i++) {
    schedule.advance(pingEvery)
    far.say({ generation: 0, channel: 0 }, { kind: 'pong', time: schedule.now() })
  }
  expect((await far.hear('renew')).frame.token).toBe('newer')
  expect(tokens.spent).toEqual(['old', 'new'])
})

test('AUTH2: the date of a token is held against the relay’s clock, not the tablet’s', async () => {
  const { far, line, tokens, schedule } = start()
  // The tablet is an hour behind: by its own clock the token is good for another hour.
  const relayNow = schedule.now() + 3_600_000
  tokens.kept = { access: 'old', accessExpires: relayNow + 30_000 }
  line.dial()
  await far.welcome('inc', relayNow)
  tokens.answer = { kind: 'renewed', access: 'new', accessExpires: relayNow + 900_000 }
  far.cut()
  schedule.advance(schedule.next!)
  await far.welcome('inc', relayNow)
  expect((await far.hear('hello')).frame.token).toBe('new')
})

test('AUTH2: after 4401 the token is renewed whatever its date says', async () => {
  const { far, line, tokens, schedule } = start()
  line.dial()
  await far.accept()
  tokens.answer = { kind: 'renewed', access: 'fresh', accessExpires: schedule.now() + 900_000 }
  far.cut(closeCodes.notSignedIn)
  schedule.advance(schedule.next!)
  await far.welcome()
  expect((await far.hear('hello')).frame.token).toBe('fresh')
  expect(tokens.spent).toEqual(['access-1'])
})

test('AUTH4: an app too old ends the dialling', async () => {
  const { far, line, schedule } = start()
  line.dial()
  await far.accept()
  far.cut(closeCodes.updateRequired)
  expect(line.state.get()).toBe('updateRequired')
  line.wake()
  expect(schedule.next).toBeNull()
  expect(far.dialled).toHaveLength(1)
})

test('AUTH6: a server older than the app is tried again at the longest pause, and says so until one welcomes it', async () => {
  const { far, line, schedule } = start()
  line.dial()
  await far.accept()
  far.cut(closeCodes.serverOutdated)
  expect(line.state.get()).toBe('serverOutdated')
  expect(schedule.next).toBeGreaterThanOrEqual(longestPause / 2)
  schedule.advance(schedule.next!)
  await far.accept()
  expect(line.state.get()).toBe('serverOutdated')
  far.cut(closeCodes.serverOutdated)
  schedule.advance(schedule.next!)
  await far.welcome()
  expect(line.state.get()).toBe('online')
})

test('AUTH4: who is revoked delivers what waits with a token for that alone, then nothing is dialled', async () => {
  const { far, line, schedule, tokens } = start()
  line.dial()
  await far.welcome()
  tokens.answer = { kind: 'revoked', deliver: 'deliver-only' }
  far.cut(closeCodes.revoked)
  expect(line.state.get()).toBe('revoked')
  schedule.advance(schedule.next!)
  await far.welcome()
  expect((await far.hear('hello')).frame.token).toBe('deliver-only')
  expect(line.state.get()).toBe('revoked')
  tokens.answer = { kind: 'revoked' }
  far.cut(closeCodes.notSignedIn)
  schedule.advance(schedule.next!)
  await until(() => schedule.next === null, 'the end of dialling')
  line.wake()
  expect(schedule.next).toBeNull()
  expect(far.dialled).toHaveLength(2)
})

test('AUTH4: a refresh token that is not accepted asks for signing in, after which a dial goes on', async () => {
  const { far, line, tokens } = start()
  tokens.kept = { access: 'old', accessExpires: 0 }
  tokens.answer = { kind: 'signInAgain' }
  line.dial()
  await until(() => line.state.get() === 'signInAgain')
  tokens.kept = { access: 'signed-in', accessExpires: 2_000_000 }
  line.dial()
  await far.welcome()
  expect((await far.hear('hello')).frame.token).toBe('signed-in')
})

test('AUTH5: a renewal without an answer signs nobody out; it is tried again', async () => {
  const { far, line, tokens, schedule } = start()
  tokens.kept = { access: 'old', accessExpires: 0 }
  line.dial()
  await until(() => line.state.get() === 'offline')
  tokens.answer = { kind: 'renewed', access: 'new', accessExpires: schedule.now() + 900_000 }
  schedule.advance(schedule.next!)
  await far.welcome()
  expect(line.state.get()).toBe('online')
})

test('LINE5: a frame that cannot be read ends the connection, and the next dial waits long', async () => {
  const { far, line, schedule } = start()
  line.dial()
  await far.welcome()
  const report = vi.spyOn(console, 'error').mockImplementation(() => {})
  far.raw(Uint8Array.of(0, 0, 255, 1, 2))
  expect(report).toHaveBeenCalledOnce()
  report.mockRestore()
  expect(far.last.closedWith).toBe(closeCodes.malformedFrame)
  expect(line.state.get()).toBe('offline')
  expect(schedule.next).toBeGreaterThanOrEqual(longestPause / 2)
})
