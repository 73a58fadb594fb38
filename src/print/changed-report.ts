import type { DutyRecords } from '../domain/duties/duty-records.ts'
import { isHeldToLedger } from '../domain/duties/report-changes.ts'
import type { ReportSource } from '../domain/reports/report-source.ts'
import type { SchoolClass } from '../domain/school/school-view.ts'
import { makeReport } from './made-report.ts'
import { readReportPlace } from './report-place.ts'
import { revisionOf } from './revision.ts'

/** Whether a report handed in (`results 2025-26/1`) says something else by now; false where none was. */
export async function hasReportChanged(
  source: ReportSource,
  schoolClass: SchoolClass,
  { done }: Pick<DutyRecords, 'done'>,
  at: string,
): Promise<boolean> {
  const place = readReportPlace(at, source.school, schoolClass)
  const handed = done.get(`5.2.8/${at.replace(' ', ',')}`)
  if (!place || !handed?.revision || !isHeldToLedger(place.key)) return false
  // The day of making is on paper, not in what is reported.
  const { report } = makeReport(source, schoolClass, place.request, handed.date)
  return (await revisionOf(report)) !== handed.revision
}
