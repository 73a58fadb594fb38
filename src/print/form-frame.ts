import { heightOf, lineHeight, type Paper } from './paper.ts'
import type { PrintedForm } from './printed-form.ts'
import { widthOf } from './sheet.ts'
import type { SignatureLine } from './signatures.ts'

const noteSize = 8.5
const signatureSize = 10
const signatureStep = 9
const gap = 2.5
/** Above the first signature: room to sign. */
const aboveSignatures = 6
/** Of the sheet's width: head lines wrap before they reach its edges. */
const headShare = 0.75
/** Of the sheet's width: where the line to sign on, and the date, begin. */
const signaturePlaces = { role: 0, name: 0.34, date: 0.77 }

/** The first page is headed in full, the next ones in a line. */
export type Head = 'first' | 'next'

/** Draws what stands over the table; returns its height, mm. */
export function drawHead(paper: Paper, form: PrintedForm, head: Head): number {
  const { left, right, top } = paper.sheet
  let y = top
  for (const { lines, size, weight } of headLines(paper, form, head)) {
    for (const text of lines) {
      if (head === 'first')
        paper.line(text, (left + right) / 2, y + lineHeight(size) / 2, size, weight, 'center')
      else paper.line(text, left, y + lineHeight(size) / 2, size, weight)
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
    ...paper.fit(text, widthOf(paper.sheet) * (head === 'first' ? headShare : 1), [size], weight),
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
      paper.line(text, paper.sheet.left, at + lineHeight(size) / 2, size, 'regular')
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
  return notes.map((note) => paper.fit(note, widthOf(paper.sheet), [noteSize], 'regular'))
}

/** In columns, so that lines to sign on stand under each other. */
function drawSignature(paper: Paper, { role, name, stamp }: SignatureLine, y: number): void {
  const place = (text: string, at: keyof typeof signaturePlaces, size = signatureSize) =>
    paper.line(text, paper.sheet.left + widthOf(paper.sheet) * signaturePlaces[at], y, size, 'regular')
  const line = `____________________ / ${name ?? '____________________'} /${stamp ? '   М. П.' : ''}`
  const room = widthOf(paper.sheet) * (signaturePlaces.date - signaturePlaces.name)
  const lineWidth = paper.measure('regular')(line, signatureSize)
  place(role, 'role')
  place(line, 'name', signatureSize * Math.min(1, room / lineWidth))
  place('«___» __________ 20___ г.', 'date')
}
