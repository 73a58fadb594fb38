import { describe, expect, it } from 'vitest'
import { missingEntriesTable } from '../../../src/domain/reports/missing-entries-table.ts'
import { planFulfilmentTable } from '../../../src/domain/reports/plan-fulfilment-table.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { classFigures } from '../../../src/domain/reports/school-figures.ts'
import { schoolSummaryTable } from '../../../src/domain/reports/school-summary-table.ts'
import type { Cell } from '../../../src/domain/reports/table.ts'
import { keepingOverview } from '../../../src/domain/school/keeping-overview.ts'
import { classOf, smallSchool, taught } from './small-school.ts'

/** Fractions as their values. */
const plain = (cells: readonly Cell[]) =>
  cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.value : cell))

describe('the summary of the school', () => {
  const mark = (journal: string, pupil: string, given: string) =>
    [journal, '2025-26/1', pupil, given] as [string, string, string, '5']
  const source = smallSchool({
    classes: {
      '7а': { pupils: ['А', 'Б', 'В'] },
      '7б': { pupils: ['Г', 'Д'] },
      '1а': { grade: 1, pupils: ['Е'] },
    },
    assignments: [taught('7а,alg'), taught('7б,alg'), taught('1а,alg')],
    periodMarks: [
      mark('7а,alg', 'А', '5'),
      mark('7а,alg', 'Б', '3'),
      mark('7а,alg', 'В', '2'),
      mark('7б,alg', 'Г', '4'),
      mark('7б,alg', 'Д', 'н/а'),
    ],
    lessons: [
      { journal: '7а,alg', date: '2025-09-02', absent: { А: 'Б', Б: '' } },
      { journal: '7б,alg', date: '2025-09-02', absent: { Г: 'У' } },
    ],
  })
  const figures = ['7б', '1а', '7а'].map((id) => classFigures(source, classOf(source, id), '2025-10-30'))
  const table = schoolSummaryTable(source.school, reportPeriod(source.school, '2025-26/1')!, figures)

  it('has the classes of a parallel, their sum, and the school; grade 1 counts in pupils alone', () => {
    // Columns: excellent, oneFour, good, oneThree, satisfactory, failing, notAttested, incomplete; pass %, quality %;
    // missed total, Б, У, Н, for one pupil.
    expect(table.rows.map(plain)).toEqual([
      ['1а', 1, 0, 0, 0, 0, 0, 0, 0, 0, null, null, 0, 0, 0, 0, 0],
      // Of three one fails: 2/3 pass, 1/3 quality; 2 lessons missed by 3.
      ['7а', 3, 1, 0, 0, 1, 0, 1, 0, 0, 66.7, 33.3, 2, 1, 0, 1, 0.7],
      // Of two one is not attested; one «4» alone is «с одной 4».
      ['7б', 2, 0, 1, 0, 0, 0, 0, 1, 0, 50, 50, 1, 0, 1, 0, 0.5],
      // 3 of 5 pass, 2 of 5 have quality; 3 lessons by 5 pupils.
      ['7-е классы', 5, 1, 1, 0, 1, 0, 1, 1, 0, 60, 40, 3, 1, 1, 1, 0.6],
    ])
    // The first-grader adds a pupil to the missed lessons for one: 3/6.
    expect(table.totals.map(plain)).toEqual([['Всего', 6, 1, 1, 0, 1, 0, 1, 1, 0, 60, 40, 3, 1, 1, 1, 0.5]])
  })
})

describe('the plans of journals', () => {
  it('say what is due, held, wanting by now and by the end of the year', () => {
    const { school } = smallSchool({ classes: { '7а': { pupils: ['А'] } } })
    const figures = {
      class: '7а',
      cancelled: 1,
      unkept: 1,
      planned: 68,
      due: 16,
      held: 14,
      lag: 2,
      forecast: 66,
      shortage: 2,
    }
    const table = planFulfilmentTable(
      school,
      [
        { ...figures, subject: 'geo', planned: 0, due: 0, lag: -3, held: 3, shortage: -60, forecast: 60 },
        { ...figures, subject: 'alg' },
        { ...figures, subject: 'his', lag: -1, held: 17, shortage: -1, forecast: 69, planned: 34.5 },
      ],
      '2025-11-05',
    )
    expect(table.rows.map(plain)).toEqual([
      ['7а', 'alg', '—', 68, 16, 14, 2, 1, 1, 66, 2],
      ['7а', 'geo', '—', '—', '—', 3, '—', 1, 1, 60, '—'],
      ['7а', 'his', '—', 34.5, 16, 17, 0, 1, 1, 69, 0],
    ])
    // Journals ahead of their plan don't make up for those behind.
    expect(table.totals.map(plain)).toEqual([[null, 'Всего', null, 102.5, 32, 34, 2, 3, 3, 195, 2]])
    expect(table.footnotes[0]).toContain('Журналов с отставанием: 1 из 3')
  })
})

describe('what is missing in journals', () => {
  it('stands with each teacher of the journal, by date, and counts once', () => {
    const source = smallSchool({
      classes: { '7а': { pupils: ['А'] } },
      assignments: [
        taught('7а,alg', { teacher: 't2' }),
        taught('7а,alg', { teacher: 't1' }),
        taught('7а,geo', { teacher: 't1' }),
      ],
      lessons: [
        { journal: '7а,alg', date: '2025-09-02', roll: false, topic: 'Числа' },
        { journal: '7а,alg', date: '2025-09-03', topic: 'Числа' },
        { journal: '7а,geo', date: '2025-09-04', roll: false },
      ],
    })
    const person = (id: string, last: string) =>
      [id, { id, last, first: 'И', roles: [] }] as [
        string,
        { id: string; last: string; first: string; roles: [] },
      ]
    const school = {
      ...source.school,
      staff: new Map([person('t1', 'Яшина'), person('t2', 'Бабина')]),
    }
    const time = { from: '2025-09-01', to: '2025-09-07' }
    const journals = keepingOverview(school, source.journals, { ...time, today: '2025-09-10' }).map(
      (journal) => ({
        ...journal,
        noPeriodMarks: journal.subject === 'geo' ? 1 : 0,
      }),
    )
    const table = missingEntriesTable(school, journals, time)
    // Algebra: one lesson without a roll, two without homework. Geometry: one without roll, topic, homework.
    expect(table.rows).toEqual([
      ['Бабина И', '7а alg', 0, 1, 0, 2, 0, '02.09, 03.09'],
      ['Яшина И', '7а alg', 0, 1, 0, 2, 0, '02.09, 03.09'],
      ['Яшина И', '7а geo', 0, 1, 1, 1, 1, '04.09'],
    ])
    expect(table.totals).toEqual([['Всего', null, 0, 2, 1, 3, 1, null]])
  })
})
