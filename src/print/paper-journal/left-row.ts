import { markText } from '../../domain/paper/paper-parts.ts'
import type { PaperMark, PaperRow } from '../../domain/paper/paper-section.ts'
import type { FittedText } from '../fit-text.ts'
import { heightOf, lineHeight, type Paper } from '../paper.ts'
import { air, grid, lowestRow, sizes, smallest } from './grid.ts'

/** Fewer cells side by side are too narrow for «выбыл 15.10, пр. № 31-у». */
const remarkCells = 4

/** A pupil's row on one page. */
export interface LeftRow {
  number: number
  name: string
  /** Smaller, under the name: when he left. */
  remark: FittedText | undefined
  cells: FittedText[]
  /** When he left, written across the last cells, which `cells` lacks. */
  across: { text: string; cells: number } | undefined
  finals: readonly string[]
  /** The least height, mm. */
  height: number
}

/** Measures a row: `cells` are those of the page, `isLast` tells whether further pages follow. */
export function layLeftRow(
  paper: Paper,
  row: PaperRow,
  number: number,
  cells: readonly PaperMark[],
  isLast: boolean,
): LeftRow {
  const stay =
    cells.findLastIndex((mark) => mark.outside !== 'left' || mark.code !== '' || mark.marks.length > 0) + 1
  const isAcross = row.leaving !== undefined && cells.length - stay >= remarkCells
  const isRemarked = row.leaving !== undefined && !isAcross && (isLast || stay < cells.length)
  const shown = isAcross ? cells.slice(0, stay) : cells
  const fitted = shown.map((mark) => fitMark(paper, mark))
  const remark = isRemarked ? paper.fit(row.leaving!, grid.name - 2, [smallest], 'regular') : undefined
  const name = heightOf(fitName(paper, row.name, 0)) + (remark ? heightOf(remark) : 0)
  const heights = [name, ...fitted.map(heightOf)]
  return {
    number,
    name: row.name,
    remark,
    cells: fitted,
    across: isAcross ? { text: row.leaving!, cells: cells.length - stay } : undefined,
    finals: isLast ? row.finals : [],
    height: Math.max(lowestRow, ...heights.map((height) => height + air)),
  }
}

/** Draws a row; `greys`: columns of lessons without a roll. */
export function drawLeftRow(
  paper: Paper,
  row: LeftRow,
  y: number,
  height: number,
  greys: readonly boolean[],
): void {
  let x = paper.sheet.left
  const box = (width: number, grey = false) => {
    paper.box(x, y, width, height, grey)
    x += width
  }
  const middle = y + height / 2
  box(grid.number)
  paper.line(String(row.number), x - grid.number / 2, middle, 8, 'regular', 'center')
  const remarkHeight = row.remark ? heightOf(row.remark) : 0
  const name = fitName(paper, row.name, height - air - remarkHeight)
  const top = middle - (heightOf(name) + remarkHeight) / 2
  drawLines(paper, name, x + 1, top, 'left')
  if (row.remark) drawLines(paper, row.remark, x + 1, top + heightOf(name), 'left')
  box(grid.name)
  const centred = (text: FittedText, width: number) =>
    drawLines(paper, text, x - width / 2, middle - heightOf(text) / 2, 'center')
  row.cells.forEach((text, index) => {
    box(grid.lesson, greys[index])
    centred(text, grid.lesson)
  })
  if (row.across) {
    const width = row.across.cells * grid.lesson
    box(width)
    centred(paper.fit(row.across.text, width - 1, sizes, 'regular'), width)
  }
  for (const mark of row.finals) {
    box(grid.final)
    centred(paper.fit(mark, grid.final - 0.4, sizes, 'regular'), grid.final)
  }
}

function drawLines(
  paper: Paper,
  { lines, size }: FittedText,
  x: number,
  top: number,
  align: 'left' | 'center',
) {
  lines.forEach((line, index) => {
    paper.line(line, x, top + (index + 0.5) * lineHeight(size), size, 'regular', align)
  })
}

/** The largest type in which a name fits a height; the smallest where none does. */
function fitName(paper: Paper, name: string, height: number): FittedText {
  const fitted = sizes.map((size) => paper.fit(name, grid.name - 2, [size], 'regular'))
  return fitted.find((text) => heightOf(text) <= height) ?? fitted.at(-1)!
}

/** The code stands above the marks; marks of many works go on in further lines. */
function fitMark(paper: Paper, mark: PaperMark): FittedText {
  const measure = paper.measure('regular')
  const room = grid.lesson - 0.4
  const marks = mark.marks.map((given) => (given === 'незач' ? 'нз' : given))
  const text = mark.code === '' && marks.length > 0 ? marks.join('/') : markText({ ...mark, marks: [] })
  if (mark.code === '' || marks.length === 0) {
    const size = sizes.find((one) => measure(text, one) <= room)
    if (size !== undefined) return { lines: text === '' ? [] : [text], size }
  }
  const lines: string[] = []
  for (const given of marks) {
    const longer = `${lines.at(-1)}/${given}`
    if (lines.length > 0 && measure(longer, smallest) <= room) lines[lines.length - 1] = longer
    else lines.push(given)
  }
  return { lines: mark.code === '' ? lines : [mark.code, ...lines], size: smallest }
}
