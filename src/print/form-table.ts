import type { FittedText } from './fit-text.ts'
import { heightOf, lineHeight, type Paper, type Weight } from './paper.ts'
import type { FormCell, FormColumn, FormTable } from './printed-form.ts'
import { type Sheet, widthOf } from './sheet.ts'

const rowSizes = [9, 8, 7] as const
const headerSizes = [8, 7.5, 7] as const
const smallSizes = [7] as const
/** Between a text and the lines around it, mm; beside a centred one, which seldom needs its whole width, less. */
const padding = 0.5
const closePadding = 0.2
/** Room above and below the lines of a row together, mm. */
const rowAir = 0.9
const lowestRow = 4.5
/** The same for the parts of a cell. */
const partAir = 0.4
const lowestPart = 4.1
/** Heights that a header with turned titles is tried at, mm. */
const turnedHeights = { from: 24, to: 80, step: 1 }

/** A table with everything measured, mm; places across are counted from its left edge. */
export interface LaidTable {
  columns: LaidColumn[]
  headerHeight: number
  /** Height of headings over several columns; 0 where there are none. */
  groupHeight: number
  rows: LaidRow[]
  totals: LaidRow[]
}

interface LaidColumn {
  column: FormColumn
  x: number
  width: number
  title: FittedText
  notes: FittedText | undefined
}

export interface LaidRow {
  height: number
  cells: LaidCell[]
}

interface LaidCell {
  cell: FormCell
  x: number
  width: number
  text: FittedText
  parts: FittedText[]
  remark: FittedText | undefined
  weight: Weight
}

/** Measures a table: columns narrowed to the sheet, texts wrapped, rows as high as they need. */
export function layTable(paper: Paper, { columns, rows, totals }: FormTable): LaidTable {
  const widths = widthsOf(columns, paper.sheet)
  const groupHeight = columns.some(({ group }) => group !== undefined)
    ? lineHeight(headerSizes[0]) + rowAir
    : 0
  const turned = columns.some((column) => column.turned) ? turnedHeight(paper, columns, widths) : 0
  let x = 0
  const laid = columns.map((column, index): LaidColumn => {
    const width = widths[index]!
    const place = { column, x, width, ...layTitle(paper, column, width, turned) }
    x += width
    return place
  })
  const upright = laid
    .filter(({ column }) => !column.turned)
    .map(({ column, title }) => heightOf(title) + rowAir + (column.group === undefined ? 0 : groupHeight))
  const lay = (weight: Weight) => (row: readonly FormCell[]) => layRow(paper, laid, row, weight)
  return {
    columns: laid,
    headerHeight: Math.max(turned, ...upright),
    groupHeight,
    rows: rows.map(lay('regular')),
    totals: totals.map(lay('bold')),
  }
}

/** Draws the header row with its top at `y`. */
export function drawHeader(paper: Paper, { columns, headerHeight, groupHeight }: LaidTable, y: number): void {
  columns.forEach((laid, index) => {
    const { column, width, title } = laid
    const x = paper.sheet.left + laid.x
    const { group } = column
    if (group !== undefined && columns[index - 1]?.column.group !== group) {
      const members = columns.filter((other) => other.column.group === group)
      const groupWidth = members.reduce((sum, member) => sum + member.width, 0)
      paper.box(x, y, groupWidth, groupHeight, false)
      paper.line(group, x + groupWidth / 2, y + groupHeight / 2, headerSizes[0], 'bold', 'center')
    }
    const top = group === undefined ? y : y + groupHeight
    const height = y + headerHeight - top
    paper.box(x, top, width, height, false)
    if (column.turned) drawTurned(paper, laid, x, top + height)
    else drawLines(paper, title, x + width / 2, top + (height - heightOf(title)) / 2, 'bold', 'center')
  })
}

