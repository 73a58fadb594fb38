import { expect, it } from 'vitest'
import { readJournalName } from '../../src/domain/ledger/documents.ts'
import { withCarried } from '../../src/domain/reports/carried-journals.ts'
import { findClass } from '../../src/domain/reports/choose-class.ts'
import { reportPeriod } from '../../src/domain/reports/report-period.ts'
import { makeReport, type ReportRequest } from '../../src/print/made-report.ts'
import { sampleFolder } from '../exchange/sample.ts'
import { SchoolLedger } from '../exchange/school-ledger.ts'

const ledger = new SchoolLedger()
ledger.import(sampleFolder())
const whole = ledger.source()
const schoolClass = findClass(whole.school, '7А', '2025-26')!
const period = reportPeriod(whole.school, '2025-26/1')!
const [year] = whole.school.years

/** What a class teacher's device holds: the class and its own journals. */
const device = {
  school: whole.school,
  classes: new Map([[schoolClass.id, whole.classes.get(schoolClass.id)!]]),
  journals: withCarried(
    new Map([...whole.journals].filter(([name]) => readJournalName(name)?.class === schoolClass.id)),
  ),
}

it.each<ReportRequest>([
  { key: 'attendance-month', range: { month: '2025-09' } },
  { key: 'attendance-month', range: { from: '2025-09-08', to: '2025-09-14' } },
  { key: 'class-teacher-preliminary', period },
  { key: 'class-teacher', period },
  { key: 'results', period },
  { key: 'summary-marks', year: year! },
  { key: 'summary-attendance', year: year! },
  { key: 'movement', period },
])('$key of a device with its class alone is that of the whole school, footnotes and form too', (request) => {
  const [own, all] = [device, whole].map((source) => makeReport(source, schoolClass, request, '2025-11-10'))
  expect(JSON.stringify(own!.report)).toBe(JSON.stringify(all!.report))
  expect(own!.table()).toEqual(all!.table())
  expect(own!.form()).toEqual(all!.form())
})
