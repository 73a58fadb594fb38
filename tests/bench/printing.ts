import { jsPDF } from 'jspdf'
import { paperFonts } from '../../server/command-line/report-content.ts'
import { paperJournal } from '../../src/domain/paper/paper-journal.ts'
import { reportPeriod } from '../../src/domain/reports/report-period.ts'
import { formPdf } from '../../src/print/form-pdf.ts'
import { makeReport } from '../../src/print/made-report.ts'
import type { PaperFonts } from '../../src/print/paper.ts'
import { paperPdf } from '../../src/print/paper-journal/paper-pdf.ts'
import type { PrintedForm } from '../../src/print/printed-form.ts'
import { classOf } from '../domain/reports/small-school.ts'
import { largeClass, month, period as periodId } from '../print/large-class.ts'
import * as paper from '../print/paper-class.ts'
import { type Line, seconds, times } from './table.ts'
import { slowdown } from './tap-latency.ts'

const pupils = 35
const subjects = 16
const runs = 5
const goal = `< ${seconds(3000)}`

/**
 * Reports of a large class as PDF, from the entries to the bytes, beside bare jsPDF that writes the same texts without
 * any layout. The work is all processor: a tablet's time is this machine's times `slowdown`.
 */
export async function printingFigures(): Promise<Line[]> {
  const fonts = paperFonts()
  const stamp = { made: '24.11.2025 21:14', revision: 'ab12-cd34' }
  const source = largeClass({ pupils, subjects })
  const schoolClass = classOf(source, '7А')
  const period = reportPeriod(source.school, periodId)!
  const year = source.school.years[0]!
  const requests = [
    { key: 'results', period },
    { key: 'attendance-month', range: { month } },
    { key: 'summary-marks', year },
  ] as const
  const lines: Line[] = []
  for (const request of requests) {
    const form = () => makeReport(source, schoolClass, request, '2025-11-24').form()
    const ours = await fastest(() => formPdf(form(), fonts, stamp))
    const bare = await fastest(() => bareTexts(form(), fonts))
    lines.push(line(`PDF of ${request.key}, ${pupils} pupils, ${subjects} subjects`, ours, goal, bare))
  }
  const whole = paper.paperClass()
  const copied = reportPeriod(whole.school, paper.period)!
  let pages = 0
  const copy = await fastest(async () => {
    const journal = paperJournal(whole, classOf(whole, paper.classId), copied)
    pages = (await paperPdf(journal, fonts, stamp)).pages
  }, 1)
  return [...lines, line(`paper journal of a quarter, ${pages} pages`, copy, 'bar, cancel')]
}

function line(what: string, ours: number, wanted: string, bare?: number): Line {
  return {
    what,
    figure: seconds(ours * slowdown),
    ...(bare === undefined ? {} : { against: `${seconds(bare * slowdown)} bare jsPDF` }),
    ratio: bare === undefined ? '' : times(ours / bare),
    goal: wanted,
  }
}

async function fastest(work: () => unknown, count = runs): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < count; run++) {
    const began = performance.now()
    await work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

/** Every text of a form, 200 to a page, with the same fonts. */
function bareTexts({ tables }: PrintedForm, { regular }: PaperFonts): ArrayBuffer {
  const pdf = new jsPDF({ unit: 'mm', format: 'a4', compress: true, putOnlyUsedFonts: true })
  pdf.addFileToVFS('font.ttf', Buffer.from(regular).toString('base64'))
  pdf.addFont('font.ttf', 'font', 'normal', undefined, 'Identity-H')
  pdf.setFont('font')
  const texts = tables.flatMap(({ rows, totals }) => [...rows, ...totals].flat().map(({ text }) => text))
  texts.forEach((text, index) => {
    if (index > 0 && index % 200 === 0) pdf.addPage()
    pdf.text(text, 10 + 20 * (index % 10), 10 + 10 * Math.floor((index % 200) / 10))
  })
  return pdf.output('arraybuffer')
}
