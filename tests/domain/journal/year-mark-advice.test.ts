import { describe, expect, it } from 'vitest'
import { finalMarkAdvice, yearMarkAdvice } from '../../../src/domain/journal/year-mark-advice.ts'

describe('advice on year and final marks (rules.md, Marks)', () => {
  it('is the mean of the numeric period marks, half up', () => {
    expect(yearMarkAdvice(['4', '5', '4', '5'])).toEqual({
      kind: 'mean',
      suggested: '5',
      mean: 450,
      count: 4,
    })
    expect(yearMarkAdvice(['4', '4', '4', '5'])).toMatchObject({ suggested: '4', mean: 425 })
    expect(yearMarkAdvice(['3', '3', '4'])).toMatchObject({ suggested: '3', mean: 333 })
    expect(yearMarkAdvice(['осв', '4', '5', '5'])).toMatchObject({ suggested: '5', mean: 467, count: 3 })
  })

  it('is never 1', () => {
    expect(yearMarkAdvice(['1', '1'])).toMatchObject({ suggested: '2', mean: 100 })
  })

  it('is none with any н/а or a mark missing, or with none that is a number', () => {
    expect(yearMarkAdvice(['5', undefined, 'н/а', '5'])).toEqual({ kind: 'missing', missing: 1 })
    expect(yearMarkAdvice(['5', '5', 'н/а', '5'])).toEqual({ kind: 'notAttested', count: 1 })
    expect(yearMarkAdvice(['осв', 'зач'])).toEqual({ kind: 'noNumbers' })
    expect(yearMarkAdvice([])).toEqual({ kind: 'noNumbers' })
  })

  it('gives final marks: year and exam, year alone, all of 10-11', () => {
    expect(finalMarkAdvice({ kind: 'exam', year: '4', exam: '3' })).toMatchObject({ suggested: '4' })
    expect(finalMarkAdvice({ kind: 'exam', year: '4', exam: undefined })).toEqual({
      kind: 'missing',
      missing: 1,
    })
    expect(finalMarkAdvice({ kind: 'year', year: '3' })).toEqual({ kind: 'asYear', suggested: '3' })
    expect(finalMarkAdvice({ kind: 'year', year: 'осв' })).toEqual({ kind: 'asYear', suggested: 'осв' })
    expect(finalMarkAdvice({ kind: 'year', year: 'н/а' })).toEqual({ kind: 'notAttested', count: 1 })
    expect(finalMarkAdvice({ kind: 'year', year: undefined })).toEqual({ kind: 'missing', missing: 1 })
    expect(finalMarkAdvice({ kind: 'secondary', marks: ['4', '4', '4', '5', '5', '5'] })).toEqual({
      kind: 'mean',
      suggested: '5',
      mean: 450,
      count: 6,
    })
  })
})
