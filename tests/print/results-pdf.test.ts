import { beforeAll, describe, expect, it } from 'vitest'
import { paperFonts } from '../../server/command-line/report-content.ts'
import { reportPeriod } from '../../src/domain/reports/report-period.ts'
import { type ResultsReport, results } from '../../src/domain/reports/results.ts'
import { subjectsByName } from '../../src/domain/reports/subjects-by-name.ts'
import { formPdf } from '../../src/print/form-pdf.ts'
import { resultsForm } from '../../src/print/results-form.ts'
import { classOf } from '../domain/reports/small-school.ts'
import { largeClass, period as periodId } from './large-class.ts'
import { following, type PlacedText, readPdf, run, squeezed } from './read-pdf.ts'

const source = largeClass({ pupils: 40 })
const schoolClass = classOf(source, '7А')
const period = reportPeriod(source.school, periodId)!

describe('results of 40 pupils in 18 subjects', () => {
  let report: ResultsReport
  let pages: PlacedText[][]
  let last: PlacedText[]

  beforeAll(async () => {
    report = results(source, schoolClass, period)
    const form = resultsForm(report, source, schoolClass, period)
    pages = await readPdf(formPdf(form, paperFonts(), { made: '24.11.2026 21:14', revision: 'ab12-cd34' }))
    last = pages.at(-1)!
  })

  it('names every pupil, with who left in the period, whose marks are not counted', () => {
    const text = pages.map(run).join('')
    const present = report.rows.map(({ name }) => name)
    expect(present).toHaveLength(39)
    for (const name of [...present, 'Абдурахманбеков Мухаммадамин Абдулвахобович'])
      expect(text, name).toContain(squeezed(name))
    expect(run(pages[0]!)).toContain(squeezed('Абдулвахобович выбыл 15.10, пр. № 31-у'))
    expect(text).toContain(squeezed('40Ян 36 Лев'))
  })

  it('turns the subjects with their teachers, and repeats them on each page', () => {
    for (const page of pages) {
      const turned = page.filter((placed) => placed.turned)
      expect(run(turned)).toContain(
        squeezed('Иностранный язык (английский)Вяткина А. Я.Ли Я.ИнформатикаКонстантинопольская А. Я.'),
      )
      expect(run(turned)).toContain(
        squeezed('Основы духовно-нравственной культуры народов РоссииКонстантинопольская А. Я.'),
      )
      expect(turned.at(-1)!.text).toBe('Средний балл')
    }
  })

  it('counts under each subject what the report counts', () => {
    const subjects = subjectsByName(Object.keys(report.totals.subjects), source.school.subjects)
    expect(subjects).toHaveLength(18)
    const row = (title: string) => following(last, title, 18)
    const totals = subjects.map(({ id }) => report.totals.subjects[id]!)
    for (const key of ['5', '4', '3', '2'] as const)
      expect(row(`«${key}»`)).toEqual(totals.map((counts) => String(counts[key])))
    expect(row('не выст.')).toEqual(totals.map(({ none }) => String(none)))
    expect(row('N')).toEqual(totals.map(({ n }) => String(n)))
    const decimal = (value: number | null, decimals: number) => value!.toFixed(decimals).replace('.', ',')
    expect(row('Успеваемость, %')).toEqual(totals.map(({ passPercent }) => decimal(passPercent, 1)))
    expect(row('СОУ')).toEqual(totals.map(({ sou }) => decimal(sou, 1)))
    const firstAverage = last.findLastIndex(({ text }) => text === 'Средний балл')
    expect(last.slice(firstAverage + 1, firstAverage + 19).map(({ text }) => text)).toEqual(
      totals.map(({ average }) => decimal(average, 2)),
    )
  })

  it('never leaves the totals alone, and signs after them', () => {
    const text = run(last)
    expect(text).toMatch(/39Ян28Лев.*40Ян36Лев.*«5».*СОУ.*Учениковнаконецпериода:39\..*Классныйруководитель/)
    expect(text).toContain(squeezed('СОУ = (100·«5» + 64·«4» + 36·«3» + 16·«2» + 7·н/а) / N.'))
    for (const page of pages.slice(0, -1)) expect(run(page)).not.toContain('Классныйруководитель')
  })

  it('keeps inside the margins, in no smaller a type than 7 pt', () => {
    const mm = 72 / 25.4
    for (const placed of pages.flat()) {
      expect(placed.size, placed.text).toBeGreaterThanOrEqual(7)
      expect(placed.x, placed.text).toBeGreaterThanOrEqual(20 * mm)
      expect(placed.turned ? placed.x : placed.right, placed.text).toBeLessThanOrEqual((297 - 8) * mm + 0.1)
      expect(placed.y, placed.text).toBeGreaterThanOrEqual(5 * mm)
    }
  })
})

describe('signatures', () => {
  it('leave the name to be written where the records do not tell it', () => {
    const school = { ...source.school, staff: new Map(source.school.staff) }
    const report = results(source, schoolClass, period)
    school.staff.set('other', { id: 'other', last: 'Ещё', first: 'Один', roles: ['office'] })
    const form = resultsForm(report, { ...source, school }, schoolClass, period)
    expect(form.signatures.map(({ name }) => name)).toEqual(['А. Я. Вяткина', undefined])
  })
})
