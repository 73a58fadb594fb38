import { describe, expect, test } from 'vitest'
import { periodMarkAdvice } from '../../../src/domain/journal/period-mark-advice.ts'
import { yearMarkAdvice } from '../../../src/domain/journal/year-mark-advice.ts'
import type { GridEntry, GridRow, PeriodCell } from '../../../src/screens/journal/grid.ts'
import {
  periodLists,
  periodOfPlace,
  periodPlace,
  readPeriodEntry,
  suggestionFor,
  suggestionsOf,
} from '../../../src/screens/journal/period-column.ts'

const typed = (mark: Extract<GridEntry, { kind: 'mark' }>['mark']): GridEntry => ({
  kind: 'mark',
  mark,
  another: false,
})

test("an address names a period's column or a lesson's", () => {
  expect(periodOfPlace(periodPlace('2026-q2'))).toBe('2026-q2')
  expect(periodOfPlace('2026-11-24,3,0')).toBeUndefined()
})

describe('what is typed into the column', () => {
  const own = { right: 'granted', grading: 'marks' } as const

  test('digits give a mark, Delete takes it back', () => {
    expect(readPeriodEntry(typed('4'), own)).toEqual({ mark: '4' })
    expect(readPeriodEntry({ kind: 'clear' }, own)).toEqual({ mark: null })
  })

  test('nothing is owed or absent for a period', () => {
    expect(readPeriodEntry(typed('.'), own)).toEqual({ denied: 'notPeriodMark' })
    expect(readPeriodEntry({ kind: 'letter', letter: 'Н' }, own)).toEqual({ denied: 'notPeriodMark' })
  })

  test('a credit journal has no digits', () => {
    const credit = { right: 'granted', grading: 'credit' } as const
    expect(readPeriodEntry(typed('5'), credit)).toEqual({ denied: 'notPeriodMark' })
    expect(readPeriodEntry({ kind: 'clear' }, credit)).toEqual({ mark: null })
  })

  test('a locked period and a journal of somebody else refuse all, each with its reason', () => {
    for (const entry of [typed('5'), { kind: 'clear' } as const]) {
      expect(readPeriodEntry(entry, { ...own, right: 'locked' })).toEqual({ denied: 'locked' })
      expect(readPeriodEntry(entry, { ...own, right: 'notYours' })).toEqual({ denied: 'periodMark' })
    }
  })
})

const good = periodMarkAdvice({ sum: 26, weight: 6, count: 3 })
const few = periodMarkAdvice({ sum: 10, weight: 2, count: 1 })
const suggested = { mark: '4', suggested: true, advice: good }

function row(pupil: string, cell: PeriodCell | undefined, left?: string): GridRow {
  return { pupil, name: pupil, cells: [], ends: new Map(cell ? [['q2', cell]] : []), left }
}

const rows = [
  row('open', suggested),
  row('decided', { mark: '5', suggested: false, advice: good }),
  row('few', { mark: 'н/а', suggested: true, advice: few }),
  row('left', suggested, '2026-11-12'),
  row('disagrees', { ...suggested, conflict: '5' }),
  row('credit', { mark: '', suggested: false }),
  row('ungraded', undefined),
]

test('suggested at once: who has none, is still here, disagrees with nobody, and has marks enough', () => {
  expect(suggestionsOf(rows, 'q2')).toEqual([{ pupil: 'open', mark: '4' }])
  expect(suggestionsOf(rows, 'q3')).toEqual([])
})

test('a year is suggested from its periods, a final mark as the year', () => {
  const year: PeriodCell = { mark: '4', suggested: true, yearAdvice: yearMarkAdvice(['4', '4', '3', '4']) }
  expect(suggestionsOf([row('p', year)], 'q2')).toEqual([{ pupil: 'p', mark: '4' }])
  expect(suggestionFor({ mark: '', suggested: false, yearAdvice: yearMarkAdvice(['4', undefined]) })).toBe(
    undefined,
  )
})

test('lists tell who is one mark short, who has too few, and who has none yet', () => {
  const names = (list: readonly GridRow[]) => list.map(({ pupil }) => pupil)
  const almost = periodMarkAdvice({ sum: 20, weight: 4, count: 2 })
  const lists = periodLists([...rows, row('almost', { mark: 'н/а', suggested: true, advice: almost })], 'q2')
  // 13 of 3 is 4.33: with one more 5 it is 18 of 4, 4.5.
  expect(names(lists.oneShort)).toEqual(['open', 'disagrees', 'almost'])
  expect(names(lists.tooFew)).toEqual(['few', 'almost'])
  expect(names(lists.open)).toEqual(['open', 'few', 'disagrees', 'credit', 'almost'])
})
