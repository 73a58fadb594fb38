import { describe, expect, it } from 'vitest'
import { hundredths } from '../../../src/domain/journal/average.ts'
import type { CarriedMarks, FormerMark } from '../../../src/domain/journal/journal-view.ts'
import { marksFromElsewhere, withMarks } from '../../../src/domain/journal/marks-from-elsewhere.ts'
import { periodMarkAdvice } from '../../../src/domain/journal/period-mark-advice.ts'
import { commonMarkSettings } from '../../../src/domain/school/school-view.ts'

const own = { class: '7а', subject: 'alg' }
const quarter = { id: '2026-27/2', starts: '2026-11-05', ends: '2026-12-30' }

const carried = (from: CarriedMarks['from'], marks: CarriedMarks['marks']): CarriedMarks => ({
  pupil: 'p',
  from,
  marks,
  absences: [],
  periodMarks: [],
})
const before = carried({ class: '7б', subject: 'alg' }, [
  { date: '2026-10-20', mark: '2' },
  { date: '2026-11-12', mark: '4', weight: 2 },
  { date: '2026-11-09', mark: '5' },
  { mark: '3' },
])
const former: FormerMark[] = [
  { pupil: 'p', mark: '3', date: '2026-11-06', place: 'школа № 2' },
  { pupil: 'p', mark: '4', period: '2026-27/2' },
  { pupil: 'p', mark: '2', period: '2026-27/1' },
  // Its date says more than the period written beside it.
  { pupil: 'p', mark: '2', period: '2026-27/2', date: '2026-09-20' },
  { pupil: 'p', mark: '2' },
  { pupil: 'other', mark: '2', date: '2026-11-06' },
]

describe('marks given elsewhere', () => {
  it('belong to the period of their date, or to the one they name, earliest first', () => {
    const marks = marksFromElsewhere({ carried: [before], former }, own, 'p', quarter)
    expect(marks.map(({ mark, weight, date }) => [mark, weight, date])).toEqual([
      ['4', 1, undefined],
      ['3', 1, '2026-11-06'],
      ['5', 1, '2026-11-09'],
      ['4', 2, '2026-11-12'],
    ])
    expect(marks[0]!.from).toEqual({ school: '' })
    expect(marks[1]!.from).toEqual({ school: 'школа № 2' })
    expect(marks[3]!.from).toEqual({ journal: { class: '7б', subject: 'alg' } })
  })

  it('do not come twice from the journal itself', () => {
    const self = carried(own, [{ date: '2026-11-12', mark: '2' }])
    expect(marksFromElsewhere({ carried: [self], former: [] }, own, 'p', quarter)).toEqual([])
  })

  it('count in the average and in the advice by their weights', () => {
    const marks = marksFromElsewhere({ carried: [before], former: [] }, own, 'p', quarter)
    // One 5 here; 5 and 4 of weight 2 from 7б: (5 + 5 + 8) / 4 = 4.5, three marks.
    const average = withMarks({ sum: 10, weight: 2, count: 1 }, marks)
    expect(average).toEqual({ sum: 36, weight: 8, count: 3 })
    expect(hundredths(average)).toBe(450)
    expect(periodMarkAdvice(average, commonMarkSettings)).toMatchObject({ suggested: '5', count: 3 })
    expect(periodMarkAdvice(average, { ...commonMarkSettings, five: 460, minimum: 4 })).toMatchObject({
      suggested: 'н/а',
      oneShort: { kind: 'ofMinimum' },
    })
  })

  it('count nothing where they are no number or have no weight', () => {
    const marks = [
      { mark: 'зач', weight: 1 },
      { mark: '5', weight: 0 },
    ] as const
    expect(withMarks({ sum: 8, weight: 2, count: 1 }, marks)).toEqual({ sum: 8, weight: 2, count: 1 })
  })
})
