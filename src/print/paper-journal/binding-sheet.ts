import { heightOf, lineHeight, type Paper } from '../paper.ts'
import { widthOf } from '../sheet.ts'
import { sheetsInWords } from './number-words.ts'

const size = 12

/** Draws the binding sheet on the open page: how many sheets are numbered, laced and sealed. */
export function drawBindingSheet(paper: Paper, sheets: number): void {
  const texts = [
    `В настоящем журнале пронумеровано, прошнуровано и скреплено печатью ${sheetsInWords(sheets)}.`,
    'Директор ____________________ / ____________________ /',
    '«___» __________ 20___ г.          М. П.',
  ]
  let y = paper.sheet.top + 100
  for (const text of texts) {
    const fitted = paper.fit(text, widthOf(paper.sheet) - 24, [size], 'regular')
    fitted.lines.forEach((line, index) => {
      paper.line(line, paper.sheet.left + 12, y + (index + 0.5) * lineHeight(size), size, 'regular')
    })
    y += heightOf(fitted) + 12
  }
}
