import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageOf, suggestedMark } from '../../../src/domain/journal/average.ts'
import { periodMarkAdvice } from '../../../src/domain/journal/period-mark-advice.ts'
import type { Mark } from '../../../src/domain/ledger/attributes.ts'

const averageFrom = (...marks: Mark[]) =>
  averageOf(
    marks.map((mark) => ({ work: '', mark })),
    new Map(),
  )
const advice = (...marks: Mark[]) => periodMarkAdvice(averageFrom(...marks))

describe('advice on a period mark (rules.md, Marks)', () => {
  it('says «4,48: до «5» не хватает 0,02»', () => {
    const weighted = { sum: 448, weight: 100, count: 30 }
    expect(periodMarkAdvice(weighted)).toMatchObject({
      average: 448,
      suggested: '4',
      reason: { kind: 'average', average: 448, from: 350, next: { mark: '5', from: 450, missing: 2 } },
    })
  })

  it('has nothing above 5 and nothing below 2', () => {
    expect(advice('5', '5', '5').reason).toEqual({ kind: 'average', average: 500, from: 450 })
    expect(advice('1', '1', '1')).toMatchObject({
      suggested: '2',
      reason: { kind: 'average', average: 100, next: { mark: '3', from: 250, missing: 150 } },
    })
  })

  it('suggests н/а for want of marks, and knows who wants one only', () => {
    expect(advice('.', 'зач')).toEqual({
      average: undefined,
      count: 0,
      suggested: 'н/а',
      reason: { kind: 'noMarks', minimum: 3 },
      oneShort: undefined,
    })
    expect(advice('5')).toMatchObject({
      reason: { kind: 'tooFew', count: 1, minimum: 3 },
      oneShort: undefined,
    })
    expect(advice('5', '5')).toMatchObject({
      average: 500,
      suggested: 'н/а',
      oneShort: { kind: 'ofMinimum' },
    })
  })

  it('knows whom one more 5 would raise', () => {
    // 4,4,5,4 = 4.25; with a 5: 22/5 = 4.40. 4,4,5,5,4 = 4.40; with a 5: 27/6 = 4.50.
    expect(advice('4', '4', '5', '4').oneShort).toBeUndefined()
    expect(advice('4', '4', '5', '5', '4').oneShort).toEqual({ kind: 'ofBetterMark', mark: '5' })
    expect(advice('2', '2', '2', '2').oneShort).toEqual({ kind: 'ofBetterMark', mark: '3' })
  })

  it('goes by the thresholds and the minimum of the school', () => {
    const settings = { five: 460, four: 360, three: 260, minimum: 1, retake: 'replaces' as const }
    expect(periodMarkAdvice(averageFrom('5', '4'), settings)).toMatchObject({
      suggested: '4',
      reason: { kind: 'average', from: 360, next: { mark: '5', missing: 10 } },
    })
  })

  it('agrees with itself for any marks', () => {
    const marks = fc.array(fc.constantFrom<Mark>('1', '2', '3', '4', '5', 'н/а', '.'), { maxLength: 12 })
    fc.assert(
      fc.property(marks, (given) => {
        const { oneShort, reason, suggested } = advice(...given)
        const then = suggestedMark(averageFrom(...given, '5'))
        if (suggested === 'н/а') expect(oneShort !== undefined).toBe(then !== 'н/а')
        else expect(oneShort).toEqual(then === suggested ? undefined : { kind: 'ofBetterMark', mark: then })
        if (reason.kind !== 'average') return
        expect(suggested).toBe(reason.next ? String(Number(reason.next.mark) - 1) : '5')
        if (reason.from !== undefined) expect(reason.average).toBeGreaterThanOrEqual(reason.from)
        if (reason.next) expect(reason.average + reason.next.missing).toBe(reason.next.from)
      }),
    )
  })
})
