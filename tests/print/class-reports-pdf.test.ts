import { beforeAll, describe, expect, it } from 'vitest'
import { paperFonts } from '../../server/command-line/report-content.ts'
import { classTeacher } from '../../src/domain/reports/class-teacher.ts'
import { classTeacherPreliminary } from '../../src/domain/reports/class-teacher-preliminary.ts'
import { movement } from '../../src/domain/reports/movement.ts'
import { reportPeriod } from '../../src/domain/reports/report-period.ts'
import { summaryAttendance } from '../../src/domain/reports/summary-attendance.ts'
import { summaryMarks } from '../../src/domain/reports/summary-marks.ts'
import { fullName, lastFirst } from '../../src/domain/school/names.ts'
import { classTeacherForm } from '../../src/print/class-teacher-form.ts'
import { formPdf } from '../../src/print/form-pdf.ts'
import { movementForm } from '../../src/print/movement-form.ts'
import type { PrintedForm } from '../../src/print/printed-form.ts'
import { summaryAttendanceForm } from '../../src/print/summary-attendance-form.ts'
import { summaryMarksForm } from '../../src/print/summary-marks-form.ts'
import { classOf } from '../domain/reports/small-school.ts'
import { largeClass, period as periodId } from './large-class.ts'
import { type PlacedText, readPdf, run, squeezed } from './read-pdf.ts'

const source = largeClass({ pupils: 40 })
const schoolClass = classOf(source, '7А')
const view = source.classes.get('7А')!
const period = reportPeriod(source.school, periodId)!
const [year] = source.school.years
const today = '2025-11-10'

const forms: Readonly<Record<string, () => PrintedForm>> = {
  'class-teacher': () =>
    classTeacherForm(classTeacher(source, schoolClass, period), source, schoolClass, period, '10.11.2025'),
  'class-teacher-preliminary': () =>
    classTeacherForm(
      classTeacherPreliminary(source, schoolClass, period),
      source,
      schoolClass,
      period,
      '10.11.2025',
    ),
  'summary-marks': () =>
    summaryMarksForm(summaryMarks(source, schoolClass, year!), source, schoolClass, today),
  'summary-attendance': () =>
    summaryAttendanceForm(summaryAttendance(source, schoolClass, year!), source, schoolClass, today),
  movement: () => movementForm(movement(source, schoolClass, period), source, schoolClass, period, today),
}
const printed = new Map<string, PlacedText[][]>()

beforeAll(async () => {
  for (const [key, form] of Object.entries(forms))
    printed.set(
      key,
      await readPdf(formPdf(form(), paperFonts(), { made: '24.11.2026 21:14', revision: 'ab12-cd34' })),
    )
})

/** All pages without spaces. */
const textOf = (key: string) => printed.get(key)!.map(run).join('')

