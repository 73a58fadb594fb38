import { beforeAll, describe, expect, it } from 'vitest'
import { paperFonts } from '../../server/command-line/report-content.ts'
import { type AttendanceReport, attendanceMonth } from '../../src/domain/reports/attendance-month.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import { attendanceMonthForm } from '../../src/print/attendance-month-form.ts'
import { formPdf } from '../../src/print/form-pdf.ts'
import { classOf, smallSchool } from '../domain/reports/small-school.ts'
import { largeClass, month } from './large-class.ts'
import { following, type PlacedText, readPdf, run, squeezed } from './read-pdf.ts'

const stamp = { made: '24.11.2026 21:14', revision: 'ab12-cd34' }
const fonts = paperFonts()

function print(source: ReportSource, report: AttendanceReport, id: string): Promise<PlacedText[][]> {
  return readPdf(formPdf(attendanceMonthForm(report, source, classOf(source, id)), fonts, stamp))
}

describe('attendance of 40 pupils with the longest names over 27 days', () => {
  let report: AttendanceReport
  let pages: PlacedText[][]

  beforeAll(async () => {
    const source = largeClass({ pupils: 40 })
    report = attendanceMonth(source, classOf(source, '7А'), { month })
    pages = await print(source, report, '7А')
  })

  it('takes two pages, each with the header row and its number', () => {
    expect(report.dates).toHaveLength(27)
    expect(pages).toHaveLength(2)
    pages.forEach((page, index) => {
      expect(run(page)).toContain('№Фамилия,имя1ср2чт3пт4сб6пн')
      expect(run(page)).toContain('31птУроковвсегоБУНОДнейвсегобол.')
      expect(page.at(-1)!.text).toBe(
        `Составлено 24.11.2026 21:14 · редакция ab12-cd34 · стр. ${index + 1} из 2`,
      )
    })
  })

  it('is headed with the school, the title in capitals, class and dates', () => {
    const head = run(pages[0]!)
    expect(
      head.indexOf(squeezed('имени Героя Советского Союза Н. И. Кузнецова» Чусовского')),
    ).toBeGreaterThan(0)
    expect(head).toContain(squeezed('ОТЧЁТ О ПОСЕЩАЕМОСТИ ЗАНЯТИЙ за октябрь 2025 г.'))
    expect(head).toContain(squeezed('7А класс · 2025/26 уч. г. (01.10.2025 – 31.10.2025)'))
  })

  it('names every pupil once, whole, in order', () => {
    const text = pages.map(run).join('')
    let from = 0
    report.rows.forEach(({ name }, index) => {
      from = text.indexOf(squeezed(`${index + 1}${name}`), from)
      expect(from, name).toBeGreaterThan(0)
    })
    expect(report.rows).toHaveLength(40)
  })

  it('keeps inside the margins, in no smaller a type than 7 pt', () => {
    const mm = 72 / 25.4
    for (const placed of pages.flat()) {
      expect(placed.size, placed.text).toBeGreaterThanOrEqual(7)
      expect(placed.x, placed.text).toBeGreaterThanOrEqual(20 * mm)
      expect(placed.right, placed.text).toBeLessThanOrEqual((297 - 8) * mm + 0.1)
      expect(placed.y, placed.text).toBeGreaterThanOrEqual(5 * mm)
      expect(placed.y, placed.text).toBeLessThanOrEqual((210 - 8) * mm)
    }
  })

  it("sums as the report does, in the class's row and in words", () => {
    const { lessons, late, daysMissed } = report.totals
    expect(following(pages[1]!, 'Всего по классу', 7)).toEqual(
      [lessons.total, lessons.Б, lessons.У, lessons.Н, late, daysMissed.total, daysMissed.ill].map(String),
    )
    const missed = report.dates.map(
      (date) =>
        report.rows.filter(({ days }) => days[date] && days[date].Б + days[date].У + days[date].Н > 0).length,
    )
    expect(following(pages[1]!, 'Отсутствовало за день', 27)).toEqual(missed.map(String))
    expect(run(pages[1]!)).toContain(
      squeezed(`Проведено уроко-человек ${report.totals.held} · пропущено ${lessons.total} (`),
    )
    expect(run(pages[1]!)).toContain(squeezed('Уроков без отметки явки: 1;'))
  })

  it('is signed by the class teacher and the deputy head', () => {
    const foot = run(pages[1]!)
    expect(foot).toContain('Классныйруководитель____________________/А.Я.Вяткина/«___»__________20___г.')
    expect(foot).toContain('Принято:заместительдиректорапоУВР____________________/Л.В.Колчанова/«___»')
  })

  it('keeps the row of who left: across the days after it, or under the name where these are few', () => {
    expect(run(pages[0]!)).toContain(squeezed('выбыл 15.10, пр. № 31-у'))
    expect(run(pages[1]!)).toContain(squeezed('31Щербачёва-Рождественская Екатеринавыбыла 30.10, пр. № 40-у'))
  })
})

