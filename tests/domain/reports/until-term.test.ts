import { describe, expect, it } from 'vitest'
import { summaryAttendance } from '../../../src/domain/reports/summary-attendance.ts'
import { summaryMarks } from '../../../src/domain/reports/summary-marks.ts'
import { classOf, smallSchool, taught } from './small-school.ts'

/** The first quarter, and what the second one adds: an absence, a mark, and Г who comes with marks of the first. */
function school(later: boolean) {
  return smallSchool({
    classes: {
      '7а': {
        pupils: later ? ['А', 'Б', 'Г'] : ['А', 'Б'],
        movements: later ? [{ pupil: 'Г', kind: 'enrolled', date: '2025-11-10' }] : [],
      },
    },
    assignments: [taught('7а,alg')],
    lessons: [
      { journal: '7а,alg', date: '2025-09-02', absent: { А: 'Б' } },
      ...(later
        ? [{ journal: '7а,alg', date: '2025-11-11', absent: { А: '' as const, Г: '' as const } }]
        : []),
    ],
    periodMarks: [
      ['7а,alg', '2025-26/1', 'А', '5'],
      ['7а,alg', '2025-26/1', 'Б', '4'],
      ...(later
        ? ([
            ['7а,alg', '2025-26/2', 'А', '4'],
            ['7а,alg', '2025-26/1', 'Г', '3'],
          ] as const)
        : []),
    ],
  })
}

describe('a sheet of the year handed in for a quarter', () => {
  const [then, now] = [school(false), school(true)]
  const year = then.school.years[0]!

  it('says the same of attendance whatever the next quarter brings', () => {
    const until = (source: typeof then) =>
      summaryAttendance(source, classOf(source, '7а'), year, '2025-10-24')
    expect(until(now)).toEqual(until(then))
    // А missed one lesson by 24 October and one after it; the year's sheet has both.
    expect(until(now).totals.year.lessons).toEqual({ total: 1, Б: 1, У: 0, Н: 0 })
    expect(summaryAttendance(now, classOf(now, '7а'), year).totals.year.lessons).toEqual({
      total: 3,
      Б: 1,
      У: 0,
      Н: 2,
    })
  })

  it('says the same of marks, without those of later quarters and of who came later', () => {
    const until = (source: typeof then) => summaryMarks(source, classOf(source, '7а'), year, '2025-10-24')
    expect(until(now)).toEqual(until(then))
    expect(until(now).rows.map(({ pupil, marks }) => [pupil, marks])).toEqual([
      ['А', { alg: { '2025-26/1': '5' } }],
      ['Б', { alg: { '2025-26/1': '4' } }],
    ])
  })
})
