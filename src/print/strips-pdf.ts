import type { FittedText } from './fit-text.ts'
import { type Stamp, stampPages } from './form-pdf.ts'
import { drawHeader, drawRow, type LaidTable, layTable } from './form-table.ts'
import { heightOf, lineHeight, Paper, type PaperFonts } from './paper.ts'
import { widthOf } from './sheet.ts'
import type { Strip, StripsForm } from './strips-form.ts'

const headingSize = 11
const noteSize = 8.5
/** Between the parts of a strip, mm. */
const gap = 1.5
/** Room to sign in, mm. */
const signatureHeight = 9
/** Around the line to cut along, mm. */
const cutAir = 4
const cutSize = 7

interface LaidStrip {
  strip: Strip
  table: LaidTable
  notes: FittedText[]
  height: number
}

/** Prints strips one under another: each stays whole where it fits a page, with a line to cut along below. */
export function stripsPdf(
  { organisation, title, strips }: StripsForm,
  fonts: PaperFonts,
  stamp: Stamp,
  onPage?: (pages: number) => void,
): Uint8Array {
  const paper = new Paper(fonts, { title, author: organisation }, 'portrait', onPage)
  const { top, bottom } = paper.sheet
  let y = top
  strips.forEach((strip, index) => {
    const laid = layStrip(paper, strip)
    if (index > 0 && y + laid.height > bottom) {
      paper.nextPage()
      y = top
    }
    y = drawStrip(paper, laid, y)
    if (y + cutAir < bottom) drawCut(paper, y + cutAir / 2)
    y += cutAir
  })
  stampPages(paper, stamp)
  return paper.bytes()
}

function layStrip(paper: Paper, strip: Strip): LaidStrip {
  const table = layTable(paper, strip.table)
  const notes = strip.notes.map((note) => paper.fit(note, widthOf(paper.sheet), [noteSize], 'regular'))
  const rows = table.rows.reduce((sum, { height }) => sum + height, 0)
  const written = notes.reduce((sum, note) => sum + heightOf(note), 0)
  const head = lineHeight(headingSize) + lineHeight(noteSize)
  const height = head + gap + table.headerHeight + rows + gap + written + signatureHeight
  return { strip, table, notes, height }
}

/** Draws from `y` on, over as many pages as it takes; returns where it ends. */
function drawStrip(paper: Paper, { strip, table, notes }: LaidStrip, start: number): number {
  const { left, right, top, bottom } = paper.sheet
  let y = start
  const room = (height: number) => {
    if (y + height <= bottom) return
    paper.nextPage()
    y = top
  }
  const write = (text: string, size: number, weight: 'regular' | 'bold') => {
    room(lineHeight(size))
    paper.line(text, left, y + lineHeight(size) / 2, size, weight)
    y += lineHeight(size)
  }
  write(strip.heading, headingSize, 'bold')
  write(strip.subheading, noteSize, 'regular')
  y += gap
  if (table.rows.length > 0) {
    room(table.headerHeight + table.rows[0]!.height)
    drawHeader(paper, table, y)
    y += table.headerHeight
    for (const row of table.rows) {
      room(row.height)
      drawRow(paper, row, y)
      y += row.height
    }
    y += gap
  }
  for (const { lines, size } of notes) for (const line of lines) write(line, size, 'regular')
  room(signatureHeight)
  const step = (right - left) / Math.max(1, strip.signatures.length)
  strip.signatures.forEach((role, index) => {
    const text = `${role} ____________________`
    paper.line(text, left + index * step, y + signatureHeight / 2, noteSize, 'regular')
  })
  return y + signatureHeight
}

function drawCut(paper: Paper, y: number): void {
  const dash = '– '
  const count = Math.floor(widthOf(paper.sheet) / paper.measure('regular')(dash, cutSize))
  paper.line(dash.repeat(count), paper.sheet.left, y, cutSize, 'regular')
}
