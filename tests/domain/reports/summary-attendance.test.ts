import { describe, expect, it } from 'vitest'
import { summaryAttendance } from '../../../src/domain/reports/summary-attendance.ts'
import { summaryAttendanceTable } from '../../../src/domain/reports/summary-attendance-table.ts'
import { classOf, type SmallSchool, smallSchool } from './small-school.ts'

function report(spec: SmallSchool, classId = '7а') {
  const source = smallSchool(spec)
  return summaryAttendance(source, classOf(source, classId), source.school.years[0]!)
}

const none = { days: { total: 0, ill: 0 }, lessons: { total: 0, Б: 0, У: 0, Н: 0 }, late: 0 }
const missed = (total: number, ill: number, Б: number, У: number, Н: number, late = 0) => ({
  days: { total, ill },
  lessons: { total: Б + У + Н, Б, У, Н },
  late,
})

describe('the summary of attendance', () => {
  const spec: SmallSchool = {
    classes: {
      '7а': {
        pupils: ['а', 'б'],
        movements: [
          { pupil: 'а', kind: 'enrolled', date: '2025-09-01' },
          { pupil: 'а', kind: 'moved_out', date: '2025-11-06' },
          { pupil: 'б', kind: 'arrived', date: '2025-11-06' },
        ],
        // The shorter one wins; the open one is the longest.
        spans: [
          { pupil: 'а', from: '2025-09-01', code: 'У' },
          { pupil: 'а', from: '2025-09-02', to: '2025-09-03', code: 'Б' },
        ],
      },
      '7б': { pupils: ['а'], movements: [{ pupil: 'а', kind: 'moved_in', date: '2025-11-06' }] },
    },
    lessons: [
      { journal: '7а,alg', date: '2025-09-01', absent: { а: '' } },
      { journal: '7а,alg', date: '2025-09-02', absent: { а: '' } },
      { journal: '7а,bio', date: '2025-09-02', bell: 2, absent: { а: '' } },
      { journal: '7а,alg', date: '2025-09-03', absent: { а: '' } },
      { journal: '7а,bio', date: '2025-09-03', bell: 2, absent: { а: 'Н' }, roll: false },
      { journal: '7а,bio', date: '2025-09-04', held: false, absent: { а: '' } },
      { journal: '7а,alg', date: '2025-11-05', absent: { а: '' } },
      { journal: '7а,alg', date: '2025-11-06', absent: { а: '', б: '' } },
      { journal: '7а,alg', date: '2025-11-07', late: ['б'] },
      { journal: '7б,alg', date: '2025-11-06', absent: { а: '' } },
    ],
  }

  it('is of each pupil over his time in the class, by quarters and in the year', () => {
    const { rows, totals, withoutRoll } = report(spec)
    // 1.09 У; 2.09 two lessons Б, ill; 3.09 Б and an explicit Н: missed, not ill. 5.11 У; from 6.11 on of 7Б.
    const first = missed(3, 1, 3, 1, 1)
    expect(rows).toEqual([
      {
        pupil: 'а',
        name: 'а Имя',
        periods: {
          '2025-26/1': first,
          '2025-26/2': missed(1, 0, 0, 1, 0),
          '2025-26/3': none,
          '2025-26/4': none,
        },
        year: missed(4, 1, 3, 2, 1),
      },
      {
        pupil: 'б',
        name: 'б Имя',
        periods: {
          '2025-26/1': none,
          '2025-26/2': missed(1, 0, 0, 0, 1, 1),
          '2025-26/3': none,
          '2025-26/4': none,
        },
        year: missed(1, 0, 0, 0, 1, 1),
      },
    ])
    expect(totals.periods['2025-26/2']).toEqual(missed(2, 0, 0, 1, 1, 1))
    expect(totals.year).toEqual(missed(5, 1, 3, 2, 2, 1))
    expect(withoutRoll).toBe(1)
  })

  it('counts in the new class what was missed there, under the span that came along', () => {
    expect(report(spec, '7б').rows).toMatchObject([{ pupil: 'а', year: missed(1, 0, 0, 1, 0) }])
  })

  it('goes by half-years in grades 10 and 11', () => {
    const { rows, totals } = report(
      {
        classes: { '10а': { grade: 10, pupils: ['а'] } },
        lessons: [{ journal: '10а,alg', date: '2025-11-05', absent: { а: 'Б' } }],
      },
      '10а',
    )
    expect(rows[0]!.periods).toEqual({ '2025-26/h1': missed(1, 1, 1, 0, 0), '2025-26/h2': none })
    expect(Object.keys(totals.periods)).toEqual(['2025-26/h1', '2025-26/h2'])
  })

  it('is all zeros for a class without pupils or lessons', () => {
    expect(report({ classes: { '7а': { pupils: [] } } })).toMatchObject({ rows: [], totals: { year: none } })
  })

  it('fills a table of blocks', () => {
    const source = smallSchool(spec)
    const made = summaryAttendance(source, classOf(source, '7а'), source.school.years[0]!)
    const table = summaryAttendanceTable(made, source.school)
    expect([...new Set(table.columns.slice(2).map(({ group }) => group))]).toEqual([
      'I',
      'II',
      'III',
      'IV',
      'Год',
    ])
    for (const row of [...table.rows, ...table.totals]) expect(row).toHaveLength(2 + 5 * 7)
    expect(table.rows[0]!.slice(0, 16)).toEqual([1, 'а Имя', 3, 1, 5, 3, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0])
    expect(table.totals[0]!.slice(-7)).toEqual([5, 1, 7, 3, 2, 2, 1])
    expect(table.footnotes.at(-1)).toBe('Уроков без отметки явки: 1; они считаются проведёнными.')
  })
})
