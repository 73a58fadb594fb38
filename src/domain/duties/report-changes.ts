import type { ReportKey } from '../reports/report-keys.ts'
import type { LateChange } from './changed-after.ts'

const attendance: ReadonlySet<string> = new Set([
  'presence',
  'reason',
  'lesson.held',
  'lesson.moved',
  'lesson.cancelled',
  'lesson.roll',
])

/**
 * Whether a report handed in is held against the ledger from then on. The preliminary one is not: it foretells from
 * what there was on its day, and the lessons that follow are to change it.
 */
export function isHeldToLedger(key: ReportKey): boolean {
  return key !== 'class-teacher-preliminary'
}

/** Whether a change of a journal is one that this report shows: attendance, marks of periods. */
export function concernsReport(key: ReportKey, { entity, attribute }: LateChange): boolean {
  const isPeriodMark = entity.startsWith('periodmark,')
  switch (key) {
    case 'attendance-month':
    case 'summary-attendance':
      return attendance.has(attribute)
    case 'results':
    case 'summary-marks':
      return isPeriodMark
    case 'class-teacher':
      return isPeriodMark || attendance.has(attribute)
    case 'class-teacher-preliminary':
    case 'movement':
      return false
  }
}
