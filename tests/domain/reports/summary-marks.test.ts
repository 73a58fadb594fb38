import { describe, expect, it } from 'vitest'
import { summaryMarks } from '../../../src/domain/reports/summary-marks.ts'
import { summaryMarksTable } from '../../../src/domain/reports/summary-marks-table.ts'
import { classOf, type SmallSchool, smallSchool, taught } from './small-school.ts'

function report(spec: SmallSchool, classId = '7а') {
  const source = smallSchool(spec)
  return summaryMarks(source, classOf(source, classId), source.school.years[0]!)
}

describe('the summary of marks', () => {
  it('has every mark of the year, of everybody who was in the class', () => {
    const { rows } = report({
      classes: {
        '7а': {
          pupils: ['а', 'выбыл', 'прошлый'],
          movements: [
            { pupil: 'а', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'выбыл', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'выбыл', kind: 'left', date: '2025-12-01' },
            { pupil: 'прошлый', kind: 'enrolled', date: '2024-09-01' },
            { pupil: 'прошлый', kind: 'left', date: '2025-09-01' },
          ],
        },
      },
      assignments: [taught('7а,alg')],
      periodMarks: [
        ['7а,alg', '2025-26/1', 'а', '5'],
        ['7а,alg', '2025-26/h1', 'а', '4'],
        ['7а,alg', '2025-26/year', 'а', '4'],
        ['7а,alg', '2025-26/exam', 'а', '3'],
        ['7а,alg', '2025-26/final', 'а', '4'],
        ['7а,alg', '2024-25/1', 'а', '2'],
        ['7а,mus', '2025-26/1', 'а', 'зач'],
        ['7а,alg', '2025-26/1', 'выбыл', 'н/а'],
      ],
    })
    expect(rows.map(({ pupil, marks }) => [pupil, marks])).toEqual([
      [
        'а',
        {
          alg: {
            '2025-26/1': '5',
            '2025-26/h1': '4',
            '2025-26/year': '4',
            '2025-26/exam': '3',
            '2025-26/final': '4',
          },
          mus: { '2025-26/1': 'зач' },
        },
      ],
      ['выбыл', { alg: { '2025-26/1': 'н/а' } }],
    ])
  })

  it('lets marks go along with who changes class, and keeps in the old one what was up to then', () => {
    const spec: SmallSchool = {
      classes: {
        '7а': {
          pupils: ['а'],
          movements: [
            { pupil: 'а', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'а', kind: 'moved_out', date: '2025-11-05' },
          ],
        },
        '7б': { pupils: ['а'], movements: [{ pupil: 'а', kind: 'moved_in', date: '2025-11-05' }] },
      },
      periodMarks: [
        ['7а,alg', '2025-26/1', 'а', '5'],
        ['7а,art', '2025-26/1', 'а', '3'],
        ['7б,alg', '2025-26/2', 'а', '4'],
      ],
    }
    expect(report(spec).rows[0]!.marks).toEqual({
      alg: { '2025-26/1': '5' },
      art: { '2025-26/1': '3' },
    })
    expect(report(spec, '7б').rows[0]!.marks).toEqual({
      alg: { '2025-26/1': '5', '2025-26/2': '4' },
      art: { '2025-26/1': '3' },
    })
  })

  it('counts the conflicts of its marks', () => {
    const source = smallSchool({
      classes: { '7а': { pupils: ['а'] } },
      periodMarks: [['7а,alg', '2025-26/1', 'а', '5']],
    })
    source.journals
      .get('7а,alg')!
      .unsettled.push(
        { entity: 'periodmark,2025-26/1,а', attribute: 'periodmark' },
        { entity: 'periodmark,2025-26/1,б', attribute: 'periodmark' },
        { entity: 'plan,1', attribute: 'plan' },
      )
    expect(summaryMarks(source, classOf(source, '7а'), source.school.years[0]!).unsettled).toBe(1)
  })

  it('is a block of rows a pupil in its table, by the periods of the grade', () => {
    const source = smallSchool({
      classes: { '10а': { grade: 10, pupils: ['а'] } },
      assignments: [
        taught('10а,alg'),
        taught('10а,mus', { grading: 'credit' }),
        taught('10а,rov', { grading: 'none' }),
      ],
      periodMarks: [
        ['10а,alg', '2025-26/h1', 'а', '5'],
        ['10а,alg', '2025-26/1', 'а', '3'],
        ['10а,mus', '2025-26/year', 'а', 'зач'],
      ],
    })
    const schoolClass = classOf(source, '10а')
    const made = summaryMarks(source, schoolClass, source.school.years[0]!)
    const table = summaryMarksTable(made, schoolClass, source.school, {
      conduct: new Map([['2025-26/h1,а', 'хорошее']]),
      council: new Map([['2025-26,а', { text: 'переведён в 11 класс', date: '2026-05-28', number: '5' }]]),
    })
    expect(table.columns.map(({ title }) => title)).toEqual([
      '№',
      'Фамилия, имя',
      'Период',
      'alg',
      'mus',
      'Поведение',
      'Решение педагогического совета',
    ])
    expect(table.rows).toEqual([
      // Only because somebody has a mark for this quarter.
      [1, 'а Имя', 'I', 3, null, null, null],
      [1, 'а Имя', '1 п.', 5, null, 'хорошее', null],
      [1, 'а Имя', '2 п.', null, null, null, null],
      [1, 'а Имя', 'год', null, 'зач', null, null],
      [1, 'а Имя', 'экз.', null, null, null, null],
      [1, 'а Имя', 'итог', null, null, null, 'переведён в 11 класс, протокол № 5 от 28.05.2026'],
    ])
  })
})
