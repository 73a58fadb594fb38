import { describe, expect, it } from 'vitest'
import { findClass } from '../../../src/domain/reports/choose-class.ts'
import { classTeacher } from '../../../src/domain/reports/class-teacher.ts'
import { classTeacherPreliminary } from '../../../src/domain/reports/class-teacher-preliminary.ts'
import { movement } from '../../../src/domain/reports/movement.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { summaryAttendance } from '../../../src/domain/reports/summary-attendance.ts'
import { summaryMarks } from '../../../src/domain/reports/summary-marks.ts'
import { sampleExpected, sampleFolder } from '../../exchange/sample.ts'
import { SchoolLedger } from '../../exchange/school-ledger.ts'

const ledger = new SchoolLedger()
ledger.import(sampleFolder())
const source = ledger.source()
const schoolClass = findClass(source.school, '7А', '2025-26')!
const period = reportPeriod(source.school, '2025-26/1')!
const [year] = source.school.years

const reports = {
  'class-teacher': () => classTeacher(source, schoolClass, period),
  'class-teacher-preliminary': () => classTeacherPreliminary(source, schoolClass, period),
  movement: () => movement(source, schoolClass, period),
  'summary-marks': () => summaryMarks(source, schoolClass, year!),
  'summary-attendance': () => summaryAttendance(source, schoolClass, year!),
}

describe('of the sample school', () => {
  it.each(Object.keys(reports) as (keyof typeof reports)[])('%s says what a separate program says', (key) => {
    const expected = sampleExpected(key) as object
    const report = reports[key]() as object
    // More may stand beside what the contract names; inside it only the pupils' names do.
    const named = Object.fromEntries(Object.entries(report).filter(([name]) => Object.hasOwn(expected, name)))
    expect(comparable(named)).toEqual(comparable(expected))
    expect(report).toMatchObject({ school: 'siva' })
  })

  it('names the pupils', () => {
    expect(reports.movement().rows).toMatchObject([{ pupil: 'p005', name: 'Сивкова Злата Андреевна' }])
    const [failing] = reports['class-teacher']().categories
    expect(failing!.pupils.map(({ name }) => name)).toEqual(['Зубов Лев', 'Зубов Фёдор', 'Чазова Софья'])
  })
})

/** Lists of pupils by pupil, without names: their order and the names are not compared. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(comparable)
    return items.every((item) => typeof item === 'object' && item !== null && 'pupil' in item)
      ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : items
  }
  if (typeof value !== 'object' || value === null) return value
  const { name, ...rest } = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(rest)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, comparable(inner)]),
  )
}
