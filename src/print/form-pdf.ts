import { drawFoot, drawHead, footHeight, headHeight } from './form-frame.ts'
import { drawHeader, drawRow, type LaidRow, layTable } from './form-table.ts'
import { paginate } from './paginate.ts'
import { Paper, type PaperFonts } from './paper.ts'
import type { PrintedForm } from './printed-form.ts'
import { sheet } from './sheet.ts'

/** When a form was made ("24.11.2026 21:14") and the short digest of what it shows ("ab12-cd34"). */
export interface Stamp {
  made: string
  revision: string
}

/** Prints a form: a PDF whose text can be searched and copied. */
export function formPdf(form: PrintedForm, fonts: PaperFonts, stamp: Stamp): Uint8Array {
  const paper = new Paper(fonts, { title: `${form.title}. ${form.subtitle}`, author: form.organisation })
  form.tables.forEach((table, index) => {
    const laid = layTable(paper, table)
    const first = index === 0
    const last = index === form.tables.length - 1
    const room = (head: 'first' | 'next') =>
      sheet.bottom - sheet.top - headHeight(paper, form, head) - laid.headerHeight
    const tail = sum(laid.totals) + (last ? footHeight(paper, form) : 0)
    const pages = paginate(
      laid.rows.map(({ height }) => height),
      room(first ? 'first' : 'next'),
      room('next'),
      tail,
    )
    let from = 0
    pages.forEach((count, page) => {
      const opening = first && page === 0
      if (!opening) paper.addPage()
      let y = sheet.top + drawHead(paper, form, opening ? 'first' : 'next')
      drawHeader(paper, laid, y)
      y += laid.headerHeight
      const rows = laid.rows.slice(from, from + count)
      from += count
      for (const row of page === pages.length - 1 ? [...rows, ...laid.totals] : rows) {
        drawRow(paper, row, y)
        y += row.height
      }
      if (last && page === pages.length - 1) drawFoot(paper, form, y)
    })
  })
  stampPages(paper, stamp)
  return paper.bytes()
}

function sum(rows: readonly LaidRow[]): number {
  return rows.reduce((height, row) => height + row.height, 0)
}

function stampPages(paper: Paper, { made, revision }: Stamp): void {
  for (let page = 1; page <= paper.pages; page++) {
    paper.turnTo(page)
    const text = `Составлено ${made} · редакция ${revision} · стр. ${page} из ${paper.pages}`
    paper.line(text, sheet.right, sheet.stamp, 7, 'regular', 'right')
  }
}
