import { describe, expect, it } from 'vitest'
import { familySheets } from '../../../src/domain/reports/family-sheet.ts'
import { classOf, smallSchool, taught } from './small-school.ts'

const source = smallSchool({
  classes: {
    '7а': {
      pupils: ['А', 'Б'],
      spans: [{ pupil: 'А', from: '2025-09-03', to: '2025-09-03', code: 'Б', document: 'справка' }],
    },
  },
  assignments: [taught('7а,alg')],
  lessons: [
    { journal: '7а,alg', date: '2025-09-02', marks: { А: '4', Б: '3' } },
    { journal: '7а,alg', date: '2025-09-03', absent: { А: '' }, late: ['Б'] },
    {
      journal: '7а,alg',
      date: '2025-09-04',
      works: [{ id: 'w', weight: 2, marks: { А: '5', Б: '.' } }],
    },
    { journal: '7а,alg', date: '2025-09-30', marks: { А: '2' } },
  ],
})

describe("a family's sheet", () => {
  it('tells marks with their days, the weighted average, absences by reason and works owed', () => {
    const time = { from: '2025-09-01', to: '2025-09-14' }
    const [a, b] = familySheets(source, classOf(source, '7а'), new Set(['А', 'Б']), time)
    // (4 * 1 + 5 * 2) / 3 = 4.666..., and the two of the 30th is after the time.
    expect(a!.subjects).toMatchObject([{ subject: 'alg', average: 4.67 }])
    expect(a!.subjects[0]!.marks.map(({ mark, date }) => `${mark} ${date}`)).toEqual([
      '4 2025-09-02',
      '5 2025-09-04',
    ])
    expect(a!.attendance.lessons).toEqual({ total: 1, Б: 1, У: 0, Н: 0 })
    expect(a!.debts).toEqual([])
    expect(b).toMatchObject({ subjects: [{ average: 3 }], debts: [{ subject: 'alg', date: '2025-09-04' }] })
    expect(b!.attendance).toMatchObject({ late: 1, lessons: { total: 0 } })
  })

  it('is made of the chosen pupils alone', () => {
    const time = { from: '2025-09-01', to: '2025-09-14' }
    expect(
      familySheets(source, classOf(source, '7а'), new Set(['Б']), time).map(({ pupil }) => pupil),
    ).toEqual(['Б'])
  })
})
