import { describe, expect, it } from 'vitest'
import type { AttendanceReport } from '../../../src/domain/reports/attendance-month.ts'
import type { CellBehind, TablePlace } from '../../../src/domain/reports/cells-behind.ts'
import { findClass } from '../../../src/domain/reports/choose-class.ts'
import type { PreliminaryReport } from '../../../src/domain/reports/class-teacher-preliminary.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { makeReport, type ReportRequest } from '../../../src/print/made-report.ts'
import { sampleFolder } from '../../exchange/sample.ts'
import { SchoolLedger } from '../../exchange/school-ledger.ts'

const ledger = new SchoolLedger()
ledger.import(sampleFolder())
const source = ledger.source()
const schoolClass = findClass(source.school, '7А', '2025-26')!
const period = reportPeriod(source.school, '2025-26/1')!
const [year] = source.school.years

/** A report of the sample school, its table, and the cells behind a place of it. */
function made(request: ReportRequest) {
  const report = makeReport(source, schoolClass, request, '2025-11-10')
  const table = report.table()
  const behind = (part: TablePlace['part'], row: number, column: number) =>
    report.behind({ part, row, column })?.()
  const column = (title: string) => table.columns.findIndex((one) => one.title === title)
  return { ...report, table, behind, column }
}

const days = (cells: readonly CellBehind[]) =>
  new Set(cells.map(({ pupil, date }) => `${pupil} ${date}`)).size
const pupils = (cells: readonly CellBehind[]) => new Set(cells.map(({ pupil }) => pupil)).size

/** How many cells stand behind counts that follow each other from a column on; days are counted as days. */
function counts(
  cells: (column: number) => CellBehind[] | undefined,
  from: number,
  titles: readonly string[],
) {
  return titles.map((title, index) => {
    const found = cells(from + index) ?? []
    return title.startsWith('д') ? days(found) : found.length
  })
}

describe('behind the attendance of a month', () => {
  const { table, behind, report } = made({ key: 'attendance-month', range: { month: '2025-09' } })
  const { dates, totals } = report as AttendanceReport
  const first = 2 + dates.length
  const titles = ['всего', 'Б', 'У', 'Н', 'опозданий', 'дней', 'дней по болезни', 'проведено']

  it('stand as many lessons as every number of every pupil says', () => {
    expect(table.rows.length).toBeGreaterThan(5)
    for (const [row, cells] of table.rows.entries())
      expect(
        counts((column) => behind('rows', row, column), first, titles),
        String(cells[1]),
      ).toEqual(cells.slice(first))
  })

  it('stand the lessons of the class under the line, each held one once', () => {
    expect(totals.lessons.total).toBeGreaterThan(0)
    const missed = counts((column) => behind('totals', 1, column), first, titles.slice(0, 7))
    expect(missed).toEqual(table.totals[1]!.slice(first, first + 7))
    const held = behind('totals', 1, first + 7)!
    expect(held.reduce((sum, { says }) => sum + Number(says), 0)).toBe(totals.held)
  })

  it('stand a day’s codes behind its cell, and who was away behind its total', () => {
    for (const [index] of dates.entries()) {
      for (const [row, cells] of table.rows.entries()) {
        const codes = (behind('rows', row, 2 + index) ?? []).map(({ says }) => says)
        const said = (['Б', 'У', 'Н', 'О'] as const)
          .map((code) => [code, codes.filter((one) => one === code).length] as const)
          .filter(([, count]) => count > 0)
          .map(([code, count]) => `${code}${count}`)
          .join(' ')
        if (cells[2 + index] !== '—') expect(said).toBe(cells[2 + index] ?? '')
      }
      expect(pupils(behind('totals', 0, 2 + index)!)).toBe(table.totals[0]![2 + index])
    }
  })
})

it('behind the sheet of attendance stand as many lessons and days as it says, by period and in the year', () => {
  const { table, behind } = made({ key: 'summary-attendance', year: year! })
  const titles = table.columns.slice(2).map(({ title }) => title)
  for (const [row, cells] of table.rows.entries())
    expect(
      counts((column) => behind('rows', row, column), 2, titles),
      String(cells[1]),
    ).toEqual(cells.slice(2))
  expect(counts((column) => behind('totals', 0, column), 2, titles)).toEqual(table.totals[0]!.slice(2))
})

