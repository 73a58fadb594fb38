import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import {
  type DeviceFrame,
  decodeDeviceFrame,
  decodeEntries,
  decodeRelayFrame,
  emptyChain,
  encodeEntries,
  encodeFrame,
  type RelayFrame,
} from '../../src/sync/frames.ts'
import { receipt, row } from '../device/ledger-samples.ts'

const whole = fc.nat()
const address = fc.record({ generation: whole, channel: whole })
const chain = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((b) => Buffer.from(b).toString('hex'))
const bytes = fc.uint8Array()
const text = fc.string({ maxLength: 40 })
const entry = { receipt: receipt(7, 0, 3), elements: row(7, 0, 2).elements }
const voided = { ...receipt(7, 3, 2), verdict: 'void' as const, reason: 'periodLocked' as const }
const merged = { ...receipt(8, 0, 5), times: [2, 1_700_000_000_000, 3, 1_700_000_000_005] }

const deviceFrame: fc.Arbitrary<DeviceFrame> = fc.oneof(
  fc.record({
    kind: fc.constant('hello' as const),
    protocol: whole,
    app: text,
    token: text,
    tab: text,
    incarnation: text,
  }),
  fc.tuple(text, whole, chain).map(([document, seq, hash]) => ({
    kind: 'open' as const,
    document: document as DocumentId,
    seq,
    chain: seq > 0 ? hash : emptyChain,
  })),
  fc.record({ kind: fc.constant('update' as const), update: bytes }),
  fc.constantFrom<DeviceFrame>({ kind: 'close' }, { kind: 'ping' }),
  fc.record({ kind: fc.constant('renew' as const), token: text }),
  fc.constant<DeviceFrame>({
    kind: 'return',
    entries: [entry, { receipt: voided, elements: null }, { receipt: merged, elements: null }],
  }),
)
const relayFrame: fc.Arbitrary<RelayFrame> = fc.oneof(
  fc.record({ kind: fc.constant('welcome' as const), incarnation: text, time: whole }),
  fc.record({
    kind: fc.constant('rows' as const),
    previousChain: chain,
    seq: whole,
    chain,
    packed: fc.boolean(),
    body: bytes,
  }),
  fc.record({ kind: fc.constant('caughtUp' as const), seq: whole, chain }),
  fc.record({ kind: fc.constant('caughtUp' as const) }),
  fc.record({ kind: fc.constant('noRoom' as const) }),
  fc.record({ kind: fc.constant('resync' as const), have: fc.array(fc.tuple(whole, whole)) }),
  fc.record({
    kind: fc.constant('refused' as const),
    code: fc.constantFrom('noRight' as const, 'gap' as const),
    facts: fc.array(text.map((id) => id as FactId)),
  }),
  fc.record({ kind: fc.constant('denied' as const), code: fc.constantFrom('noRight' as const) }),
  fc.record({ kind: fc.constant('pong' as const), time: whole }),
  fc.record({
    kind: fc.constant('compare' as const),
    receipts: fc.array(fc.tuple(whole, whole, whole, whole, fc.constantFrom(0 as const, 1 as const))),
  }),
)

test('LINE5: every frame comes back as it was sent', () => {
  fc.assert(
    fc.property(address, deviceFrame, (to, frame) => {
      expect(decodeDeviceFrame(encodeFrame(to, frame))).toEqual({ address: to, frame })
    }),
  )
  fc.assert(
    fc.property(address, relayFrame, (to, frame) => {
      expect(decodeRelayFrame(encodeFrame(to, frame))).toEqual({ address: to, frame })
    }),
  )
})

test('LINE5: garbage is thrown out, never taken and never waited for', () => {
  const attempt = (decode: () => unknown) => {
    try {
      decode()
    } catch (error) {
      expect(error).toBeInstanceOf(Error)
    }
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (garbage) => {
      attempt(() => decodeDeviceFrame(garbage))
      attempt(() => decodeRelayFrame(garbage))
      attempt(() => decodeEntries(garbage))
    }),
  )
  expect(() => decodeRelayFrame(new Uint8Array())).toThrow()
  expect(() => decodeRelayFrame(Uint8Array.of(0, 0, 1))).toThrow('unknown frame')
  expect(() =>
    decodeEntries(encodeEntries([{ receipt: { ...merged, length: 4 }, elements: null }])),
  ).toThrow()
})
