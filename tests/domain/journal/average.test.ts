import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { averageOf, hundredths, suggestedMark } from '../../../src/domain/journal/average.ts'
import type { Mark } from '../../../src/domain/ledger/attributes.ts'

const marks = (...all: Mark[]) => all.map((mark) => ({ work: '', mark }))
const none = new Map()

describe('averages and suggestions (rules.md, Marks)', () => {
  test('only 1-5 count: 5, н/а, осв, 4, «.», зач -> 4.50 over two marks', () => {
    const average = averageOf(marks('5', 'н/а', 'осв', '4', '.', 'зач'), none)
    expect(average.count).toBe(2)
    expect(hundredths(average)).toBe(450)
  })

  test('weights: 5 x 2 and 3 x 0.5 -> (10 + 1.5) / 2.5 = 4.60; weight 0 does not count', () => {
    const works = new Map([
      ['w1', { weight: 2 }],
      ['w2', { weight: 0.5 }],
      ['w3', { weight: 0 }],
    ])
    const average = averageOf(
      [
        { work: 'w1', mark: '5' },
        { work: 'w2', mark: '3' },
        { work: 'w3', mark: '2' },
      ],
      works,
    )
    expect(hundredths(average)).toBe(460)
    expect(average.count).toBe(2)
  })

  test("a retake replaces the first mark, with the first work's weight: 2 (x3) retaken 4, and 5 -> (12 + 5) / 4 = 4.25", () => {
    const works = new Map([
      ['first', { weight: 3 }],
      ['again', { weight: 1, retakeOf: 'first' }],
    ])
    const average = averageOf(
      [
        { work: 'first', mark: '2' },
        { work: 'again', mark: '4' },
        { work: '', mark: '5' },
      ],
      works,
    )
    expect(hundredths(average)).toBe(425)
  })

  test('a retake still owed replaces nothing', () => {
    const works = new Map([
      ['first', {}],
      ['again', { retakeOf: 'first' }],
    ])
    expect(
      hundredths(
        averageOf(
          [
            { work: 'first', mark: '2' },
            { work: 'again', mark: '.' },
          ],
          works,
        ),
      ),
    ).toBe(200)
  })

  test('half up at two decimals: 4,4,5,... 107/24 = 4.4583 -> 4.46; 3.495 -> 3.50', () => {
    expect(hundredths({ sum: 107, weight: 24, count: 24 })).toBe(446)
    expect(hundredths({ sum: 699, weight: 200, count: 200 })).toBe(350)
  })

  test('thresholds 4.5, 3.5, 2.5; fewer than three marks suggest н/а; 1 is never suggested', () => {
    expect(suggestedMark(averageOf(marks('5', '4', '5', '4'), none))).toBe('5')
    expect(suggestedMark(averageOf(marks('4', '4', '3', '3'), none))).toBe('4')
    expect(suggestedMark(averageOf(marks('3', '2', '3', '2'), none))).toBe('3')
    expect(suggestedMark(averageOf(marks('1', '1', '1'), none))).toBe('2')
    expect(suggestedMark(averageOf(marks('5', '5'), none))).toBe('н/а')
  })

  test('an average lies between the least and the greatest mark, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Mark>('1', '2', '3', '4', '5'), { minLength: 1 }), (all) => {
        const value = hundredths(averageOf(marks(...all), none))!
        expect(value).toBeGreaterThanOrEqual(Math.min(...all.map(Number)) * 100)
        expect(value).toBeLessThanOrEqual(Math.max(...all.map(Number)) * 100)
        expect(hundredths(averageOf(marks(...[...all].reverse()), none))).toBe(value)
      }),
    )
  })
})
