import { describe, expect, it } from 'vitest'
import {
  datesOfPlace,
  periodNow,
  readReportPlace,
  reportMonths,
  reportPeriods,
} from '../../src/print/report-place.ts'
import { classOf, smallSchool } from '../domain/reports/small-school.ts'

const source = smallSchool({ classes: { '7а': { pupils: ['П'] }, '10а': { grade: 10, pupils: ['Р'] } } })
const { school } = source
const seventh = classOf(source, '7а')
const tenth = classOf(source, '10а')

describe('what an address of a report names', () => {
  it.each([
    ['attendance-month 2025-10', '2025-10-01', '2025-10-31'],
    ['attendance-month 2026-02', '2026-02-01', '2026-02-28'],
    ['attendance-month 2025-10-06..2025-10-12', '2025-10-06', '2025-10-12'],
    ['results 2025-26/1', '2025-09-01', '2025-10-24'],
    ['summary-marks 2025-26/1', '2025-09-01', '2025-10-24'],
    ['movement 2025-26/year', '2025-09-01', '2026-05-26'],
  ])('%s is from %s to %s', (at, from, to) => {
    expect(datesOfPlace(readReportPlace(at, school, seventh)!)).toEqual({ from, to })
  })

  it.each([
    'results',
    'results 2025-26/9',
    'results 2025-10',
    'results 2025-26/h1',
    'class-teacher-preliminary 2025-26/year',
    'attendance-month 2025-13',
    'attendance-month 2025-10-12..2025-10-06',
    'attendance-month 2025-10-06..',
    'attendance-month 2025-26/1',
    'nothing 2025-26/1',
  ])('%s is no report of a 7th class', (at) => {
    expect(readReportPlace(at, school, seventh)).toBeUndefined()
  })

  it('takes the periods of the grade', () => {
    expect(readReportPlace('results 2025-26/h1', school, tenth)).toMatchObject({ key: 'results' })
    expect(reportPeriods(school, tenth).map(({ id }) => id)).toEqual([
      '2025-26/h1',
      '2025-26/h2',
      '2025-26/year',
    ])
  })

  it('begins with the period that runs, in holidays with the one before, in summer with the first', () => {
    const on = (date: string) => periodNow(school, seventh, date)?.id
    expect([on('2025-12-01'), on('2025-10-30'), on('2025-08-15')]).toEqual([
      '2025-26/2',
      '2025-26/1',
      '2025-26/1',
    ])
  })

  it('has the months of the school year', () => {
    const months = reportMonths(school, seventh)
    expect([months[0], months[3], months.at(-1), months.length]).toEqual(['2025-09', '2025-12', '2026-05', 9])
  })
})
