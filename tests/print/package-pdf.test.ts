import { expect, it } from 'vitest'
import { paperFonts } from '../../server/command-line/report-content.ts'
import { reportPeriod } from '../../src/domain/reports/report-period.ts'
import { formPdf, formsPdf } from '../../src/print/form-pdf.ts'
import { makeReport } from '../../src/print/made-report.ts'
import { classOf } from '../domain/reports/small-school.ts'
import { largeClass, month, period as periodId } from './large-class.ts'
import { readPdf, run, squeezed } from './read-pdf.ts'

const source = largeClass({ pupils: 30, subjects: 6 })
const schoolClass = classOf(source, '7А')
const period = reportPeriod(source.school, periodId)!
const made = '24.11.2025 21:14'
const forms = [
  makeReport(source, schoolClass, { key: 'results', period }, '2025-11-24').form(),
  makeReport(source, schoolClass, { key: 'attendance-month', range: { month } }, '2025-11-24').form(),
  makeReport(source, schoolClass, { key: 'movement', period }, '2025-11-24').form(),
]

it('prints forms one after another as each is printed alone, with pages counted in each', async () => {
  const revisions = ['aaaa-0001', 'bbbb-0002', 'cccc-0003']
  const [first, ...more] = forms.map((form, index) => ({ form, revision: revisions[index]! }))
  const heard: [pages: number, share: number][] = []
  const all = await readPdf(
    formsPdf([first!, ...more], paperFonts(), made, (...said) => heard.push([...said])),
  )
  const alone = await Promise.all(
    forms.map(async (form, index) =>
      readPdf(formPdf(form, paperFonts(), { made, revision: revisions[index]! })),
    ),
  )
  expect(all.map(run)).toEqual(alone.flat().map(run))
  expect(run(all.at(-1)!)).toContain(squeezed('редакция cccc-0003 · стр. 1 из 1'))
  expect(heard.map(([pages]) => pages)).toEqual(all.map((_, index) => index + 1))
  const shares = heard.map(([, share]) => share)
  expect(shares[0]).toBe(0)
  expect([...shares].sort((a, b) => a - b)).toEqual(shares)
  // The last page begins when all rows but those of the short sheet of movement stand.
  expect(shares.at(-1)).toBeGreaterThan(0.8)
})
