/** The seven reports of clause 5.2.8 by their keys (reports.md). */
export const reportKeys = [
  'attendance-month',
  'class-teacher-preliminary',
  'class-teacher',
  'results',
  'summary-marks',
  'summary-attendance',
  'movement',
] as const
export type ReportKey = (typeof reportKeys)[number]