describe('of a class of 40 with the longest names', () => {
  it.each(Object.keys(forms))('%s keeps inside the margins, in no smaller a type than 7 pt', (key) => {
    const mm = 72 / 25.4
    const width = forms[key]!().orientation === 'portrait' ? 210 : 297
    for (const placed of printed.get(key)!.flat()) {
      expect(placed.size, placed.text).toBeGreaterThanOrEqual(7)
      expect(placed.x, placed.text).toBeGreaterThanOrEqual(20 * mm)
      expect(placed.turned ? placed.x : placed.right, placed.text).toBeLessThanOrEqual((width - 8) * mm + 0.1)
      expect(placed.y, placed.text).toBeGreaterThanOrEqual(5 * mm)
    }
  })

  it.each(Object.keys(forms))('%s is signed once, on its last page', (key) => {
    const pages = printed.get(key)!.map(run)
    expect(pages.at(-1)).toMatch(
      /Классныйруководитель_+\/А\.Я\.Вяткина\/.*Принято:заместительдиректорапоУВР_+/,
    )
    for (const page of pages.slice(0, -1)) expect(page).not.toContain('Классныйруководитель_')
  })

  it('the class teacher’s report names every pupil of the period’s end in his category', () => {
    const report = classTeacher(source, schoolClass, period)
    const text = textOf('class-teacher')
    const named = report.categories.flatMap(({ pupils }) => pupils)
    expect(named.length).toBe(report.headcount.end)
    for (const { name } of named) expect(text, name).toContain(squeezed(name))
    const { k, n, percent } = report.passRate
    expect(text).toContain(
      squeezed(`Успеваемость — ${percent!.toFixed(1).replace('.', ',')} % (${k} из ${n})`),
    )
    expect(text).toContain(squeezed('Из них на дому Из них в семье 39 1 1 39 0 0'))
    expect(text).toContain('выбыл15.10.2025№31-уПермь')
  })

  it('the preliminary one has its forecasts starred, dated and listed', () => {
    const text = textOf('class-teacher-preliminary')
    expect(text).toContain('ПРЕДВАРИТЕЛЬНЫЙОТЧЁТКЛАССНОГОРУКОВОДИТЕЛЯ')
    expect(text).toContain('Алгебра*')
    expect(text).toContain('*прогнозпосреднемубаллуна10.11.2025.')
    const [lacking] = classTeacherPreliminary(source, schoolClass, period).forecasts
    const pupil = view.pupils.find(({ id }) => id === lacking!.pupil)!
    expect(text).toContain(squeezed(`Алгебра (Константинопольская А. Я.)${lastFirst(pupil)}`))
  })

  it('the summary of marks never splits a pupil’s block, and names who left', () => {
    const pages = printed.get('summary-marks')!
    const blocks = pages.map((page) => page.filter(({ text }) => text === 'итог').length)
    const begun = pages.map((page) => page.filter(({ text }) => text === 'I').length)
    expect(blocks).toEqual(begun)
    expect(blocks.reduce((sum, count) => sum + count, 0)).toBe(40)
    for (const pupil of view.pupils) expect(textOf('summary-marks')).toContain(squeezed(fullName(pupil)))
    expect(textOf('summary-marks')).toContain('выбыл15.10,пр.№31-у')
    expect(run(pages.at(-1)!)).toMatch(/Директор_+\/_+\/М\.П\./)
  })

  it('the summary of attendance leaves periods to come empty, and says across them who left when', () => {
    const rowOf = (name: string) => {
      const page = printed.get('summary-attendance')!.find((texts) => run(texts).includes(squeezed(name)))!
      const index = page.findIndex(({ text }) => text.startsWith(name))
      return page.slice(index, index + 16).map(({ text }) => text)
    }
    const report = summaryAttendance(source, schoolClass, year!)
    const row = report.rows.find(({ name }) => name === 'Жук 39 Юлия')!
    // Two begun periods and the year, of seven columns each; the third and fourth quarter are empty.
    const { days, lessons, late } = row.periods['2025-26/1']!
    expect(rowOf(row.name).slice(1, 8)).toEqual(
      [days.total, days.ill, lessons.total, lessons.Б, lessons.У, lessons.Н, late].map(String),
    )
    const texts = textOf('summary-attendance')
    expect(texts).toMatch(/Абдулвахобович\d{7,}выбыл15\.10,пр\.№31-у\d/)
    expect(texts).toContain('Всегопоклассу')
  })

  it('movement has the orders and the headcount', () => {
    const text = textOf('movement')
    expect(text).toContain('СВОДНАЯВЕДОМОСТЬУЧЁТАДВИЖЕНИЯУЧАЩИХСЯ')
    expect(text).toContain('прибыл09.10.2025')
    expect(text).toContain('выбыл15.10.2025№31-уПермь7Авыбыл')
    expect(text).toContain('Iчетверть39101039')
  })
})

describe('tables that follow each other', () => {
  it('go on a new page rather than begin at the foot of one', async () => {
    const table = (count: number, heading: string) => ({
      follows: true,
      heading,
      columns: [{ title: 'Столбец', width: 100 }],
      rows: Array.from({ length: count }, (_, index) => [{ text: `${heading} ${index}` }]),
      totals: [],
    })
    const form: PrintedForm = {
      orientation: 'portrait',
      organisation: 'Школа',
      title: 'ФОРМА',
      subtitle: 'класс',
      tables: [table(53, 'первая'), table(10, 'вторая')],
      notes: [],
      signatures: [],
    }
    const pages = await readPdf(formPdf(form, paperFonts(), { made: '', revision: '' }))
    expect(pages).toHaveLength(2)
    expect(run(pages[0]!)).toContain('первая52')
    expect(run(pages[0]!)).not.toContain('вторая')
    expect(run(pages[1]!)).toContain('ФОРМА·классвтораяСтолбецвторая0')
  })
})
