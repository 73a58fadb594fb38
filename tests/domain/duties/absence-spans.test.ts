import { describe, expect, it } from 'vitest'
import { overlapsOf, spanState } from '../../../src/domain/duties/absence-spans.ts'
import type { AbsenceSpan } from '../../../src/domain/school/class-view.ts'

const span = (from: string, to?: string, more: Partial<AbsenceSpan> = {}): AbsenceSpan => ({
  pupil: 'А',
  from,
  ...(to === undefined ? {} : { to }),
  code: 'Б',
  ...more,
})

describe('spans of absence', () => {
  it('are open until the pupil is back, then wait for their paper', () => {
    const today = '2025-11-12'
    expect(spanState(span('2025-11-10'), today)).toBe('now')
    expect(spanState(span('2025-11-10', '2025-11-12'), today)).toBe('now')
    expect(spanState(span('2025-11-13'), today)).toBe('ahead')
    expect(spanState(span('2025-11-10', '2025-11-11'), today)).toBe('noPaper')
    expect(spanState(span('2025-11-10', '2025-11-11', { document: 'справка № 14' }), today)).toBe('past')
  })

  it('that overlap name the days in common and the shorter, which holds', () => {
    const ill = span('2025-11-10', '2025-11-14')
    const contest = span('2025-11-13', '2025-11-17', { code: 'У' })
    // 10-14 and 13-17 are four days each: equal, Б before У. They share the 13th and the 14th.
    expect(overlapsOf(contest, [ill])).toEqual([
      { other: ill, from: '2025-11-13', to: '2025-11-14', wins: false },
    ])
    const short = span('2025-11-11', '2025-11-12', { code: 'У' })
    expect(overlapsOf(short, [ill])).toMatchObject([{ from: '2025-11-11', to: '2025-11-12', wins: true }])
    // An open one is the longest of all.
    expect(overlapsOf(span('2025-11-12'), [ill])).toMatchObject([
      { from: '2025-11-12', to: '2025-11-14', wins: false },
    ])
    expect(overlapsOf(span('2025-11-12'), [span('2025-11-01')])).toMatchObject([
      { from: '2025-11-12', to: undefined },
    ])
  })

  it('of other pupils and of other days do not overlap', () => {
    const one = span('2025-11-10', '2025-11-12')
    expect(overlapsOf(one, [span('2025-11-13'), span('2025-11-10', '2025-11-12', { pupil: 'Б' })])).toEqual(
      [],
    )
  })
})
