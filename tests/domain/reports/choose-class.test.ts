import { describe, expect, it } from 'vitest'
import { findClass, yearOfReport } from '../../../src/domain/reports/choose-class.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import type { SchoolClass } from '../../../src/domain/school/school-view.ts'

const years = [
  { id: '2024-25', starts: '2024-09-02', ends: '2025-05-26' },
  { id: '2025-26', starts: '2025-09-01', ends: '2026-05-26' },
]
const periods = [
  {
    id: '2024-25/4',
    year: '2024-25',
    kind: 'quarter' as const,
    number: 4,
    starts: '2025-04-01',
    ends: '2025-05-26',
  },
]
const school = { years, periods }
const year = (time: Parameters<typeof yearOfReport>[1], today = '2025-10-01') =>
  yearOfReport(school, time, today)?.id

describe('the year of a report', () => {
  it('is that of its period, month, first date or year', () => {
    expect(year({ period: '2024-25/4' })).toBe('2024-25')
    expect(year({ period: '2024-25/year' })).toBe('2024-25')
    expect(year({ month: '2025-05' })).toBe('2024-25')
    expect(year({ month: '2025-09' })).toBe('2025-26')
    expect(year({ from: '2025-01-15' })).toBe('2024-25')
    expect(year({ year: '2024-25' })).toBe('2024-25')
    expect(year({ period: '2023-24/1' })).toBeUndefined()
    expect(year({ month: '2025-07' })).toBeUndefined()
  })

  it('is the current one by default, in summer the last', () => {
    expect(year({})).toBe('2025-26')
    expect(year({}, '2025-07-01')).toBe('2024-25')
    expect(year({}, '2024-01-01')).toBe('2024-25')
  })
})

describe('a class', () => {
  const own: SchoolClass = { id: '2025-7a', year: '2025-26', grade: 7, letter: 'А' }
  const classes = new Map([own, { ...own, id: '2024-7a', year: '2024-25' }].map((one) => [one.id, one]))

  it.each(['7А', '7а', '7-А', '7 «А»', '2025-7a'])('is found by %s', (label) => {
    expect(findClass({ classes }, label, '2025-26')).toBe(own)
  })

  it('is not found in a year that has none of the name', () => {
    expect(findClass({ classes }, '7Б', '2025-26')).toBeUndefined()
    expect(findClass({ classes }, '2025-7a', '2024-25')).toBeUndefined()
  })
})

describe('a period', () => {
  it('is one of the school’s, or its year', () => {
    expect(reportPeriod(school, '2024-25/4')).toMatchObject({ kind: 'quarter', title: 'IV четверть' })
    expect(reportPeriod(school, '2025-26/year')).toEqual({
      id: '2025-26/year',
      kind: 'year',
      year: '2025-26',
      starts: '2025-09-01',
      ends: '2026-05-26',
      title: 'учебный год',
    })
    expect(reportPeriod(school, '2025-26/1')).toBeUndefined()
  })
})
