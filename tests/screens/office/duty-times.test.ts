import { expect, it } from 'vitest'
import { dutyTimes, usualDutyTime } from '../../../src/screens/office/duty-times.ts'
import { smallSchool } from '../../domain/reports/small-school.ts'

const { school } = smallSchool({ classes: { '7а': { pupils: ['А'] } } })
const spans = (today: string) => dutyTimes(school, today).map(({ id, from, to }) => `${id} ${from} ${to}`)

it('gives a period the holidays after it, and the last one the summer', () => {
  // Quarters begin on 1 September, 5 November; of half-years the second on 12 January.
  expect(spans('2025-11-20')).toEqual([
    '2025-26/1 2025-09-01 2025-11-04',
    '2025-26/2 2025-11-05 2026-01-11',
    '2025-26/h1 2025-09-01 2026-01-11',
    '2025-26/year 2025-09-01 2026-07-25',
  ])
  expect(spans('2026-05-26').at(3)).toBe('2025-26/4 2026-04-06 2026-07-25')
})

it('begins with the quarter that began last, in its holidays too', () => {
  const usual = (today: string) => usualDutyTime(dutyTimes(school, today))?.id
  expect(['2025-09-10', '2025-10-30', '2025-11-20'].map(usual)).toEqual([
    '2025-26/1',
    '2025-26/1',
    '2025-26/2',
  ])
})
