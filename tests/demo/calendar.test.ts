import { describe, expect, it } from 'vitest'
import { schoolDays, schoolYear } from '../../server/demo/calendar.ts'
import { weekdayOf } from '../../src/domain/school/calendar.ts'

describe('the calendar of a school year', () => {
  it('has the dates of the order for 2025/26', () => {
    const { row, periods, holidays } = schoolYear(2025)
    expect(row).toEqual({ id: '2025-26', starts: '2025-09-01', ends: '2026-05-26' })
    expect(periods.map(({ id, starts, ends }) => [id, starts, ends])).toEqual([
      ['2025-26/1', '2025-09-01', '2025-10-24'],
      ['2025-26/2', '2025-11-05', '2025-12-30'],
      ['2025-26/3', '2026-01-12', '2026-03-27'],
      ['2025-26/4', '2026-04-06', '2026-05-26'],
      ['2025-26/h1', '2025-09-01', '2025-12-30'],
      ['2025-26/h2', '2026-01-12', '2026-05-26'],
    ])
    const days = holidays.map(({ starts, ends }) => `${starts}..${ends}`)
    for (const rest of [
      '2025-10-25..2025-11-02',
      '2025-12-31..2026-01-11',
      '2026-03-28..2026-04-05',
      '2026-02-23..2026-02-23',
      '2026-03-08..2026-03-09',
      '2026-05-01..2026-05-01',
      '2026-05-09..2026-05-11',
      '2025-11-04..2025-11-04',
    ]) {
      expect(days).toContain(rest)
    }
  })

  it.each([2020, 2024, 2026, 2027, 2028, 2029, 2033])('is a plausible one for %i', (startYear) => {
    const year = schoolYear(startYear)
    const days = schoolDays(year, 7)
    expect(days.length).toBeGreaterThan(160)
    expect(days.length).toBeLessThan(178)
    expect(days).not.toContain(`${startYear}-11-04`)
    expect(days.every((date) => weekdayOf(date) <= 5)).toBe(true)
    const quarters = year.periods.filter(({ kind }) => kind === 'quarter')
    for (const { starts, ends } of quarters) {
      expect(days).toContain(starts)
      expect(days).toContain(ends)
    }
    for (const date of days) {
      expect(quarters.filter(({ starts, ends }) => starts <= date && date <= ends)).toHaveLength(1)
    }
    expect(schoolDays(year, 1)).toHaveLength(days.length - daysOfFebruaryBreak(startYear))
  })
})

/** Working days of the week off that grade 1 has; less the 23rd where that falls into it. */
function daysOfFebruaryBreak(startYear: number): number {
  const { holidays } = schoolYear(startYear)
  const own = holidays.find(({ grades }) => grades === '1')!
  return schoolDays(schoolYear(startYear), 7).filter((date) => own.starts <= date && date <= own.ends).length
}
