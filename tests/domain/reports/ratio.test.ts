import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halfUp, percent, rate } from '../../../src/domain/reports/ratio.ts'

describe('rounding', () => {
  it.each([
    // As floats: 2.675 -> 2.67, 66.65 -> 66.6, 1.005 -> 1.
    [2675, 1000, 2, 2.68],
    [6665, 100, 1, 66.7],
    [1005, 1000, 2, 1.01],
    [107, 40, 2, 2.68],
    [1, 3, 2, 0.33],
    [2, 3, 2, 0.67],
    [5, 2, 0, 3],
    [0, 7, 2, 0],
    [485, 100, 1, 4.9],
  ])('%d/%d to %d decimals is %d', (numerator, denominator, decimals, expected) => {
    expect(halfUp(numerator, denominator, decimals)).toBe(expected)
  })

  it('is half up of the exact fraction, whatever it is', () => {
    const whole = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 3 }),
        (n, d, decimals) => {
          const rounded = halfUp(n, d, decimals)
          // Its digits, as a person writes them, are within half a unit of the last place: below it, or right at it upwards.
          const units = BigInt(rounded.toFixed(decimals).replace('.', ''))
          const double = 2n * units * BigInt(d)
          const exact = 2n * BigInt(n) * 10n ** BigInt(decimals)
          expect(double - exact <= BigInt(d) && exact - double < BigInt(d)).toBe(true)
        },
      ),
    )
  })

  it('gives shares with their parts, and no percentage of nothing', () => {
    expect(rate(7, 9)).toEqual({ k: 7, n: 9, percent: 77.8 })
    expect(percent(0, 0)).toBeNull()
  })
})
