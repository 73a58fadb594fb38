import { expect, it } from 'vitest'
import type { LateChange } from '../../../src/domain/duties/changed-after.ts'
import { concernsReport } from '../../../src/domain/duties/report-changes.ts'
import { reportDue } from '../../../src/domain/duties/report-due.ts'
import type { UserId } from '../../../src/domain/ledger/ids.ts'
import { reportKeys } from '../../../src/domain/reports/report-keys.ts'
import { smallSchool } from '../reports/small-school.ts'

const { school } = smallSchool({ classes: {} })

it('is due on the fifth after a month, a week before a period ends, on the fourth day after it', () => {
  expect(reportDue(school, 'attendance-month', '2025-12')).toBe('2026-01-05')
  expect(reportDue(school, 'class-teacher-preliminary', '2025-26/1')).toBe('2025-10-17')
  // Friday 24 October; the fourth day of the break is Tuesday, 28 October.
  expect(reportDue(school, 'results', '2025-26/1')).toBe('2025-10-28')
  expect(reportDue(school, 'results', '2025-26/year')).toBeUndefined()
  expect(reportDue(school, 'results', '2025-26/9')).toBeUndefined()
})

it('is touched by changes of what it shows only', () => {
  const change = (entity: string, attribute: string): LateChange => ({
    entity,
    attribute,
    pupil: undefined,
    before: null,
    after: null,
    author: 'u' as UserId,
    at: 0,
  })
  const touched = (entity: string, attribute: string) =>
    reportKeys.filter((key) => concernsReport(key, change(entity, attribute)))
  expect(touched('cell,2025-09-05,1,0,p1', 'presence')).toEqual([
    'attendance-month',
    'class-teacher',
    'summary-attendance',
  ])
  expect(touched('periodmark,2025-26/1,p1', 'periodmark')).toEqual([
    'class-teacher',
    'results',
    'summary-marks',
  ])
  expect(touched('mark,2025-09-05,1,0,,p1', 'mark')).toEqual([])
  expect(touched('lesson,2025-09-05,1,0', 'lesson.topic')).toEqual([])
})
