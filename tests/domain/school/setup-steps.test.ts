import { expect, test } from 'vitest'
import { emptyClass } from '../../../src/domain/school/class-view.ts'
import { emptySchool, type SchoolView } from '../../../src/domain/school/school-view.ts'
import { setupSteps, yearToSetUp } from '../../../src/domain/school/setup-steps.ts'

const year = { id: '2026-27', starts: '2026-09-01', ends: '2027-05-26' }
const summer = '2026-08-20'

const stateOf = (school: SchoolView, classes = new Map<string, typeof emptyClass>()) =>
  Object.fromEntries(setupSteps(school, classes, summer).map(({ id, ...rest }) => [id, rest]))

test('of an empty school nothing is done', () => {
  expect(setupSteps(emptySchool, new Map(), summer).map(({ state }) => state)).toEqual(Array(10).fill('none'))
})

test('a class without a teacher, and one without pupils, keep their steps from being done', () => {
  const school: SchoolView = {
    ...emptySchool,
    years: [year],
    staff: new Map([['t', { id: 't', last: 'Трефилова', first: 'Светлана', roles: ['teacher'] }]]),
    classes: new Map([
      ['a', { id: 'a', year: year.id, grade: 7, letter: 'А', classTeacher: 't' }],
      ['b', { id: 'b', year: year.id, grade: 7, letter: 'Б' }],
      ['old', { id: 'old', year: '2025-26', grade: 6, letter: 'А' }],
    ]),
  }
  const own = {
    ...emptyClass,
    pupils: [
      { id: 'p1', last: 'Белов', first: 'Иван' },
      { id: 'p2', last: 'Сомов', first: 'Олег' },
    ],
    // The second never entered the class.
    movements: [{ pupil: 'p1', kind: 'enrolled', date: '2026-09-01' } as const],
  }
  const steps = stateOf(school, new Map([['a', own]]))
  expect(steps.year).toEqual({ state: 'started', count: 1, ready: 1, total: 3 })
  expect(steps.staff?.state).toBe('done')
  expect(steps.classes).toEqual({ state: 'started', count: 2, ready: 1, total: 2 })
  expect(steps.pupils).toEqual({ state: 'started', count: 1, ready: 1, total: 2 })
})

test('the year that is set up: the one that lasts, else the next, else the last', () => {
  const next = { id: '2027-28', starts: '2027-09-01', ends: '2028-05-26' }
  const years = [year, next]
  expect(
    ['2026-08-01', '2027-05-26', '2027-06-10', '2029-01-01'].map((date) => yearToSetUp({ years }, date)?.id),
  ).toEqual(['2026-27', '2026-27', '2027-28', '2027-28'])
})