describe('behind the results', () => {
  const { table, behind } = made({ key: 'results', period })

  it('stands the mark itself, in the journal that holds it', () => {
    const marks = table.columns.length - 3
    for (const [row, cells] of table.rows.entries())
      for (let column = 2; column < 2 + marks; column++) {
        const value = cells[column]
        if (value === null) continue
        const [cell, ...more] = behind('rows', row, column)!
        expect(more).toEqual([])
        expect(cell!.says).toBe(String(value))
        const [, subject] = cell!.journal!.split(',')
        expect(source.school.subjects.get(subject!)!.name).toBe(table.columns[column]!.title)
      }
  })

  it('stand as many marks as each count under a subject says, and N of them behind percentages', () => {
    const n = table.totals.find(([, title]) => title === 'N')!
    for (const [row, cells] of table.totals.entries())
      for (let column = 2; column < table.columns.length - 1; column++) {
        const found = behind('totals', row, column)!.length
        if (typeof cells[column] === 'number') expect(found, `${cells[1]}`).toBe(cells[column])
        if (String(cells[1]).endsWith('%')) expect(found).toBe(n[column])
      }
  })
})

describe('behind the class teacher’s report', () => {
  const { table, behind } = made({ key: 'class-teacher', period })

  it('stand as many pupils as each category and each rate counts', () => {
    for (const [row, [title, , , count]] of table.rows.entries())
      expect(pupils(behind('rows', row, 3)!), String(title)).toBe(count)
    const [, , , , of] = table.totals[0]!
    expect(behind('totals', 0, 3)!).toHaveLength(Number(String(of).split(' из ')[1]))
  })

  it('stand only the marks that put a pupil there, where the category names them', () => {
    const row = table.rows.findIndex(([title]) => title === 'Не успевают')
    const cells = behind('rows', row, 3)!
    for (const pupil of new Set(cells.map((cell) => cell.pupil)))
      expect(cells.filter((cell) => cell.pupil === pupil).map(({ says }) => says)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^([12]|незач)$/)]),
      )
    expect(cells.map(({ says }) => says)).not.toContain('5')
  })

  it('stand the missed lessons behind the words that count them', () => {
    const missed = /Пропущено уроков: (\d+)/.exec(table.footnotes[1]!)![1]
    expect(behind('footnotes', 1, 0)!).toHaveLength(Number(missed))
  })
})

it('behind the preliminary lists stand forecasts, and places without a mark', () => {
  const { report, behind } = made({ key: 'class-teacher-preliminary', period })
  const { missing, forecasts, oneMarkShort } = report as PreliminaryReport
  expect(forecasts.length).toBeGreaterThan(0)
  expect(behind('footnotes', 4, 0)!).toHaveLength(missing.flatMap((list) => list.pupils).length)
  expect(behind('footnotes', 5, 0)!).toHaveLength(forecasts.filter(({ mark }) => mark === 'н/а').length)
  expect(behind('footnotes', 6, 0)!).toHaveLength(
    oneMarkShort.filter(({ toAttestation }) => !toAttestation).length,
  )
  for (const cell of behind('footnotes', 5, 0)!) expect(cell).toMatchObject({ says: 'н/а', forecast: true })
})

it('behind the sheet of all marks stands each mark, behind that of movement each order', () => {
  const marks = made({ key: 'summary-marks', year: year! })
  let seen = 0
  for (const [row, cells] of marks.table.rows.entries())
    for (let column = 3; column < marks.table.columns.length - 1; column++) {
      if (cells[column] === null) continue
      seen++
      expect(marks.behind('rows', row, column)!.map(({ says }) => says)).toEqual([String(cells[column])])
    }
  expect(seen).toBeGreaterThan(20)
  const orders = made({ key: 'movement', period })
  expect(orders.behind('rows', 0, 4)).toMatchObject([{ pupil: 'p005' }])
  expect(orders.behind('footnotes', 0, 0)).toHaveLength(orders.table.rows.length)
})
