import { expect, it } from 'vitest'
import { reportLacks } from '../../../src/domain/duties/report-lacks.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { classOf, smallSchool, taught } from '../reports/small-school.ts'

const source = smallSchool({
  classes: { '7а': { pupils: ['А', 'Б', 'В'] } },
  assignments: [taught('7а,alg'), taught('7а,geo'), taught('7а,his')],
  // Algebra: А alone has a mark, two are missing. Geometry: all three. History: В is missing.
  periodMarks: [
    ['7а,alg', '2025-26/1', 'А', '5'],
    ...(['А', 'Б', 'В'] as const).map((pupil) => ['7а,geo', '2025-26/1', pupil, '4'] as const),
    ['7а,his', '2025-26/1', 'А', '3'],
    ['7а,his', '2025-26/1', 'Б', 'н/а'],
  ],
  lessons: [
    { journal: '7а,alg', date: '2025-09-02', roll: false },
    { journal: '7а,alg', date: '2025-09-03' },
    { journal: '7а,alg', date: '2025-11-05', roll: false },
  ],
})
const time = { from: '2025-09-01', to: '2025-10-24', period: reportPeriod(source.school, '2025-26/1')! }

it('names subjects without period marks, the most pupils first, and counts lessons without a roll', () => {
  const lacks = (key: Parameters<typeof reportLacks>[2]['key']) =>
    reportLacks(source, classOf(source, '7а'), { key, ...time })
  const marks = [
    { subject: 'alg', pupils: 2 },
    { subject: 'his', pupils: 1 },
  ]
  expect(lacks('class-teacher')).toEqual({ marks, few: [], rolls: 1 })
  expect(lacks('results')).toEqual({ marks, few: [], rolls: 0 })
  expect(lacks('summary-attendance')).toEqual({ marks: [], few: [], rolls: 1 })
  expect(lacks('movement')).toEqual({ marks: [], few: [], rolls: 0 })
  // Nobody has three marks: whoever has no period mark has no forecast either.
  expect(lacks('class-teacher-preliminary')).toEqual({ marks: [], few: marks, rolls: 0 })
})
