import { heightOf, lineHeight, type Paper } from '../paper.ts'
import { widthOf } from '../sheet.ts'

const size = 11
const below = 2

/** Draws what a page of a spread is about; returns its height, mm. */
export function drawHeading(paper: Paper, text: string): number {
  fitted(paper, text).lines.forEach((line, index) => {
    paper.line(line, paper.sheet.left, paper.sheet.top + (index + 0.5) * lineHeight(size), size, 'bold')
  })
  return headingHeight(paper, text)
}

export function headingHeight(paper: Paper, text: string): number {
  return heightOf(fitted(paper, text)) + below
}

function fitted(paper: Paper, text: string) {
  return paper.fit(text, widthOf(paper.sheet), [size], 'bold')
}
