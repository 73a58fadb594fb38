import { drawFoot, drawHead, footHeight, type Head, headHeight } from './form-frame.ts'
import { drawHeader, drawRow, type LaidRow, type LaidTable, layTable } from './form-table.ts'
import { paginate } from './paginate.ts'
import { lineHeight, Paper, type PaperFonts } from './paper.ts'
import type { FormTable, PrintedForm } from './printed-form.ts'

/** When a form was made ("24.11.2026 21:14") and the short digest of what it shows ("ab12-cd34"). */
export interface Stamp {
  made: string
  revision: string
}

const headingSize = 10
/** Over and under a heading together, mm. */
const headingAir = 3
/** Of a table that follows: as many rows stand with its heading, or it begins on a new page. */
const rowsWithHeading = 2

/** Hears how many pages are begun, and what part (0 to 1) of all rows is printed. */
export type OnPage = (pages: number, share: number) => void

/** Prints a form: a PDF whose text can be searched and copied. */
export function formPdf(
  form: PrintedForm,
  fonts: PaperFonts,
  { made, revision }: Stamp,
  onPage?: OnPage,
): Uint8Array {
  return formsPdf([{ form, revision }], fonts, made, onPage)
}

/** Prints forms one after another in one PDF, each with page numbers and the revision of its own. */
export function formsPdf(
  parts: readonly [StampedForm, ...StampedForm[]],
  fonts: PaperFonts,
  made: string,
  onPage: OnPage = () => undefined,
): Uint8Array {
  const [{ form: first }] = parts
  const titles = [...new Set(parts.map(({ form }) => form.title))]
  const names = { title: `${titles.join(', ')}. ${first.subtitle}`, author: first.organisation }
  const all = parts.reduce((rows, { form }) => rows + rowsOf(form), 0)
  let printed = 0
  const paper = new Paper(fonts, names, first.orientation, (pages) =>
    onPage(pages, printed / Math.max(1, all)),
  )
  const ends = parts.map(({ form }, index) => {
    if (index > 0) paper.addPage(form.orientation ?? 'landscape')
    drawForm(paper, form, (rows) => {
      printed += rows
    })
    return paper.pages
  })
  parts.forEach(({ revision }, index) => {
    stampPages(paper, { made, revision }, (ends[index - 1] ?? 0) + 1, ends[index]!)
  })
  return paper.bytes()
}

/** A form with the digest of what it shows. */
export interface StampedForm {
  form: PrintedForm
  revision: string
}

function rowsOf({ tables }: PrintedForm): number {
  return tables.reduce((count, { rows }) => count + rows.length, 0)
}

/**
 * Draws a form from the top of the page that is open, and on the next ones, added where there are none. `onRows` hears
 * of the rows that stand on each page.
 */
export function drawForm(
  paper: Paper,
  form: PrintedForm,
  onRows: (rows: number) => void = () => undefined,
): void {
  let y = paper.sheet.top + drawHead(paper, form, 'first')
  form.tables.forEach((table, index) => {
    const tail = index === form.tables.length - 1 ? footHeight(paper, form) : 0
    y = drawTable(paper, form, table, index === 0, y, tail, onRows)
  })
  drawFoot(paper, form, y)
}

/** How many pages a form of one table takes. */
export function pagesOf(paper: Paper, form: PrintedForm): number {
  const laid = layTable(paper, form.tables[0]!)
  const { top, bottom } = paper.sheet
  const room = (head: Head) => bottom - top - headHeight(paper, form, head) - laid.headerHeight
  const heights = laid.rows.map(({ height }) => height)
  return paginate(heights, room('first'), room('next'), sum(laid.totals) + footHeight(paper, form)).length
}

/** Draws a table from `y` on; returns where it ends, with room for `tail` (mm) below on the same page. */
function drawTable(
  paper: Paper,
  form: PrintedForm,
  table: FormTable,
  opening: boolean,
  start: number,
  tail: number,
  onRows: (rows: number) => void,
): number {
  const laid = layTable(paper, table)
  const heading = table.heading === undefined ? 0 : lineHeight(headingSize) + headingAir
  const below = sum(laid.totals) + tail
  const roomAt = (top: number) => paper.sheet.bottom - top - laid.headerHeight
  const nextTop = paper.sheet.top + headHeight(paper, form, 'next')
  let y = start
  if (!opening && !(table.follows && roomAt(y) - heading >= leastBeginning(laid, below)))
    y = newPage(paper, form, 'next')
  if (table.heading !== undefined) {
    const middle = y + heading - headingAir / 3 - lineHeight(headingSize) / 2
    paper.line(table.heading, paper.sheet.left, middle, headingSize, 'bold')
    y += heading
  }
  const heights = laid.rows.map(({ height }) => height)
  const pages = paginate(heights, roomAt(y), roomAt(nextTop), below)
  let from = 0
  pages.forEach((count, page) => {
    if (page > 0) y = newPage(paper, form, 'next')
    drawHeader(paper, laid, y)
    y += laid.headerHeight
    const rows = laid.rows.slice(from, from + count)
    from += count
    for (const row of page === pages.length - 1 ? [...rows, ...laid.totals] : rows) {
      drawRow(paper, row, y)
      y += row.height
    }
    onRows(count)
  })
  return y
}

/** What of a table that follows has to fit under the one before: its first rows, or all there is. */
function leastBeginning({ rows }: LaidTable, below: number): number {
  const first = sum(rows.slice(0, rowsWithHeading))
  return rows.length <= rowsWithHeading ? first + below : first
}

function newPage(paper: Paper, form: PrintedForm, head: Head): number {
  paper.nextPage()
  return paper.sheet.top + drawHead(paper, form, head)
}

function sum(rows: readonly LaidRow[]): number {
  return rows.reduce((height, row) => height + row.height, 0)
}

/** The line at the foot of pages `first` to `last` of the paper, which are counted by themselves: made when, of what state. */
export function stampPages(paper: Paper, { made, revision }: Stamp, first = 1, last = paper.pages): void {
  for (let page = first; page <= last; page++) {
    paper.turnTo(page)
    const text = `Составлено ${made} · редакция ${revision} · стр. ${page - first + 1} из ${last - first + 1}`
    paper.line(text, paper.sheet.right, paper.sheet.stamp, 7, 'regular', 'right')
  }
}
