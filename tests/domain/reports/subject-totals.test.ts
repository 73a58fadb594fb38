import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageMark, subjectTotals } from '../../../src/domain/reports/subject-totals.ts'

describe('totals of a subject', () => {
  it('are those of the check in the formulas', () => {
    // N = 9 (осв is out): pass 7/9, quality 5/9, СОУ = (2*100 + 3*64 + 2*36 + 16 + 7)/9 = 487/9.
    expect(subjectTotals(['5', '5', '4', '4', '4', '3', '3', '2', 'н/а', 'осв'])).toMatchObject({
      n: 9,
      passPercent: 77.8,
      qualityPercent: 55.6,
      sou: 54.1,
      // 30/8
      average: 3.75,
    })
  })

  it('take another weight of н/а, as the school sets it', () => {
    // 480/9
    expect(subjectTotals(['5', '5', '4', '4', '4', '3', '3', '2', 'н/а', 'осв'], 0).sou).toBe(53.3)
  })

  it('count 1 with the twos, but as 1 in the average', () => {
    // (5 + 2 + 1)/3; СОУ = (100 + 32)/3
    expect(subjectTotals(['5', '2', '1'])).toMatchObject({
      '2': 2,
      n: 3,
      average: 2.67,
      passPercent: 33.3,
      sou: 44,
    })
  })

  it('leave credits and missing marks outside N, with counters of their own', () => {
    expect(subjectTotals(['зач', 'зач', 'незач', undefined])).toEqual({
      '5': 0,
      '4': 0,
      '3': 0,
      '2': 0,
      'н/а': 0,
      осв: 0,
      зач: 2,
      незач: 1,
      none: 1,
      n: 0,
      average: null,
      passPercent: null,
      qualityPercent: null,
      sou: null,
    })
  })

  it('count everybody once', () => {
    const mark = fc.constantFrom('5', '4', '3', '2', '1', 'н/а', 'осв', 'зач', 'незач', undefined)
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        const totals = subjectTotals(marks)
        const { n, none, зач, незач, осв } = totals
        expect(n + none + зач + незач + осв).toBe(marks.length)
        expect(totals['5'] + totals['4'] + totals['3'] + totals['2'] + totals['н/а']).toBe(n)
        expect(totals.passPercent ?? 0).toBeGreaterThanOrEqual(totals.qualityPercent ?? 0)
        if (totals.average !== null) expect(totals.average).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('average to hundredths, half up', () => {
    expect(averageMark([5, 5, 5, 5, 5, 4])).toBe(4.83)
    // 4.125
    expect(averageMark([5, 4, 4, 4, 4, 4, 4, 4])).toBe(4.13)
    expect(averageMark([])).toBeNull()
  })
})
