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

/** Whether a change of a journal is one that this report shows: attendance, marks of periods, forecasts by the marks. */
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
      return isPeriodMark || attendance.has(attribute) || /^(mark|work|former),/.test(entity)
    case 'movement':
      return false
  }
}
