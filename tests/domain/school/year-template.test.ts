import { describe, expect, it } from 'vitest'
import { schoolYear } from '../../../server/demo/calendar.ts'
import { bellsBy } from '../../../src/domain/school/bell-plans.ts'
import { weekdayOf } from '../../../src/domain/school/calendar.ts'
import { checkYear } from '../../../src/domain/school/check-year.ts'
import { yearTemplate } from '../../../src/domain/school/year-template.ts'

const years = Array.from({ length: 20 }, (_, index) => 2024 + index)

describe('the template of a school year', () => {
  it('gives the dates of the order for 2025/26', () => {
    const { year, periods, holidays, moves, shortDays } = yearTemplate(2025)
    expect(year).toEqual({ id: '2025-26', starts: '2025-09-01', ends: '2026-05-26' })
    expect(periods.map(({ id, starts, ends }) => `${id} ${starts} ${ends}`)).toEqual([
      '2025-26/1 2025-09-01 2025-10-24',
      '2025-26/2 2025-11-05 2025-12-30',
      '2025-26/3 2026-01-12 2026-03-27',
      '2025-26/4 2026-04-06 2026-05-26',
      '2025-26/h1 2025-09-01 2025-12-30',
      '2025-26/h2 2026-01-12 2026-05-26',
    ])
    expect(
      holidays.map(({ name, starts, ends, grades = '' }) => `${starts} ${ends} ${name}${grades}`),
    ).toEqual([
      '2025-10-25 2025-11-02 Осенние каникулы',
      '2025-11-03 2025-11-03 Перенесённый выходной',
      '2025-11-04 2025-11-04 День народного единства',
      '2025-12-31 2026-01-11 Зимние каникулы',
      '2026-02-16 2026-02-22 Дополнительные каникулы1',
      '2026-02-23 2026-02-23 День защитника Отечества',
      '2026-03-08 2026-03-09 Международный женский день',
      '2026-03-28 2026-04-05 Весенние каникулы',
      '2026-05-01 2026-05-01 Праздник Весны и Труда',
      '2026-05-09 2026-05-11 День Победы',
    ])
    expect(moves).toEqual([{ works: '2025-11-01', off: '2025-11-03' }])
    expect(shortDays).toEqual(['2026-04-30', '2026-05-08'])
  })

  it.each(years)('is the calendar the demo school lives by, %i', (startYear) => {
    const { year, periods, holidays } = yearTemplate(startYear)
    const demo = schoolYear(startYear)
    expect(year).toEqual(demo.row)
    expect(periods).toEqual(demo.periods)
    expect(holidays).toEqual(demo.holidays)
  })

  it.each(years)('begins and ends every period on a school day, whatever the plan, %i', (startYear) => {
    for (const division of ['quarters', 'trimesters'] as const) {
      for (const saturdays of [true, false]) {
        const template = yearTemplate(startYear, { division, saturdays, shifts: 2 })
        expect(checkYear(template)).toEqual([])
        for (const { starts, ends } of template.periods) {
          for (const day of [starts, ends]) {
            expect(weekdayOf(day)).toBeLessThan(saturdays ? 7 : 6)
            expect(template.holidays.filter((h) => !h.grades && h.starts <= day && day <= h.ends)).toEqual([])
          }
        }
      }
    }
  })

  it('lets schools of trimesters rest five times and have halves beside them', () => {
    const { periods, holidays } = yearTemplate(2025, { division: 'trimesters', saturdays: true, shifts: 1 })
    expect(periods.map(({ id }) => id)).toEqual([
      '2025-26/t1',
      '2025-26/t2',
      '2025-26/t3',
      '2025-26/h1',
      '2025-26/h2',
    ])
    expect(periods[0]).toMatchObject({ kind: 'trimester', starts: '2025-09-01', ends: '2025-11-15' })
    expect(holidays.filter(({ name }) => name?.includes('каникулы'))).toHaveLength(5)
  })

  it('has bells by shift, for grade 1 and for short days', () => {
    const { bells } = yearTemplate(2026, { division: 'quarters', saturdays: false, shifts: 2 })
    expect(
      bells.map(({ shift, grades = 'все', shortDay, bells: [first] }) => [
        shift,
        grades,
        shortDay,
        first?.ends,
      ]),
    ).toEqual([
      [1, 'все', false, '09:10'],
      [1, '1', false, '09:05'],
      [1, 'все', true, '09:00'],
      [2, 'все', false, '14:40'],
      [2, 'все', true, '14:30'],
    ])
  })

  it('reckons bells with the breaks given, the last repeated, and not past midnight', () => {
    expect(bellsBy({ starts: '08:00', lesson: 40, breaks: [10, 20], lessons: 4 })).toEqual([
      { number: 1, starts: '08:00', ends: '08:40' },
      { number: 2, starts: '08:50', ends: '09:30' },
      { number: 3, starts: '09:50', ends: '10:30' },
      { number: 4, starts: '10:50', ends: '11:30' },
    ])
    expect(() => bellsBy({ starts: '23:00', lesson: 45, breaks: [10], lessons: 2 })).toThrow(RangeError)
  })

  it('names what is wrong with an edited year', () => {
    const template = yearTemplate(2026)
    const [first, second] = template.periods
    const edited = {
      ...template,
      periods: [
        { ...first!, ends: second!.starts },
        second!,
        { ...second!, starts: '2027-06-01', ends: '2027-06-05' },
      ],
      holidays: [{ name: 'Каникулы', starts: '2026-11-02', ends: '2026-10-24' }],
      bells: [
        {
          shift: 1,
          shortDay: false,
          bells: [
            { number: 1, starts: '08:30', ends: '09:10' },
            { number: 2, starts: '09:00', ends: '08:50' },
            { number: 1, starts: '10:00', ends: '10:40' },
          ],
        },
      ],
    }
    expect(checkYear(edited)).toEqual([
      { kind: 'overlap', what: 'period', index: 1, other: 0 },
      { kind: 'outside', what: 'period', index: 2 },
      { kind: 'twice', what: 'period', index: 2, other: 1 },
      { kind: 'backwards', what: 'holiday', index: 0 },
      { kind: 'backwards', what: 'bell', index: 1, bellPlan: 0 },
      { kind: 'twice', what: 'bell', index: 2, other: 0, bellPlan: 0 },
    ])
  })
})
