import { describe, expect, it } from 'vitest'
import { lessonsBySpread } from '../../src/print/paper-journal/spreads.ts'

const even = (count: number, height = 5) => Array.from({ length: count }, () => height)

describe('lessons of a journal on its spreads', () => {
  it('are as many as stand side by side', () => {
    expect(lessonsBySpread(even(46), 250, 20, 22, 22)).toEqual([22, 22, 2])
  })

  it('are fewer where their topics fill the page', () => {
    expect(lessonsBySpread(even(13, 60), 250, 20, 22, 22)).toEqual([4, 4, 4, 1])
    expect(lessonsBySpread([100, 100, 100, 10], 250, 20, 22, 22)).toEqual([2, 2])
  })

  it('leave room for the foot after the last', () => {
    // Four of 60 mm leave 10 for a foot of 20.
    expect(lessonsBySpread(even(4, 60), 250, 20, 22, 22)).toEqual([2, 2])
  })

  it('leave room for the marks of the periods that end', () => {
    expect(lessonsBySpread(even(22), 250, 20, 22, 20)).toEqual([11, 11])
  })

  it('take one spread where there are none, and one each where each fills a page', () => {
    expect(lessonsBySpread([], 250, 20, 22, 22)).toEqual([0])
    expect(lessonsBySpread([300, 300], 250, 20, 22, 22)).toEqual([1, 1])
  })
})
