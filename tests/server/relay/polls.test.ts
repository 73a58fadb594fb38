import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import type { PeerSocket } from '../../../server/relay/peer.ts'
import { Polls, sessionLimit } from '../../../server/relay/polls.ts'
import { closeCodes } from '../../../src/sync/close-codes.ts'
import {
  decodePollAnswer,
  decodePollRequest,
  encodePollRequest,
  framesPerPoll,
  pollPortion,
} from '../../../src/sync/poll-frames.ts'

// Whoever asks has hung up at once: he is answered without a wait.
const gone = AbortSignal.abort()
const first = encodePollRequest({ session: '', taken: 0, first: 0, frames: [Uint8Array.of(1)] })
const ask = async (polls: Polls, bytes = first) => decodePollAnswer(await polls.exchange(bytes, gone))
const again = (session: string) => encodePollRequest({ session, taken: 0, first: 1, frames: [] })
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('sessions that have ended take no place of others, and are remembered up to the same limit', async () => {
  const polls = new Polls((socket) => socket.close(closeCodes.notSignedIn))
  const oldest = await ask(polls)
  await turn()
  for (let i = 1; i < sessionLimit; i++) await ask(polls)
  await turn()
  expect((await ask(polls, again(oldest.session))).closed).toBe(closeCodes.notSignedIn)
  const next = await ask(polls)
  expect(next.session).not.toBe('')
  await turn()
  expect((await ask(polls, again(oldest.session))).closed).toBe(closeCodes.unknownSession)
  expect((await ask(polls, again(next.session))).closed).toBe(closeCodes.notSignedIn)
})

test('sessions that stand are as many as a school has devices; one that ends makes room', async () => {
  const sockets: PeerSocket[] = []
  const polls = new Polls((socket) => sockets.push(socket))
  for (let i = 0; i < sessionLimit; i++) await ask(polls)
  expect((await ask(polls)).closed).toBe(closeCodes.unknownSession)
  sockets[7]!.close(closeCodes.goingAway)
  await turn()
  expect((await ask(polls)).closed).toBe(0)
})

test('a request of more frames than any device sends is none, and none is ever sent', () => {
  const frames = Array.from({ length: framesPerPoll + 1 }, () => new Uint8Array(0))
  const request = { session: '', taken: 0, first: 0 }
  const portion = pollPortion(frames)
  expect(portion).toHaveLength(framesPerPoll)
  expect(decodePollRequest(encodePollRequest({ ...request, frames: portion })).frames).toHaveLength(
    framesPerPoll,
  )
  expect(() => decodePollRequest(encodePollRequest({ ...request, frames }))).toThrow()
})

test('a frame that says it is longer than the request is none', () => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, '')
  for (const number of [0, 0, 2 ** 40]) encoding.writeVarUint(encoder, number)
  expect(() => decodePollRequest(encoding.toUint8Array(encoder))).toThrow()
})
