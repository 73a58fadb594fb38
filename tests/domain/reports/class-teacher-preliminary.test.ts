import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../src/domain/ledger/attributes.ts'
import { classTeacherPreliminary } from '../../../src/domain/reports/class-teacher-preliminary.ts'
import { classTeacherTable } from '../../../src/domain/reports/class-teacher-table.ts'
import { periodAverages } from '../../../src/domain/reports/period-averages.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { commonMarkSettings } from '../../../src/domain/school/school-view.ts'
import { classOf, type SmallLesson, type SmallSchool, smallSchool, taught } from './small-school.ts'

const first = '2025-26/1'

function report(spec: SmallSchool, settings = commonMarkSettings) {
  const small = smallSchool(spec)
  const source = { ...small, school: { ...small.school, markSettings: settings } }
  return classTeacherPreliminary(source, classOf(source, '7а'), reportPeriod(source.school, first)!)
}

/** Lessons of a week from 1 September on, with these marks of а, one a lesson. */
function lessonsWith(marks: readonly Mark[], journal = '7а,alg'): SmallLesson[] {
  return marks.map((mark, day) => ({ journal, date: `2025-09-0${day + 1}`, marks: { а: mark } }))
}

/** "forecast average" of а in a class of one and the subject alg. */
function forecast(lessons: readonly SmallLesson[], more: Partial<SmallSchool> = {}) {
  const { forecasts } = report({
    classes: { '7а': { pupils: ['а'] } },
    assignments: [taught('7а,alg')],
    lessons,
    ...more,
  })
  expect(forecasts).toHaveLength(1)
  return `${forecasts[0]!.mark} ${forecasts[0]!.average}`
}

describe('a missing period mark', () => {
  it.each([
    [['5', '5', '4', '4'], '5 4.5'],
    [['5', '4', '4'], '4 4.33'],
    [['4', '3', '3', '4'], '4 3.5'],
    [['3', '3', '2'], '3 2.67'],
    [['2', '2', '3'], '2 2.33'],
    // A 1 counts as 1, and is never suggested.
    [['1', '1', '1'], '2 1'],
    // Fewer than three marks that count.
    [['5', '5'], 'н/а 5'],
    [['5', '5', '.', 'н/а', 'осв', 'зач', 'незач'], 'н/а 5'],
    [[], 'н/а null'],
  ] as const)('is forecast from %j as %s', (marks, expected) => {
    expect(forecast(lessonsWith(marks))).toBe(expected)
  })

  it('counts works by their weights; weight 0 does not count, no weight is 1', () => {
    const lessons = lessonsWith(['5', '5'])
    lessons.push({
      journal: '7а,alg',
      date: '2025-09-08',
      works: [
        { id: 'w1', weight: 2.5, marks: { а: '2' } },
        { id: 'w2', weight: 0, marks: { а: '1' } },
        { id: 'w3', marks: { а: '4' } },
      ],
    })
    // (5 + 5 + 2.5*2 + 4)/(1 + 1 + 2.5 + 1) = 19/5.5 = 3.4545...
    expect(forecast(lessons)).toBe('3 3.45')
    // Two and the one of weight 0 are not three.
    expect(
      forecast([
        ...lessonsWith(['5', '5']),
        { journal: '7а,alg', date: '2025-09-08', works: [{ id: 'w', weight: 0, marks: { а: '5' } }] },
      ]),
    ).toBe('н/а 5')
  })

  it('takes a retake for the first mark, with the weight of the very first work', () => {
    const test = { id: 'w', weight: 3, marks: { а: '2' as Mark } }
    const at = (date: string, id: string, retakeOf: string, mark: Mark, held = true): SmallLesson => ({
      journal: '7а,alg',
      date,
      held,
      works: [{ id, retakeOf, weight: 0.5, marks: { а: mark } }],
    })
    const base: SmallLesson[] = [
      ...lessonsWith(['4', '4']),
      { journal: '7а,alg', date: '2025-09-08', works: [test] },
    ]
    // (4 + 4 + 3*2)/5 = 2.8
    expect(forecast(base)).toBe('3 2.8')
    // (4 + 4 + 3*5)/5 = 4.6
    const retaken = [...base, at('2025-09-15', 'r', 'w', '5')]
    expect(forecast(retaken)).toBe('5 4.6')
    // The retake of the retake: (4 + 4 + 3*3)/5 = 3.4
    expect(forecast([...retaken, at('2025-09-16', 'r2', 'r', '3')])).toBe('3 3.4')
    // Of a lesson not held, or without a value, it replaces nothing.
    expect(forecast([...base, at('2025-09-15', 'r', 'w', '5', false)])).toBe('3 2.8')
    expect(forecast([...base, at('2025-09-15', 'r', 'w', 'н/а')])).toBe('3 2.8')
    // In the next quarter it is a mark of that quarter.
    expect(forecast([...base, at('2025-11-10', 'r', 'w', '5')])).toBe('3 2.8')
    // Of a work of the quarter before only the weight comes along: (4 + 4 + 3*5)/5.
    const earlier: SmallLesson[] = [{ journal: '7а,alg', date: '2025-08-31', works: [test] }]
    expect(forecast([...earlier, ...lessonsWith(['4', '4']), at('2025-09-15', 'r', 'w', '5')])).toBe('5 4.6')
  })

  it('leaves out lessons that were not held or lie outside the period', () => {
    expect(
      forecast([
        ...lessonsWith(['4', '4', '4']),
        { journal: '7а,alg', date: '2025-09-10', held: false, marks: { а: '2' } },
        { journal: '7а,alg', date: '2025-10-25', marks: { а: '2' } },
        { journal: '7а,alg', date: '2025-10-24', marks: { а: '5' } },
      ]),
      // (4 + 4 + 4 + 5)/4
    ).toBe('4 4.25')
  })

  it('follows the pupil from another class and another group, with retakes of works there', () => {
    const made = report({
      classes: {
        '7а': {
          pupils: ['а'],
          movements: [{ pupil: 'а', kind: 'moved_in', date: '2025-09-20' }],
          members: [
            { group: 'e1', pupil: 'а', from: '2025-09-20', to: '2025-10-01' },
            { group: 'e2', pupil: 'а', from: '2025-10-01' },
          ],
        },
        '7б': { pupils: ['а'] },
      },
      assignments: [taught('7а,alg'), taught('7а,eng,e1'), taught('7а,eng,e2')],
      lessons: [
        ...lessonsWith(['5', '5'], '7б,alg'),
        { journal: '7а,alg', date: '2025-09-22', marks: { а: '3' } },
        { journal: '7а,eng,e1', date: '2025-09-22', works: [{ id: 'w', weight: 2, marks: { а: '2' } }] },
        { journal: '7а,eng,e2', date: '2025-10-01', works: [{ id: 'r', retakeOf: 'w', marks: { а: '4' } }] },
        // An id of one journal says nothing of another's work.
        { journal: '7а,eng,e2', date: '2025-10-02', works: [{ id: 'x', weight: 0, marks: { а: '2' } }] },
        { journal: '7а,eng,e1', date: '2025-09-23', works: [{ id: 'x', marks: { а: '5' } }] },
        { journal: '7а,eng,e2', date: '2025-10-03', marks: { а: '5' } },
      ],
    })
    expect(made.forecasts).toEqual([
      { pupil: 'а', subject: 'alg', mark: '4', average: 4.33 },
      // (2*4 + 5 + 5)/4
      { pupil: 'а', subject: 'eng', mark: '5', average: 4.5 },
    ])
  })

  it('goes by the settings of the school', () => {
    const spec: SmallSchool = {
      classes: { '7а': { pupils: ['а'] } },
      assignments: [taught('7а,alg')],
      lessons: lessonsWith(['5', '4']),
    }
    const settings = { ...commonMarkSettings, five: 460, four: 360, three: 260, minimum: 2 }
    expect(report(spec, settings).forecasts).toMatchObject([{ mark: '4', average: 4.5 }])
  })
})

