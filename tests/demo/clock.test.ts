import { describe, expect, it } from 'vitest'
import { demoClock } from '../../server/demo/clock.ts'

const at = (date: string, time: string) => {
  const { date: day, time: hour, shifted, year } = demoClock({ date, time })
  return [day, hour, shifted ? 'shifted' : 'real', year.row.id]
}

describe('the demo clock', () => {
  it.each([
    ['a lesson is going on', '2026-11-24', '12:20', ['2026-11-24', '12:20', 'real', '2026-27']],
    ['its first minute', '2026-11-24', '10:20', ['2026-11-24', '10:20', 'real', '2026-27']],
    ['the bell has rung: a break', '2026-11-24', '11:05', ['2026-11-24', '10:27', 'shifted', '2026-27']],
    ['7А has gone home', '2026-11-24', '14:10', ['2026-11-24', '10:27', 'shifted', '2026-27']],
    ['night', '2026-11-24', '23:40', ['2026-11-24', '10:27', 'shifted', '2026-27']],
    ['early morning', '2026-11-24', '06:00', ['2026-11-23', '10:27', 'shifted', '2026-27']],
    ['Sunday', '2026-11-22', '10:30', ['2026-11-20', '10:27', 'shifted', '2026-27']],
    ['a public holiday', '2026-11-04', '10:30', ['2026-11-03', '10:27', 'shifted', '2026-27']],
    ['autumn holidays', '2026-10-28', '12:00', ['2026-10-23', '10:27', 'shifted', '2026-27']],
    ['New Year', '2027-01-01', '00:05', ['2026-12-30', '10:27', 'shifted', '2026-27']],
    ['July', '2026-07-15', '10:30', ['2026-05-26', '10:27', 'shifted', '2025-26']],
    ['31 August', '2026-08-31', '10:30', ['2026-05-26', '10:27', 'shifted', '2025-26']],
    ['the first lesson of the year', '2026-09-01', '08:40', ['2026-09-01', '08:40', 'real', '2026-27']],
    ['an hour before it', '2026-09-01', '07:40', ['2026-05-26', '10:27', 'shifted', '2025-26']],
  ])('%s', (_, date, time, expected) => {
    expect(at(date, time)).toEqual(expected)
  })
})