describe('the form', () => {
  const source = largeClass({ pupils: 8 })
  const report = attendanceMonth(source, classOf(source, '7А'), { month })
  const [table] = attendanceMonthForm(report, source, classOf(source, '7А')).tables
  const rowOf = (pupil: string) => table!.rows[report.rows.findIndex((row) => row.pupil === pupil)]!

  it('puts one remark in place of the days after leaving', () => {
    const days = rowOf('p02').slice(2)
    const before = report.dates.filter((date) => date < '2025-10-15').length
    expect(days[before]).toEqual({ text: 'выбыл 15.10, пр. № 31-у', span: 27 - before })
    expect(days).toHaveLength(before + 1 + 7)
  })

  it('puts dashes before the day of arrival', () => {
    const before = report.dates.filter((date) => date < '2025-10-09').length
    const texts = rowOf('p04').slice(2, 2 + 27)
    expect(texts.map(({ text }) => text === '—')).toEqual(report.dates.map((_, index) => index < before))
  })

  it('is grey where a roll was not taken', () => {
    const column = 2 + report.dates.indexOf('2025-10-07')
    expect(rowOf('p01')[column]!.grey).toBe(true)
    expect(rowOf('p01')[column + 1]!.grey).toBe(false)
    // He had not come yet: nobody was to mark him.
    expect(rowOf('p04')[column]!.grey).toBe(false)
  })

  it('covers each of its columns in each row', () => {
    for (const row of [...table!.rows, ...table!.totals])
      expect(row.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(table!.columns.length)
  })
})

describe('a longer time than fits a sheet', () => {
  it('goes on in further tables; sums and signatures stand in the last', async () => {
    const dates = Array.from({ length: 24 }, (_, index) => `2025-09-${String(index + 1).padStart(2, '0')}`)
    const more = Array.from({ length: 16 }, (_, index) => `2025-10-${String(index + 1).padStart(2, '0')}`)
    const source = smallSchool({
      classes: { '7а': { pupils: ['Икс', 'Игрек'] } },
      lessons: [...dates, ...more].map((date) => ({ journal: '7а,math', date, absent: { Икс: 'Б' } })),
    })
    const range = { from: '2025-09-01', to: '2025-10-24' }
    const report = attendanceMonth(source, classOf(source, '7а'), range)
    const pages = await print(source, report, '7а')
    expect(pages).toHaveLength(2)
    const [first, second] = pages as [PlacedText[], PlacedText[]]
    expect(run(first)).toContain('01.09пн')
    expect(run(first)).not.toContain('21.09вс')
    expect(run(second)).toContain('21.09вс')
    expect(run(second)).toContain('16.10чт')
    for (const page of pages) expect(run(page)).toMatch(/1ИгрекИмя.*2ИксИмя.*Отсутствовалозадень1111/)
    expect(run(first)).not.toMatch(/Всегопоклассу|Классныйруководитель/)
    expect(following(second, 'Всего по классу', 3)).toEqual(['40', '40', '0'])
    expect(run(second)).toContain('Классныйруководитель')
  })
})
