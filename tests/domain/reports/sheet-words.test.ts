import { describe, expect, it } from 'vitest'
import { familySheets } from '../../../src/domain/reports/family-sheet.ts'
import { sheetText } from '../../../src/domain/reports/sheet-words.ts'
import { classOf, smallSchool, taught } from './small-school.ts'

const source = smallSchool({
  classes: {
    '7а': {
      pupils: ['А'],
      spans: [{ pupil: 'А', from: '2025-09-03', to: '2025-09-03', code: 'Б', document: 'справка' }],
    },
  },
  assignments: [taught('7а,alg')],
  lessons: [
    { journal: '7а,alg', date: '2025-09-02', marks: { А: '4' } },
    { journal: '7а,alg', date: '2025-09-03', absent: { А: '' } },
    { journal: '7а,alg', date: '2025-09-04', works: [{ id: 'w', weight: 2, marks: { А: '5' } }] },
  ],
})
const time = { from: '2025-09-01', to: '2025-09-14' }
const [sheet] = familySheets(source, classOf(source, '7а'), new Set(['А']), time)

describe('a sheet as a letter', () => {
  it('tells marks with days, the average, absences by reason', () => {
    const lines = sheetText(source.school, sheet!).split('\n')
    expect(lines[0]).toMatch(/Успеваемость и посещаемость с 01\.09\.2025 по 14\.09\.2025\.$/)
    // (4 * 1 + 5 * 2) / 3 = 4.666...
    expect(lines[2]).toMatch(/: 4 \(02\.09\), 5 \(04\.09.*\); средняя 4,67$/)
    expect(lines[3]).toBe(
      'Пропущено уроков: 1 (по болезни 1, по уважительной причине 0, без уважительной 0): 03.09 Б 1.',
    )
  })

  it('says less of each mark rather than being cut', () => {
    const whole = sheetText(source.school, sheet!)
    const marks = sheetText(source.school, sheet!, whole.length - 1)
    expect(marks).toContain(': 4 5; средняя 4,67')
    expect(marks).toContain('Пропущено уроков: 1')
    const averages = sheetText(
      source.school,
      {
        ...sheet!,
        subjects: [{ ...sheet!.subjects[0]!, marks: Array(99).fill(sheet!.subjects[0]!.marks[0]) }],
      },
      300,
    )
    expect(averages).toContain(': отметок 99; средняя 4,67')
  })
})