/** Draws a row with its top at `y`. */
export function drawRow(paper: Paper, { height, cells }: LaidRow, y: number): void {
  for (const { cell, x: place, width, text, parts, remark, weight } of cells) {
    const x = paper.sheet.left + place
    paper.box(x, y, width, height, cell.grey === true)
    parts.forEach((part, index) => {
      const partHeight = height / parts.length
      const partTop = y + index * partHeight
      paper.box(x, partTop, width, partHeight, false)
      drawLines(paper, part, x + width / 2, partTop + (partHeight - heightOf(part)) / 2, weight, 'center')
    })
    const top = y + (height - heightOf(text) - (remark ? heightOf(remark) : 0)) / 2
    const [at, align] =
      cell.align === 'left' ? [x + 2 * padding, 'left' as const] : [x + width / 2, 'center' as const]
    drawLines(paper, text, at, top, weight, align)
    if (remark) drawLines(paper, remark, at, top + heightOf(text), 'regular', align)
  }
}

function drawLines(
  paper: Paper,
  { lines, size }: FittedText,
  x: number,
  top: number,
  weight: Weight,
  align: 'left' | 'center',
): void {
  lines.forEach((text, index) => {
    paper.line(text, x, top + (index + 0.5) * lineHeight(size), size, weight, align)
  })
}

function drawTurned(paper: Paper, { width, title, notes }: LaidColumn, x: number, bottom: number): void {
  let at = x + (width - heightOf(title) - (notes ? heightOf(notes) : 0)) / 2
  const draw = ({ lines, size }: FittedText, weight: Weight) => {
    for (const text of lines) {
      paper.turnedLine(text, at + lineHeight(size) / 2, bottom - 2 * padding, size, weight)
      at += lineHeight(size)
    }
  }
  draw(title, 'bold')
  if (notes) draw(notes, 'regular')
}

/** Widths that fill no more than the sheet. */
function widthsOf(columns: readonly FormColumn[], sheet: Sheet): number[] {
  const total = (some: readonly FormColumn[]) => some.reduce((sum, { width }) => sum + width, 0)
  const fixed = total(columns.filter((column) => column.fixed))
  const share = Math.min(1, (widthOf(sheet) - fixed) / total(columns.filter((column) => !column.fixed)))
  return columns.map(({ width, fixed }) => (fixed ? width : width * share))
}

/** The least height at which every turned title with its notes fits its column's width. */
function turnedHeight(paper: Paper, columns: readonly FormColumn[], widths: readonly number[]): number {
  const { from, to, step } = turnedHeights
  const fits = (height: number) =>
    columns.every((column, index) => {
      if (!column.turned) return true
      const { title, notes } = layTitle(paper, column, widths[index]!, height)
      return heightOf(title) + (notes ? heightOf(notes) : 0) <= widths[index]! - padding
    })
  let height = from
  while (height < to && !fits(height)) height += step
  return height
}

function layTitle(
  paper: Paper,
  { title, notes, turned }: FormColumn,
  width: number,
  turnedLength: number,
): Pick<LaidColumn, 'title' | 'notes'> {
  const room = turned ? turnedLength - 4 * padding : width - 2 * closePadding
  return {
    title: paper.fit(title, room, headerSizes, 'bold'),
    notes: notes && notes.length > 0 ? paper.fit(notes.join('\n'), room, smallSizes, 'regular') : undefined,
  }
}

function layRow(
  paper: Paper,
  columns: readonly LaidColumn[],
  row: readonly FormCell[],
  weight: Weight,
): LaidRow {
  let at = 0
  const cells = row.map((cell): LaidCell => {
    const covered = columns.slice(at, at + (cell.span ?? 1))
    at += covered.length
    const { x } = covered[0]!
    const width = covered.reduce((sum, column) => sum + column.width, 0)
    const room = width - (cell.align === 'left' ? 4 * padding : 2 * closePadding)
    return {
      cell,
      x,
      width,
      text: paper.fit(cell.text, room, rowSizes, weight),
      parts: (cell.parts ?? []).map((part) => paper.fit(part, room, rowSizes, weight)),
      remark: cell.remark === undefined ? undefined : paper.fit(cell.remark, room, smallSizes, 'regular'),
      weight,
    }
  })
  const heights = cells.map(({ text, parts, remark }) =>
    Math.max(
      heightOf(text) + (remark ? heightOf(remark) : 0) + rowAir,
      parts.length * Math.max(lowestPart, ...parts.map((part) => heightOf(part) + partAir)),
    ),
  )
  return { height: Math.max(lowestRow, ...heights), cells }
}