describe("marks of elsewhere and the school's settings in reports", () => {
  const period = { id: first, starts: '2025-09-01', ends: '2025-10-24' }
  const small = smallSchool({
    classes: { '7а': { pupils: ['а'] }, '7б': { pupils: [] } },
    // 5 and 4 here, a 2 in 7б before the pupil came.
    lessons: [...lessonsWith(['5', '4']), { journal: '7б,alg', date: '2025-09-02', marks: { а: '2' } }],
  })
  const own = small.journals.get('7а,alg')!
  const journals = new Map(small.journals).set('7а,alg', {
    ...own,
    carried: [
      {
        pupil: 'а',
        from: { class: '7б', subject: 'alg' },
        marks: [{ date: '2025-09-02', mark: '2' }],
        absences: [],
        periodMarks: [],
      },
    ],
    former: [
      { pupil: 'а', mark: '3', weight: 2, date: '2025-09-01' },
      { pupil: 'а', mark: '5', period: first },
      { pupil: 'а', mark: '2', date: '2025-11-10' },
    ],
  })

  it('counts a carried mark once, where it was given, and those of a former school', () => {
    // 5 + 4 + 2 + 3 * 2 + 5 = 22 over a weight of 1 + 1 + 1 + 2 + 1 = 6, in half-units 44 of 12.
    expect(periodAverages({ ...small, journals }, period)('а', 'alg')).toEqual({
      sum: 44,
      weight: 12,
      count: 5,
    })
  })

  it('lets a retake count beside the first mark where the school says so', () => {
    const lessons: SmallLesson[] = [
      { journal: '7а,alg', date: '2025-09-01', works: [{ id: 'w', marks: { а: '2' } }] },
      { journal: '7а,alg', date: '2025-09-08', works: [{ id: 'r', retakeOf: 'w', marks: { а: '5' } }] },
    ]
    const source = smallSchool({ classes: { '7а': { pupils: ['а'] } }, lessons })
    const sumWith = (retake: 'replaces' | 'both') =>
      periodAverages({ ...source, school: { markSettings: { ...commonMarkSettings, retake } } }, period)(
        'а',
        'alg',
      )
    expect(sumWith('replaces')).toEqual({ sum: 10, weight: 2, count: 1 })
    expect(sumWith('both')).toEqual({ sum: 14, weight: 4, count: 2 })
  })
})

