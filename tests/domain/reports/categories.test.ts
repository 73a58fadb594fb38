import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoryOf, classRates } from '../../../src/domain/reports/categories.ts'

const subjects = ['alg', 'bio', 'chem', 'eng']

function category(...marks: (string | undefined)[]) {
  const given = marks.flatMap((mark, index): [string, string][] =>
    mark === undefined ? [] : [[subjects[index]!, mark]],
  )
  return categoryOf(subjects.slice(0, marks.length), new Map(given))
}

describe('the category of a pupil', () => {
  it.each([
    ['failing', ['bio'], ['5', '2', 'н/а', undefined]],
    ['failing', ['alg', 'bio', 'chem'], ['1', '2', 'незач', '5']],
    ['notAttested', ['bio'], ['5', 'н/а', undefined, '3']],
    ['incomplete', ['chem'], ['5', '3', undefined, '3']],
    ['excellent', [], ['5', '5', 'осв', 'зач']],
    ['oneFour', ['bio'], ['5', '4', '5', '5']],
    ['good', [], ['4', '4', '5', 'зач']],
    ['oneThree', ['chem'], ['5', '4', '3', '4']],
    ['satisfactory', [], ['3', '3', '5', '5']],
  ])('is %s %j with marks %j', (key, named, marks) => {
    expect(category(...marks)).toEqual({ key, subjects: named })
  })

  it('is none for who is exempt from all marks, has only credits, or nothing that counts', () => {
    expect(category('осв', 'осв')).toBeUndefined()
    expect(category('осв', 'зач')).toBeUndefined()
    expect(categoryOf([], undefined)).toBeUndefined()
  })

  it('looks only at the subjects that count', () => {
    expect(
      categoryOf(
        ['alg'],
        new Map([
          ['alg', '5'],
          ['bio', '2'],
        ]),
      ),
    ).toEqual({ key: 'excellent', subjects: [] })
  })

  it('makes the class rates: who has one is N', () => {
    const all = [
      category('2'),
      category('н/а'),
      category(undefined),
      category('5'),
      category('4', '5'),
      category('4', '4'),
    ]
    const rates = classRates([...all, category('3'), category('3', '3'), category('осв')])
    expect(rates).toEqual({
      passRate: { k: 5, n: 8, percent: 62.5 },
      qualityRate: { k: 3, n: 8, percent: 37.5 },
    })
    expect(classRates([category('осв')]).passRate).toEqual({ k: 0, n: 0, percent: null })
  })

  it('is one at most, and passing includes quality', () => {
    const mark = fc.constantFrom('5', '4', '3', '2', '1', 'н/а', 'осв', 'зач', 'незач', undefined)
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, mark, mark)), (pupils) => {
        const { passRate, qualityRate } = classRates(pupils.map((marks) => category(...marks)))
        expect(passRate.n).toBe(qualityRate.n)
        expect(qualityRate.k).toBeLessThanOrEqual(passRate.k)
        expect(passRate.n).toBeLessThanOrEqual(pupils.length)
      }),
    )
  })
})
