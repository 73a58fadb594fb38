import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reason } from '../../../src/domain/ledger/attributes.ts'
import { attendanceMonth } from '../../../src/domain/reports/attendance-month.ts'
import { attendanceMonthTable } from '../../../src/domain/reports/attendance-month-table.ts'
import { classOf, type SmallSchool, smallSchool } from './small-school.ts'

const days = ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04', '2025-09-05']

function report(spec: SmallSchool) {
  const source = smallSchool(spec)
  return attendanceMonth(source, classOf(source, '7а'), { month: '2025-09' })
}

describe('attendance, whatever the school,', () => {
  const pupils = ['а', 'б', 'в']
  const lesson = fc.record({
    journal: fc.constantFrom('7а,math', '7а,pe', '7а,eng,e1', '7а,eng,e2'),
    date: fc.constantFrom(...days),
    bell: fc.integer({ min: 1, max: 6 }),
    held: fc.boolean(),
    roll: fc.boolean(),
    absent: fc.dictionary(fc.constantFrom(...pupils), fc.constantFrom<Reason | ''>('', 'Б', 'У', 'Н')),
  })
  const span = fc.record({
    pupil: fc.constantFrom(...pupils),
    from: fc.constantFrom(...days),
    to: fc.constantFrom(...days),
    code: fc.constantFrom<'Б' | 'У'>('Б', 'У'),
  })
  const school = fc
    .record({
      lessons: fc.uniqueArray(lesson, {
        selector: ({ journal, date, bell }) => `${journal} ${date} ${bell}`,
      }),
      spans: fc.array(span),
      changed: fc.constantFrom(...days),
    })
    .map(
      ({ lessons, spans, changed }): SmallSchool => ({
        lessons,
        classes: {
          '7а': {
            pupils,
            spans,
            movements: [{ pupil: 'в', kind: 'arrived', date: changed }],
            members: [
              { group: 'e1', pupil: 'а', to: changed },
              { group: 'e2', pupil: 'а', from: changed },
              { group: 'e1', pupil: 'б' },
            ],
          },
        },
      }),
    )

  it('adds up', () => {
    fc.assert(
      fc.property(school, (spec) => {
        const { rows, totals } = report(spec)
        const sum = (pick: (row: (typeof rows)[number]) => number) =>
          rows.reduce((all, row) => all + pick(row), 0)
        expect(totals.held).toBe(sum((row) => row.held))
        expect(totals.late).toBe(sum((row) => row.late))
        for (const code of ['total', 'Б', 'У', 'Н'] as const)
          expect(totals.lessons[code]).toBe(sum((row) => row.lessons[code]))
        for (const kind of ['total', 'ill'] as const)
          expect(totals.daysMissed[kind]).toBe(sum((row) => row.daysMissed[kind]))
        for (const { lessons, daysMissed, held, days: byDay } of rows) {
          expect(lessons.total).toBe(lessons.Б + lessons.У + lessons.Н)
          expect(lessons.total).toBeLessThanOrEqual(held)
          expect(daysMissed.ill).toBeLessThanOrEqual(daysMissed.total)
          expect(daysMissed.total).toBeLessThanOrEqual(Object.keys(byDay).length)
          expect(daysMissed.total).toBeLessThanOrEqual(lessons.total)
          expect(lessons.total).toBe(
            Object.values(byDay).reduce((all, day) => all + day.Б + day.У + day.Н, 0),
          )
        }
      }),
    )
  })

  it('is the same in whatever order the journals and lessons come', () => {
    fc.assert(
      fc.property(school, (spec) => {
        expect(report({ ...spec, lessons: [...spec.lessons!].reverse() })).toEqual(report(spec))
      }),
    )
  })

  it('fills a table whose day columns add up to its counts', () => {
    fc.assert(
      fc.property(school, (spec) => {
        const { columns, rows, totals } = attendanceMonthTable(report(spec))
        for (const row of [...rows, ...totals]) expect(row).toHaveLength(columns.length)
        const missed = columns.findIndex(({ title }) => title === 'всего')
        for (const row of rows) {
          const texts = row.slice(2, missed).filter((cell) => typeof cell === 'string')
          const lessons = texts.flatMap((text) =>
            [...text.matchAll(/[БУН](\d+)/g)].map((match) => Number(match[1])),
          )
          expect(lessons.reduce((all, n) => all + n, 0)).toBe(row[missed])
        }
      }),
    )
  })
})
