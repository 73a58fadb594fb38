import { heightOf, lineHeight, type Paper } from './paper.ts'
import type { PrintedForm } from './printed-form.ts'
import { sheet, sheetWidth } from './sheet.ts'
import type { SignatureLine } from './signatures.ts'

const noteSize = 8.5
const signatureSize = 10
const signatureStep = 9
const gap = 2.5
/** Above the first signature: room to sign. */
const aboveSignatures = 6
/** Head lines wrap before they reach the sheet's edges, mm. */
const headWidth = 200
const middle = (sheet.left + sheet.right) / 2

/** The first page is headed in full, the next ones in a line. */
export type Head = 'first' | 'next'

/** Draws what stands over the table; returns its height, mm. */
export function drawHead(paper: Paper, form: PrintedForm, head: Head): number {
  let y = sheet.top
  for (const { lines, size, weight } of headLines(paper, form, head)) {
    for (const text of lines) {
      if (head === 'first') paper.line(text, middle, y + lineHeight(size) / 2, size, weight, 'center')
      else paper.line(text, sheet.left, y + lineHeight(size) / 2, size, weight)
      y += lineHeight(size)
    }
  }
  return headHeight(paper, form, head)
}

export function headHeight(paper: Paper, form: PrintedForm, head: Head): number {
  return headLines(paper, form, head).reduce((height, text) => height + heightOf(text), 0) + gap
}

function headLines(paper: Paper, { organisation, title, subtitle }: PrintedForm, head: Head) {
  const wrapped = (text: string, size: number, weight: 'regular' | 'bold') => ({
    ...paper.fit(text, head === 'first' ? headWidth : sheetWidth, [size], weight),
    weight,
  })
  if (head === 'next') return [wrapped(`${title} · ${subtitle}`, 8, 'regular')]
  return [wrapped(organisation, 10, 'regular'), wrapped(title, 12, 'bold'), wrapped(subtitle, 10, 'regular')]
}

/** Draws notes and signatures under the last row, which ends at `y`. */
export function drawFoot(paper: Paper, form: PrintedForm, y: number): void {
  let at = y + gap
  for (const { lines, size } of notesOf(paper, form)) {
    for (const text of lines) {
      paper.line(text, sheet.left, at + lineHeight(size) / 2, size, 'regular')
      at += lineHeight(size)
    }
  }
  at += aboveSignatures
  for (const signature of form.signatures) {
    drawSignature(paper, signature, at)
    at += signatureStep
  }
}

export function footHeight(paper: Paper, form: PrintedForm): number {
  const notes = notesOf(paper, form).reduce((height, text) => height + heightOf(text), 0)
  return gap + notes + aboveSignatures + signatureStep * form.signatures.length
}

function notesOf(paper: Paper, { notes }: PrintedForm) {
  return notes.map((note) => paper.fit(note, sheetWidth, [noteSize], 'regular'))
}

/** In columns, so that lines to sign on stand under each other. */
function drawSignature(paper: Paper, { role, name }: SignatureLine, y: number): void {
  const place = (text: string, x: number) => paper.line(text, sheet.left + x, y, signatureSize, 'regular')
  place(role, 0)
  place(`____________________ / ${name ?? '____________________'} /`, 72)
  place('«___» __________ 20___ г.', 190)
}
