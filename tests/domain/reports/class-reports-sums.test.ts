import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark, Reason } from '../../../src/domain/ledger/attributes.ts'
import { attendanceMonth } from '../../../src/domain/reports/attendance-month.ts'
import { classTeacher } from '../../../src/domain/reports/class-teacher.ts'
import { classTeacherPreliminary } from '../../../src/domain/reports/class-teacher-preliminary.ts'
import { movement } from '../../../src/domain/reports/movement.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { results } from '../../../src/domain/reports/results.ts'
import { type Missed, summaryAttendance } from '../../../src/domain/reports/summary-attendance.ts'
import { summaryMarks } from '../../../src/domain/reports/summary-marks.ts'
import { belongs, type Movement } from '../../../src/domain/school/class-view.ts'
import { classOf, type SmallSchool, smallSchool, taught } from './small-school.ts'

const pupils = ['а', 'б', 'в', 'г']
const journals = ['7а,alg', '7а,mus', '7а,eng,e1', '7а,eng,e2']
/** Days in all quarters and in holidays; the last is the last of a quarter. */
const days = [
  '2025-09-01',
  '2025-09-02',
  '2025-10-24',
  '2025-10-25',
  '2025-11-05',
  '2026-01-12',
  '2026-05-26',
]
/** Days of periods only: lessons outside them are none of the quarters'. */
const schoolDays = days.filter((day) => day !== '2025-10-25')
const periods = ['2025-26/1', '2025-26/2', '2025-26/3', '2025-26/4']
const marks: readonly Mark[] = ['5', '5', '5', '4', '4', '3', '2', '1', 'н/а', 'осв', 'зач', 'незач']

