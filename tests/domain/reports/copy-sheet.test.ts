import { expect, it } from 'vitest'
import { columnText, copySheet } from '../../../src/domain/reports/copy-sheet.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { smallSchool, taught } from './small-school.ts'

const source = smallSchool({
  classes: {
    '7а': {
      pupils: ['Ёлкина', 'Ежов', 'Яшин'],
      movements: [
        { pupil: 'Яшин', kind: 'enrolled', date: '2025-09-01' },
        { pupil: 'Яшин', kind: 'left', date: '2025-09-20' },
      ],
      spans: [{ pupil: 'Ёлкина', from: '2025-09-02', to: '2025-09-03', code: 'Б' }],
    },
  },
  assignments: [taught('7а,alg')],
  lessons: [
    {
      journal: '7а,alg',
      date: '2025-09-02',
      absent: { Ёлкина: '' },
      marks: { Ежов: '5', Ёлкина: '4' },
      works: [{ id: 'w', marks: { Ежов: '3' } }],
    },
    { journal: '7а,alg', date: '2025-09-03', bell: 1, absent: { Ёлкина: '', Ежов: '' } },
    { journal: '7а,alg', date: '2025-09-03', bell: 2, late: ['Ежов'] },
    { journal: '7а,alg', date: '2025-09-04', held: false, marks: { Ежов: '2' } },
    { journal: '7а,alg', date: '2025-11-05', marks: { Ежов: '2' } },
  ],
  periodMarks: [['7а,alg', '2025-26/1', 'Ёлкина', 'н/а']],
})

it('has who is in the class, a column a work of each lesson held in the period, and the marks of the period', () => {
  const table = copySheet(
    source.school,
    { class: '7а', subject: 'alg' },
    source.journals.get('7а,alg'),
    source.classes.get('7а')!,
    { period: reportPeriod(source.school, '2025-26/1')!, today: '2025-11-10' },
  )
  expect(table.columns.map(({ title }) => title)).toEqual([
    '№',
    'Фамилия, имя',
    '02.09',
    '02.09',
    '03.09 (1-й)',
    '03.09 (2-й)',
    'I четверть',
  ])
  // Ё stands as Е: Ежов before Ёлкина. She is ill by her note; he was away once for no reason known, once late.
  expect(table.rows).toEqual([
    [1, 'Ежов Имя', 5, 3, 'Н', 'О', null],
    [2, 'Ёлкина Имя', 'Б/4', null, 'Б', null, 'н/а'],
  ])
  expect(columnText(table, 2)).toBe('5\nБ/4')
  expect(columnText(table, 3)).toBe('3\n')
})
