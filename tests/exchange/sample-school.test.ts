import { describe, expect, it } from 'vitest'
import { entity, journalDocument, lessonKey } from '../../src/domain/ledger/documents.ts'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import { attendanceMonth } from '../../src/domain/reports/attendance-month.ts'
import { categoryKeys, categoryOf } from '../../src/domain/reports/categories.ts'
import { findClass } from '../../src/domain/reports/choose-class.ts'
import { reportPeriod } from '../../src/domain/reports/report-period.ts'
import { results } from '../../src/domain/reports/results.ts'
import { readFolder } from '../../src/exchange/read-folder.ts'
import type { ExchangeTables } from '../../src/exchange/tables.ts'
import { writeFolder } from '../../src/exchange/write-folder.ts'
import { sampleExpected, sampleFolder, sorted } from './sample.ts'
import { SchoolLedger } from './school-ledger.ts'

const teacher = 'teach' as UserId

function imported(): SchoolLedger {
  const ledger = new SchoolLedger()
  expect(ledger.import(sampleFolder())).toBeTypeOf('number')
  return ledger
}

function tablesOf(files: ReadonlyMap<string, string>): ExchangeTables {
  const reading = readFolder(files)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.tables
}

describe('the sample school', () => {
  it('is imported once; the second time changes nothing', () => {
    const ledger = imported()
    expect(ledger.import(sampleFolder())).toBe(0)
  })

  it('comes back equal from an export', () => {
    const { tables, notes } = imported().export()
    expect(notes).toEqual([])
    expect(sorted(tables)).toEqual(sorted(tablesOf(sampleFolder())))
    expect(sorted(tablesOf(writeFolder(tables)))).toEqual(sorted(tables))
  })

  it('is the same in another school after export and import', () => {
    const { tables } = imported().export()
    const other = new SchoolLedger()
    other.import(writeFolder(tables))
    expect(other.export().tables).toEqual(tables)
  })

  it('keeps what a teacher changed when the folder is imported again, and its export changes nothing', () => {
    const ledger = imported()
    const math = journalDocument({ class: '2025-7a', subject: 'math' })
    const mark = entity.mark(lessonKey('2025-09-01', 1), '', 'p006')
    expect(ledger.foldOf(math).value(mark, 'mark')).toBe('3')
    ledger.append(math, [{ entity: mark, attribute: 'mark', value: '4' }], teacher)
    expect(ledger.import(sampleFolder())).toBe(0)
    expect(ledger.foldOf(math).value(mark, 'mark')).toBe('4')
    const exported = writeFolder(ledger.export().tables)
    expect(ledger.import(exported)).toBe(0)
    // Whatever happens in between: the exported folder has nothing to say that was not replaced since.
    ledger.append(math, [{ entity: mark, attribute: 'mark', value: '5' }], teacher)
    expect(ledger.import(exported)).toBe(0)
    expect(ledger.import(sampleFolder())).toBe(0)
    expect(ledger.foldOf(math).value(mark, 'mark')).toBe('5')
  })

  it('gives the attendance report that was computed elsewhere', () => {
    const source = imported().source()
    const report = attendanceMonth(source, findClass(source.school, '7А', '2025-26')!, { month: '2025-09' })
    const expected = sampleExpected('attendance-month') as typeof report
    expect(report).toMatchObject({
      report: 'attendance-month',
      school: 'siva',
      class: '7А',
      month: '2025-09',
    })
    expect(byPupil(report.rows.map(({ outside, name, ...row }) => row))).toEqual(byPupil(expected.rows))
    expect(report.totals).toEqual(expected.totals)
    expect(report.rows.find(({ pupil }) => pupil === 'p001')!.name).toBe('Ведерников Артём')
    expect(report.unsettled).toBe(0)
  })

  it('gives the results that were computed elsewhere', () => {
    const source = imported().source()
    const schoolClass = findClass(source.school, '7А', '2025-26')!
    const period = reportPeriod(source.school, '2025-26/1')!
    const report = results(source, schoolClass, period)
    const expected = sampleExpected('results') as typeof report
    expect(byPupil(report.rows.map(({ name, ...row }) => row))).toEqual(byPupil(expected.rows))
    expect(report.totals.subjects).toEqual(expected.totals.subjects)
    const { passRate, qualityRate, categories } = sampleExpected('class-teacher') as ClassTeacher
    expect(report.totals).toMatchObject({ passRate, qualityRate, pupils: 10 })
    const subjects = Object.keys(report.totals.subjects)
    const found = report.rows.map((row) => ({
      pupil: row.pupil,
      ...categoryOf(subjects, new Map(Object.entries(row.marks)))!,
    }))
    for (const key of categoryKeys)
      expect(
        byPupil(found.filter((one) => one.key === key).map(({ pupil, subjects }) => ({ pupil, subjects }))),
      ).toEqual(byPupil(categories.find((one) => one.key === key)!.pupils))
  })
})

interface ClassTeacher {
  passRate: object
  qualityRate: object
  categories: { key: string; pupils: { pupil: string; subjects: string[] }[] }[]
}

function byPupil(rows: readonly { pupil: string }[]): object {
  return Object.fromEntries(rows.map((row) => [row.pupil, row]))
}
