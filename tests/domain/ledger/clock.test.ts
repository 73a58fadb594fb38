import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedDrift, HybridClock } from '../../../src/domain/ledger/clock.ts'
import {
  type DeviceId,
  type FactId,
  factId,
  factTime,
  factWriter,
  isFactId,
  packNumber,
  type UserId,
  unpackNumber,
  writerSuffix,
} from '../../../src/domain/ledger/ids.ts'

const writer = { user: 'annaa' as UserId, device: 'tab1' as DeviceId, client: 4_294_967_295 }

describe('fact ids and the hybrid logical clock', () => {
  test('numbers pack so that text order is number order', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.nat(2 ** 31), (a, b) => {
        expect(unpackNumber(packNumber(a, 8))).toBe(a)
        expect(packNumber(a, 8) < packNumber(b, 8)).toBe(a < b)
      }),
    )
  })

  test('an id gives back its time and its writer', () => {
    const id = factId(1_795_500_000_000, 7, writerSuffix(writer))
    expect(isFactId(id)).toBe(true)
    expect(factTime(id)).toBe(1_795_500_000_000)
    expect(factWriter(id)).toEqual(writer)
  })

  test('ids rise, whatever the device clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 50 }), (readings) => {
        let index = 0
        const clock = new HybridClock(() => 1_000_000 + readings[index++ % readings.length]!, writer)
        const ids = readings.map(() => clock.next())
        expect([...ids].sort()).toEqual(ids)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  test('5,000 ids in one millisecond stay unique and in order', () => {
    const clock = new HybridClock(() => 1_000_000, writer)
    const ids = Array.from({ length: 5000 }, () => clock.next())
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(5000)
  })

  test("what is seen moves the clock, but never beyond the relay's time plus the allowed drift", () => {
    const now = 1_795_500_000_000
    const clock = new HybridClock(() => now, writer)
    const near = factId(now + 60_000, 3, writerSuffix({ ...writer, client: 1 }))
    clock.receive(near, now)
    expect(clock.next() > near).toBe(true)
    const monthAhead = factId(now + 30 * 86_400_000, 0, writerSuffix({ ...writer, client: 1 })) as FactId
    clock.receive(monthAhead, now)
    expect(factTime(clock.next())).toBeLessThanOrEqual(now + allowedDrift)
  })
})
