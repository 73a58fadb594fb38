import { describe, expect, it } from 'vitest'
import { emptyJournal, type Lesson, unopenedLesson } from '../../../src/domain/journal/journal-view.ts'
import { lessonKey } from '../../../src/domain/ledger/documents.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { teacherPeriod } from '../../../src/domain/reports/teacher-period.ts'
import { teacherPeriodTable } from '../../../src/domain/reports/teacher-period-table.ts'
import { emptyClass } from '../../../src/domain/school/class-view.ts'
import { weekSchool } from '../school/week-school.ts'

const school = weekSchool()
const key = { class: '7А', subject: 'math' }
const period = reportPeriod(school, '2025-26/1')!
const lesson = (date: string, bell: number, over: Partial<Lesson>): Lesson => ({
  ...unopenedLesson(lessonKey(date, bell)),
  ...over,
})
const given = ['5', '5', '4', '4', '4', '3', '3', '2', 'н/а', 'осв']
const source = {
  school,
  classes: new Map([
    [
      '7А',
      {
        ...emptyClass,
        pupils: given.map((_, index) => ({ id: `p${index}`, last: `П${index}`, first: 'И' })),
        movements: given.map((_, index) => ({
          pupil: `p${index}`,
          date: '2025-09-01',
          kind: 'enrolled' as const,
        })),
      },
    ],
  ]),
  journals: new Map([
    [
      '7А,math',
      {
        ...emptyJournal,
        periodMarks: given.map((mark, index) => ({
          period: period.id,
          pupil: `p${index}`,
          mark,
          reason: undefined,
        })),
        lessons: [
          lesson('2025-09-01', 2, { held: true }),
          lesson('2025-09-03', 1, { held: true, works: [{ id: '1', kind: 'Контрольная работа' }] }),
          lesson('2025-09-10', 1, { cancelled: 'карантин' }),
          lesson('2025-10-06', 2, { held: true, works: [{ id: '1', kind: 'Контрольная работа' }] }),
        ],
      },
    ],
  ]),
}

/** The first period has lessons on 01, 03, (08 is a holiday), 10, 15 and 17.09: five hours. */
describe("a teacher's period report (2.6)", () => {
  it('counts marks by the formulas of reports.md, hours by the timetable and why they were not held', () => {
    const { rows } = teacherPeriod(source, 'tref', [key], period, '2025-09-16')
    expect(rows).toEqual([
      {
        ...key,
        pupils: 10,
        // reports.md, check: N = 9, 77.8 %, 55.6 %, СОУ 54.1; average (5+5+4+4+4+3+3+2)/8 = 3.75.
        totals: expect.objectContaining({
          n: 9,
          passPercent: 77.8,
          qualityPercent: 55.6,
          sou: 54.1,
          average: 3.75,
        }),
        planned: 5,
        held: 2,
        // 01, 03, 10, 15 have passed, two of them were held.
        lag: 2,
        controls: 1,
        reasons: [
          { reason: 'карантин', hours: 1 },
          { reason: null, hours: 1 },
        ],
      },
    ])
  })

  it('is a table of a row a journal', () => {
    const report = teacherPeriod(source, 'tref', [key], period, '2025-09-16')
    const { columns, rows, subtitle } = teacherPeriodTable(report, period, school)
    expect(rows[0]).toHaveLength(columns.length)
    expect(rows[0]!.at(-1)).toBe('карантин: 1 ч; урок не открыт: 1 ч')
    expect(subtitle).toBe('Трефилова Светлана Олеговна · I четверть 2025/26 уч. г. (01.09.2025 – 19.09.2025)')
  })
})
