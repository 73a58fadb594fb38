import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import {
  type DeviceFrame,
  decodeDeviceFrame,
  decodeEntries,
  decodeRelayFrame,
  encodeFrame,
  frameLimit,
} from '../../../src/sync/frames.ts'
import { clientsPerUpdate, decodeUpdate, elementsPerUpdate, encodeUpdate } from '../../../src/sync/update.ts'

const address = { generation: 3, channel: 2 }
const good = encodeUpdate([
  {
    client: 7,
    clock: 0,
    elements: [{ user: 'a', device: 'b', app: 'c' }, ['id', 'e', 'a', { x: [1, 'y'] }]],
  },
  { client: 9, clock: 4, elements: [['id', 'e', 'a', null, ['s']]] },
])
const said = { author: 'vera1', device: 'dev1', as: 'assigned', verdict: 'ok', mac: 'A'.repeat(22) }
const receipt = { client: 7, clock: 0, length: 1, times: [1, 2], ...said }
const frames: DeviceFrame[] = [
  { kind: 'hello', protocol: 1, app: 'a', token: 't', tab: 'x', incarnation: '' },
  { kind: 'open', document: 'school' as DocumentId, seq: 4, chain: '0123456789abcdef' },
  { kind: 'update', update: good },
  { kind: 'renew', token: 't' },
  { kind: 'return', entries: [{ receipt, elements: [['a']] }] as never },
]

/** What a decoder makes of bytes: a value, or an Error; anything else fails the test. */
function outcome(decode: (bytes: Uint8Array) => unknown, bytes: Uint8Array): unknown {
  try {
    return decode(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(Error)
    return null
  }
}

/** Bytes as they come, and frames with bytes changed, cut off, repeated or put in. */
const spoilt = (whole: readonly Uint8Array[]) =>
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .tuple(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 6 }),
        fc.nat(2_000),
      )
      .map(([bytes, changes, end]) => {
        const copy = bytes.slice(0, end % 3 === 0 ? end % bytes.length : bytes.length)
        for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte
        return copy
      }),
    fc
      .tuple(fc.constantFrom(...whole), fc.nat(2_000), fc.uint8Array({ maxLength: 30 }))
      .map(([bytes, at, more]) => {
        const cut = at % (bytes.length + 1)
        return new Uint8Array([...bytes.slice(0, cut), ...more, ...bytes.slice(cut)])
      }),
  )

const encoded = frames.map((frame) => encodeFrame(address, frame))

test('no bytes make the frame decoders throw anything but an Error, and what is read is what was sent', () => {
  fc.assert(
    fc.property(spoilt(encoded), (bytes) => {
      const read = outcome(decodeDeviceFrame, bytes) as ReturnType<typeof decodeDeviceFrame> | null
      if (read?.frame.kind === 'update') expect(read.frame.update.length).toBeLessThanOrEqual(bytes.length)
      outcome(decodeRelayFrame, bytes)
      outcome(decodeEntries, bytes)
    }),
    { numRuns: 3_000 },
  )
})

test('no bytes make the update decoder throw, or keep more elements than bytes were sent', () => {
  fc.assert(
    fc.property(spoilt([good]), (bytes) => {
      const read = decodeUpdate(bytes)
      const kept = read.ok ? read.runs.reduce((sum, { elements }) => sum + elements.length, 0) : 0
      expect(kept).toBeLessThanOrEqual(bytes.length)
    }),
    { numRuns: 5_000 },
  )
})

test('counts that promise more than there is are refused where the bytes end', () => {
  const huge = [2 ** 31, 2 ** 50, Number.MAX_SAFE_INTEGER]
  for (const count of huge)
    for (const place of ['clients', 'structs', 'length', 'array', 'object', 'string', 'bytes'] as const) {
      const read = decodeUpdate(promising(place, count))
      expect([place, count, read.ok]).toEqual([place, count, false])
    }
})

/** An update in which one count says `count`. */
function promising(place: string, count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  const number = (of: string, otherwise: number) =>
    encoding.writeVarUint(encoder, place === of ? count : otherwise)
  number('clients', 1)
  number('structs', 1)
  encoding.writeVarUint(encoder, 7)
  encoding.writeVarUint(encoder, 0)
  encoding.writeUint8(encoder, 8)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, '7')
  number('length', 1)
  const types: Record<string, number> = { array: 117, object: 118, string: 119, bytes: 116 }
  encoding.writeUint8(encoder, types[place] ?? 117)
  encoding.writeVarUint(encoder, place in types ? count : 0)
  return encoding.toUint8Array(encoder)
}

test('arrays nested to the frame limit are refused, not followed to the end of the stack', () => {
  for (const opening of [
    [117, 1],
    [118, 1, 0],
  ]) {
    const encoder = encoding.createEncoder()
    for (const part of [1, 1, 7, 0]) encoding.writeVarUint(encoder, part)
    encoding.writeUint8(encoder, 8)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, '7')
    encoding.writeVarUint(encoder, 1)
    for (let at = 0; at < frameLimit / opening.length; at++)
      for (const byte of opening) encoding.writeUint8(encoder, byte)
    expect(decodeUpdate(encoding.toUint8Array(encoder))).toEqual({ ok: false, fault: 'malformed' })
  }
  const json = new TextEncoder().encode('['.repeat(frameLimit))
  expect(outcome(decodeEntries, json)).toBeNull()
})

test('a frame full of the smallest elements is refused before they pile up', () => {
  const encoder = encoding.createEncoder()
  for (const part of [1, 1, 7, 0]) encoding.writeVarUint(encoder, part)
  encoding.writeUint8(encoder, 8)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, '7')
  encoding.writeVarUint(encoder, frameLimit)
  for (let at = 0; at < frameLimit; at++) encoding.writeUint8(encoder, 126)
  encoding.writeVarUint(encoder, 0)
  expect(decodeUpdate(encoding.toUint8Array(encoder))).toEqual({ ok: false, fault: 'malformed' })
  expect(elementsPerUpdate).toBeLessThan(frameLimit / 10)
})

test('more writers than any tablet has are refused by their number, before one of them is read', () => {
  const count = encoding.createEncoder()
  encoding.writeVarUint(count, clientsPerUpdate + 1)
  expect(decodeUpdate(encoding.toUint8Array(count))).toEqual({ ok: false, fault: 'tooManyClients' })
})

test('an update of the second format, whatever it unpacks to, is none', () => {
  // A run-length encoded client list: a few bytes that say four billion.
  const bomb = new Uint8Array([0, 0, 6, 255, 255, 255, 255, 15, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 255, 255, 127])
  expect(decodeUpdate(bomb).ok).toBe(false)
})