describe('the preliminary report', () => {
  const spec: SmallSchool = {
    classes: { '7а': { pupils: ['а', 'б', 'в'] } },
    assignments: [
      taught('7а,alg', { teacher: 'v' }),
      taught('7а,mus', { grading: 'credit' }),
      taught('7а,rov', { grading: 'none' }),
      taught('7а,geo', { from: '2026-01-12' }),
    ],
    lessons: [
      { journal: '7а,alg', date: '2025-09-01', marks: { а: '5', б: '4', в: '5' } },
      { journal: '7а,alg', date: '2025-09-02', marks: { а: '4', б: '4', в: '3' } },
      { journal: '7а,alg', date: '2025-09-03', marks: { а: '4', б: '3' } },
    ],
    periodMarks: [
      ['7а,alg', first, 'б', '5'],
      ['7а,mus', first, 'а', 'зач'],
      ['7а,mus', first, 'б', 'зач'],
    ],
  }

  it('puts forecasts where marks are missing; a credit has none and stays missing', () => {
    const made = report(spec)
    expect(made.forecasts).toEqual([
      { pupil: 'а', subject: 'alg', mark: '4', average: 4.33 },
      { pupil: 'в', subject: 'alg', mark: 'н/а', average: 4 },
    ])
    expect(made.missing).toEqual([
      { subject: 'alg', pupils: ['а', 'в'] },
      { subject: 'mus', pupils: ['в'] },
    ])
    expect(made.categories.filter(({ count }) => count > 0)).toMatchObject([
      { key: 'notAttested', pupils: [{ pupil: 'в', subjects: ['alg'] }] },
      { key: 'excellent', pupils: [{ pupil: 'б', subjects: [] }] },
      { key: 'oneFour', pupils: [{ pupil: 'а', subjects: ['alg'] }] },
    ])
    expect(made.passRate).toEqual({ k: 2, n: 3, percent: 66.7 })
    expect(made.besides).toEqual([{ pupil: 'в', notAttested: [], missing: ['mus'] }])
  })

  it('lists who is one mark short', () => {
    const short = (...marks: Mark[]) =>
      report({ ...spec, lessons: lessonsWith(marks), periodMarks: [] }).oneMarkShort.filter(
        ({ pupil }) => pupil === 'а',
      )
    const one = { pupil: 'а', subject: 'alg' }
    // Two of three marks; with a 5 it would be (4 + 3 + 5)/3 = 4.
    expect(short('4', '3')).toEqual([{ ...one, toAttestation: true, mark: '4' }])
    expect(short('4')).toEqual([])
    // (4 + 4 + 5)/3 = 4.33; with a 5 it is 18/4 = 4.5.
    expect(short('4', '4', '5')).toEqual([{ ...one, toAttestation: false, mark: '5' }])
    // (4 + 4 + 4 + 5)/4 = 4.25, 22/5 = 4.4.
    expect(short('4', '4', '4', '5')).toEqual([])
    expect(short('5', '5', '5')).toEqual([])
    // (2 + 2 + 2)/3 = 2, 11/4 = 2.75.
    expect(short('2', '2', '2')).toEqual([{ ...one, toAttestation: false, mark: '3' }])
  })

  it('is told in a table with stars at the forecasts', () => {
    const source = smallSchool(spec)
    source.school.subjects.set('alg', { id: 'alg', name: 'Алгебра' })
    source.school.staff.set('v', { id: 'v', last: 'Вяткина', first: 'Анна', roles: ['teacher'] })
    const schoolClass = classOf(source, '7а')
    const period = reportPeriod(source.school, first)!
    const made = classTeacherPreliminary(source, schoolClass, period)
    const table = classTeacherTable(made, period, source.school, schoolClass)
    expect(table.rows.map((row) => row[4]).filter((cell) => cell !== null)).toEqual([
      'б Имя',
      'а Имя (Алгебра*)',
      'в Имя (Алгебра*; не выст.: mus)',
    ])
    expect(table.footnotes.slice(3)).toEqual([
      '* прогноз по среднему баллу.',
      'Не выставлены отметки. Алгебра (Вяткина А.): а Имя, в Имя; mus (t): в Имя.',
      'Не аттестованы по числу отметок. Алгебра: в Имя (не хватает одной).',
      'Одной «5» не хватает до следующей. Алгебра: а Имя (4,33, до «5»).',
    ])
  })
})
