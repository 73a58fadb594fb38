import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PolledSocket } from '../../../server/relay/polled-socket.ts'
import { decodePollAnswer, pollBytes, pollHold } from '../../../src/sync/poll-frames.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const listens = (taken = 0) => ({ session: 'id', taken, first: 0, frames: [] })
const nobodyGone = new AbortController().signal
const frame = Uint8Array.of(1, 2, 3)

test('HTTPS3: a request that listens is kept for 20 s at most, and answered a moment after something comes', async () => {
  const socket = new PolledSocket('id')
  const quiet = socket.exchange(listens(), nobodyGone)
  await vi.advanceTimersByTimeAsync(pollHold)
  expect(decodePollAnswer(await quiet)).toEqual({ session: 'id', closed: 0, taken: 0, first: 0, frames: [] })

  const answered = socket.exchange(listens(), nobodyGone)
  await vi.advanceTimersByTimeAsync(5_000)
  socket.send(frame, {}, () => {})
  socket.send(frame, {}, () => {})
  await vi.advanceTimersByTimeAsync(50)
  expect(decodePollAnswer(await answered).frames).toHaveLength(2)
})

test('HTTPS3: an answer carries about 64 KB; there is room again once it was taken', async () => {
  const socket = new PolledSocket('id')
  const large = new Uint8Array(pollBytes / 2)
  let sent = 0
  for (let i = 0; i < 5; i++) socket.send(large, {}, () => sent++)
  expect(socket.bufferedAmount).toBe(5 * large.length)
  const first = socket.exchange(listens(), nobodyGone)
  await vi.advanceTimersByTimeAsync(50)
  expect(decodePollAnswer(await first)).toMatchObject({ first: 0, frames: [large, large] })
  const second = socket.exchange(listens(2), nobodyGone)
  expect([sent, socket.bufferedAmount]).toEqual([2, 3 * large.length])
  await vi.advanceTimersByTimeAsync(50)
  expect(decodePollAnswer(await second)).toMatchObject({ first: 2, frames: [large, large] })
})

test('HTTPS6: who asks is alive; who has not asked for 45 s does not answer the heartbeat', async () => {
  const socket = new PolledSocket('id')
  let pongs = 0
  socket.on('pong', () => pongs++)
  const asked = socket.exchange(listens(), nobodyGone)
  await vi.advanceTimersByTimeAsync(pollHold)
  await asked
  socket.ping()
  await vi.advanceTimersByTimeAsync(44_000)
  socket.ping()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(pongs).toBe(2)
  socket.ping()
  await vi.advanceTimersByTimeAsync(1)
  expect(pongs).toBe(2)
})

test('HTTPS1: the end is told with the last frames, to the request that waits or the next one', async () => {
  const socket = new PolledSocket('id')
  socket.send(frame, {}, () => {})
  const waits = socket.exchange(listens(), nobodyGone)
  socket.close(4401)
  expect(decodePollAnswer(await waits)).toMatchObject({ closed: 4401, frames: [frame] })
  expect(decodePollAnswer(await socket.exchange(listens(1), nobodyGone))).toMatchObject({
    closed: 4401,
    frames: [],
  })
})
