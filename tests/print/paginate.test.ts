import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paginate } from '../../src/print/paginate.ts'

describe('paginate', () => {
  it('fills pages and keeps what follows the rows on the last one', () => {
    expect(paginate([5, 5, 5], 100, 120, 20)).toEqual([3])
    expect(paginate(Array(30).fill(5), 100, 120, 20)).toEqual([20, 10])
  })

  it('takes the last two rows along when the rest does not fit under them', () => {
    expect(paginate(Array(20).fill(5), 100, 120, 20)).toEqual([18, 2])
    expect(paginate([5, 5], 20, 120, 20)).toEqual([2, 0])
  })

  it('prints a class without pupils', () => {
    expect(paginate([], 100, 120, 20)).toEqual([0])
  })

  it('loses no row, overfills no page, and gives the rest two rows for company', () => {
    const heights = fc.array(fc.integer({ min: 4, max: 12 }), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(heights, fc.integer({ min: 0, max: 60 }), (rows, tail) => {
        const pages = paginate(rows, 100, 120, tail)
        let from = 0
        pages.forEach((count, page) => {
          const used = rows.slice(from, from + count).reduce((sum, height) => sum + height, 0)
          const last = page === pages.length - 1
          expect(used + (last ? tail : 0)).toBeLessThanOrEqual(page === 0 ? 100 : 120)
          from += count
        })
        expect(from).toBe(rows.length)
        expect(pages.at(-1)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})