/** Enters and leaves in turn, at most once a day. */
const movements = fc.tuple(...pupils.map(() => fc.subarray(days))).map((all) =>
  all.flatMap((dates, index) =>
    dates.map(
      (date, turn): Movement => ({
        pupil: pupils[index]!,
        kind: turn % 2 === 0 ? (turn === 0 ? 'enrolled' : 'moved_in') : turn % 3 === 0 ? 'left' : 'moved_out',
        date,
      }),
    ),
  ),
)
const lesson = fc.record({
  journal: fc.constantFrom(...journals),
  date: fc.constantFrom(...schoolDays),
  bell: fc.integer({ min: 1, max: 4 }),
  held: fc.boolean(),
  absent: fc.dictionary(fc.constantFrom(...pupils), fc.constantFrom<Reason | ''>('', 'Б', 'У', 'Н')),
  marks: fc.dictionary(fc.constantFrom(...pupils), fc.constantFrom(...marks)),
})
const periodMark = fc.tuple(
  fc.constantFrom(...journals),
  fc.constantFrom(...periods, '2025-26/year'),
  fc.constantFrom(...pupils),
  fc.constantFrom(...marks),
)
const school = fc
  .record({
    movements,
    lessons: fc.uniqueArray(lesson, { selector: ({ journal, date, bell }) => `${journal} ${date} ${bell}` }),
    periodMarks: fc.uniqueArray(periodMark, {
      selector: ([journal, period, pupil]) => `${journal.split(',')[1]} ${period} ${pupil}`,
      maxLength: 60,
    }),
    changed: fc.constantFrom(...days),
    spans: fc.array(
      fc.record({
        pupil: fc.constantFrom(...pupils),
        from: fc.constantFrom(...days),
        code: fc.constantFrom<'Б' | 'У'>('Б', 'У'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(
    ({ changed, movements: moved, spans, ...rest }): SmallSchool => ({
      ...rest,
      classes: {
        '7а': {
          pupils: pupils.filter((pupil) => moved.some((one) => one.pupil === pupil)),
          movements: moved,
          spans,
          members: [
            { group: 'e1', pupil: 'а', to: changed },
            { group: 'e2', pupil: 'а', from: changed },
            { group: 'e1', pupil: 'б' },
          ],
        },
      },
      assignments: [
        taught('7а,alg'),
        taught('7а,mus', { grading: 'credit' }),
        taught('7а,eng,e1'),
        taught('7а,eng,e2', { from: '2025-11-05' }),
      ],
    }),
  )

function opened(spec: SmallSchool) {
  const source = smallSchool(spec)
  const schoolClass = classOf(source, '7а')
  return {
    source,
    schoolClass,
    view: source.classes.get('7а')!,
    year: source.school.years[0]!,
    at: (id: string) => reportPeriod(source.school, id)!,
  }
}

describe('whatever the school,', () => {
  it('categories part the pupils who are graded at the end of the period', () => {
    fc.assert(
      fc.property(school, fc.constantFrom(...periods), (spec, id) => {
        const { source, schoolClass, view, at } = opened(spec)
        const given = classTeacher(source, schoolClass, at(id))
        for (const made of [given, classTeacherPreliminary(source, schoolClass, at(id))]) {
          const named = made.categories.flatMap(({ pupils: list }) => list.map(({ pupil }) => pupil))
          expect(new Set(named).size).toBe(named.length)
          expect(named.length).toBe(made.passRate.n)
          expect(made.qualityRate.n).toBe(made.passRate.n)
          expect(made.headcount.end).toBeGreaterThanOrEqual(named.length)
          for (const pupil of named) expect(belongs(view, pupil, at(id).ends)).toBe(true)
          for (const { count, pupils: list } of made.categories) expect(count).toBe(list.length)
        }
        const { totals } = results(source, schoolClass, at(id))
        expect(totals).toMatchObject({
          passRate: given.passRate,
          qualityRate: given.qualityRate,
          pupils: given.headcount.end,
        })
      }),
    )
  })

  it('forecasts stand for missing marks, and nothing else changes', () => {
    fc.assert(
      fc.property(school, fc.constantFrom(...periods), (spec, id) => {
        const { source, schoolClass, at } = opened(spec)
        const made = classTeacherPreliminary(source, schoolClass, at(id))
        const missing = made.missing.flatMap(({ subject, pupils: list }) =>
          list.map((pupil) => `${pupil} ${subject}`),
        )
        const forecast = made.forecasts.map(({ pupil, subject }) => `${pupil} ${subject}`)
        expect([...forecast].sort()).toEqual(missing.filter((place) => !place.endsWith(' mus')).sort())
        for (const { pupil, subject } of made.oneMarkShort) expect(forecast).toContain(`${pupil} ${subject}`)
        if (missing.length === 0)
          expect(made.categories).toEqual(classTeacher(source, schoolClass, at(id)).categories)
      }),
    )
  })

  it('start + arrived - left = end, and the quarters make the year', () => {
    fc.assert(
      fc.property(school, (spec) => {
        const { source, schoolClass, view, at } = opened(spec)
        const parts = periods.map((id) => movement(source, schoolClass, at(id)).totals)
        const year = movement(source, schoolClass, at('2025-26/year')).totals
        for (const { start, arrived, left, end } of [...parts, year]) expect(start + arrived - left).toBe(end)
        parts.slice(1).forEach(({ start }, index) => {
          expect(start).toBe(parts[index]!.end)
        })
        expect(year.end).toBe(view.pupils.filter(({ id }) => belongs(view, id, '2026-05-26')).length)
        expect(year.arrived).toBe(parts.reduce((sum, { arrived }) => sum + arrived, 0))
        expect(year.left).toBe(parts.reduce((sum, { left }) => sum + left, 0))
      }),
    )
  })

  it('quarters of the attendance summary sum to the year, rows to the totals, within the days held', () => {
    const flat = ({ days: missed, lessons, late }: Missed) => [
      missed.total,
      missed.ill,
      lessons.total,
      lessons.Б,
      lessons.У,
      lessons.Н,
      late,
    ]
    const sum = (all: readonly Missed[]) =>
      flat({ days: { total: 0, ill: 0 }, lessons: { total: 0, Б: 0, У: 0, Н: 0 }, late: 0 }).map((_, index) =>
        all.reduce((total, missed) => total + flat(missed)[index]!, 0),
      )
    fc.assert(
      fc.property(school, (spec) => {
        const { source, schoolClass, year } = opened(spec)
        const { rows, totals } = summaryAttendance(source, schoolClass, year)
        for (const row of [...rows, totals]) expect(sum(Object.values(row.periods))).toEqual(flat(row.year))
        expect(sum(rows.map((row) => row.year))).toEqual(flat(totals.year))
        for (const id of periods)
          expect(sum(rows.map((row) => row.periods[id]!))).toEqual(flat(totals.periods[id]!))
        const { dates, rows: daily } = attendanceMonth(source, schoolClass, {
          from: year.starts,
          to: year.ends,
        })
        for (const [index, { year: missed, pupil }] of rows.entries()) {
          expect(missed.days.ill).toBeLessThanOrEqual(missed.days.total)
          expect(missed.days.total).toBeLessThanOrEqual(dates.length)
          expect(daily[index]).toMatchObject({ pupil, lessons: missed.lessons, late: missed.late })
        }
      }),
    )
  })

  it('the summary of marks has the marks of the results', () => {
    fc.assert(
      fc.property(school, fc.constantFrom(...periods), (spec, id) => {
        const { source, schoolClass, year, at } = opened(spec)
        const { rows } = summaryMarks(source, schoolClass, year)
        const all = new Map(rows.map(({ pupil, marks: given }) => [pupil, given]))
        for (const { pupil, marks: given } of results(source, schoolClass, at(id)).rows)
          for (const [subject, mark] of Object.entries(given))
            expect(all.get(pupil)?.[subject]?.[id]).toBe(mark)
      }),
    )
  })
})
