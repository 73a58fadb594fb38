import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { closeCodes } from '../../../src/sync/close-codes.ts'
import { encodeFrame, protocolVersion } from '../../../src/sync/frames.ts'
import { people } from './school.ts'
import { startRelay, type TestRelay } from './test-relay.ts'

let relay: TestRelay
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  relay = await startRelay()
})
afterEach(async () => {
  vi.useRealTimers()
  await relay.stop()
})

test('who does not sign in is closed after ten seconds', async () => {
  const socket = new WebSocket(relay.url)
  await once(socket, 'open')
  vi.advanceTimersByTime(9_999)
  expect(socket.readyState).toBe(WebSocket.OPEN)
  vi.advanceTimersByTime(1)
  const [code] = await once(socket, 'close')
  expect(code).toBe(closeCodes.helloTimeout)
})

test('a peer that gives no sign of life between two pings is dropped, one that answers is not', async () => {
  const token = relay.token(people.vera)
  const signIn = async (tab: string, autoPong: boolean) => {
    const socket = new WebSocket(relay.url, { autoPong })
    await once(socket, 'open')
    const hello = { kind: 'hello', protocol: protocolVersion, app: '', token, tab, incarnation: '' } as const
    socket.send(encodeFrame({ generation: 0, channel: 0 }, hello))
    await once(socket, 'message')
    return socket
  }
  const [alive, dead] = [await signIn('alive', true), await signIn('dead', false)]
  const pinged = Promise.all([once(alive, 'ping'), once(dead, 'ping')])
  vi.advanceTimersByTime(15_000)
  await pinged
  // The answer has come when a later frame of the same peer is answered.
  alive.send(encodeFrame({ generation: 0, channel: 0 }, { kind: 'ping' }))
  await once(alive, 'message')
  const dropped = once(dead, 'close')
  vi.advanceTimersByTime(15_000)
  const [code] = await dropped
  expect(code).toBe(1006)
  expect(alive.readyState).toBe(WebSocket.OPEN)
  alive.terminate()
})
