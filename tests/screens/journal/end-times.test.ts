import { expect, test } from 'vitest'
import type { Period } from '../../../src/domain/school/school-view.ts'
import { endTimes } from '../../../src/screens/journal/end-times.ts'
import { chosenView, monthsOfYear } from '../../../src/screens/journal/journal-view-choice.ts'

const year = { id: '2026-27', starts: '2026-09-01', ends: '2027-05-26' }
const period = (id: string, kind: Period['kind'], number: number, starts: string, ends: string): Period => ({
  id: `2026-27/${id}`,
  year: year.id,
  kind,
  number,
  starts,
  ends,
})
const periods = [
  period('1', 'quarter', 1, '2026-09-01', '2026-10-24'),
  period('2', 'quarter', 2, '2026-11-05', '2026-12-30'),
  period('h1', 'half', 1, '2026-09-01', '2026-12-30'),
  period('h2', 'half', 2, '2027-01-12', '2027-05-26'),
]
const ids = (grade: number, attested?: 'quarter' | 'half' | 'year') =>
  endTimes(periods, year, grade, attested).map(({ id }) => id.slice('2026-27/'.length))

test('a journal ends in the marks of its periods and the year, grades 9 and 11 in exam and final mark', () => {
  expect(ids(7)).toEqual(['1', '2', 'year'])
  expect(ids(7, 'half')).toEqual(['h1', 'h2', 'year'])
  expect(ids(7, 'year')).toEqual(['year'])
  expect(ids(9)).toEqual(['1', '2', 'year', 'exam', 'final'])
  expect(ids(11)).toEqual(['h1', 'h2', 'year', 'exam', 'final'])
})

test('the year is made of its periods, or of its marks where it has none; the final one of what the grade says', () => {
  const [, , ofYear, exam, final] = endTimes(periods, year, 9, undefined)
  expect(ofYear).toMatchObject({ fromMarks: false, basis: ['2026-27/1', '2026-27/2'] })
  expect(exam).toMatchObject({ fromMarks: false, basis: [] })
  expect(final?.basis).toEqual(['2026-27/year', '2026-27/exam'])
  expect(endTimes(periods, year, 11, undefined).at(-1)?.basis).toEqual([
    '2026-27/h1',
    '2026-27/h2',
    '2026-27/year',
  ])
  expect(endTimes(periods, year, 7, 'year')[0]).toMatchObject({ fromMarks: true })
})

test('a choice is a period with its mark, a month without any, the year with all, or the marks alone', () => {
  const marks = endTimes(periods, year, 7, undefined)
  const of = (choice: string, own = marks) => chosenView(choice, periods, year, own)
  expect(of('2026-27/2')).toMatchObject({ starts: '2026-11-05', lessons: true, marks: [marks[1]] })
  expect(of('2026-11')).toMatchObject({ starts: '2026-11-01', ends: '2026-11-30', marks: [] })
  expect(of('2027-02')).toMatchObject({ ends: '2027-02-28' })
  expect(of('')).toMatchObject({ starts: '2026-09-01', ends: '2027-05-26', lessons: true, marks })
  expect(of('marks')).toMatchObject({ lessons: false, marks })
  // The half-year's mark stands in the quarter with which it ends.
  const halves = endTimes(periods, year, 7, 'half')
  expect(of('2026-27/1', halves).marks).toEqual([])
  expect(of('2026-27/2', halves).marks).toEqual([halves[0]])
})

test('months of a school year', () => {
  expect(monthsOfYear(year)).toEqual([
    ...['2026-09', '2026-10', '2026-11', '2026-12'],
    ...['2027-01', '2027-02', '2027-03', '2027-04', '2027-05'],
  ])
})
