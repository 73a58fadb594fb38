import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Receipt } from '../../../src/domain/ledger/receipt.ts'
import { decodeEntries, decodeRelayFrame, type RelayFrame } from '../../../src/sync/frames.ts'
import { people, russianJournal, seedSchool } from './school.ts'
import { TestDevice, until } from './test-device.ts'
import { startRelay, type TestRelay } from './test-relay.ts'

/** Frames as an app of some release sent and heard them, in their order. They are never recorded anew. */
interface Recording {
  frames: readonly (readonly ['app' | 'relay', string])[]
}

const { frames } = JSON.parse(
  readFileSync(new URL('./releases/protocol-1.json', import.meta.url), 'utf8'),
) as Recording
const said = (by: 'app' | 'relay') =>
  frames.filter(([who]) => who === by).map(([, hex]) => new Uint8Array(Buffer.from(hex, 'hex')))

let relay: TestRelay
beforeEach(async () => {
  relay = await startRelay()
  await seedSchool(relay.relay)
})
afterEach(() => relay.stop())

/** Receipts among frames of the relay, of what a tablet wrote. */
const receiptsOf = (heard: readonly RelayFrame[]): Receipt[] =>
  heard
    .flatMap((frame) =>
      frame.kind === 'rows' ? decodeEntries(frame.packed ? inflateRawSync(frame.body) : frame.body) : [],
    )
    .map(({ receipt }) => receipt)
    .filter(({ author }) => author === people.vera.user)

test('AUTH6: a tablet of release 0.1.0, frame by frame, is welcomed and gets its receipts today', async () => {
  // The recorded sign-in says "token1": the first that this relay gives.
  relay.token(people.vera)
  const device = await TestDevice.dial(relay.url)
  const heard: RelayFrame[] = []
  device.socket.on('message', (data: Buffer) => heard.push(decodeRelayFrame(new Uint8Array(data)).frame))
  for (const frame of said('app')) device.socket.send(frame)
  // Header and one mark, then two marks more.
  const covered = () => receiptsOf(heard).reduce((sum, { length }) => sum + length, 0)
  await until(() => covered() === 4 || device.closed !== undefined)
  expect(device.closed).toBeUndefined()
  expect(heard[0]?.kind).toBe('welcome')
  expect(receiptsOf(heard).every(({ verdict }) => verdict === 'ok')).toBe(true)
  const marks = [...(await relay.relay.foldOf(russianJournal)).fates()].filter(
    ({ attribute }) => attribute === 'mark',
  )
  expect(marks.map(({ value }) => value).sort()).toEqual(['4', '4', '5'])
  expect(await relay.relay.verify()).toMatchObject({ ok: true })
  device.close()
})

test('AUTH6: what a relay of release 0.1.0 said is understood by the app of today', () => {
  const heard = said('relay').map((frame) => decodeRelayFrame(frame).frame)
  expect(heard.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['welcome', 'rows', 'caughtUp']))
  expect(receiptsOf(heard).reduce((sum, { length }) => sum + length, 0)).toBe(4)
})
