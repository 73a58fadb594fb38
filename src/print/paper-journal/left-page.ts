import type { PaperSection } from '../../domain/paper/paper-section.ts'
import { heightOf, lineHeight, type Paper } from '../paper.ts'
import { grid, rowHeight, smallest } from './grid.ts'
import { drawLeftHeader, leftHeaderHeight } from './left-header.ts'
import { drawLeftRow, type LeftRow, layLeftRow } from './left-row.ts'
import { drawHeading, headingHeight } from './spread-heading.ts'

const legend =
  'Б — болел, У — уважительная причина, Н — без уважительной причины, О — опоздал, точка — отметка впереди, ' +
  'нз — незачёт, прочерк — не учился здесь, серый — явка не отмечена'
const aboveLegend = 1

/** Lessons and pupils of a journal on a page of marks: places in the section, from and up to but not including. */
export interface LeftPage {
  lessons: readonly [from: number, to: number]
  pupils: readonly [from: number, to: number]
}

/** How many pupils go on each page beside these lessons: all on one, unless their rows need more room. */
export function pupilsByPage(paper: Paper, section: PaperSection, lessons: LeftPage['lessons']): number[] {
  const room = roomForRows(paper, section, lessons)
  const pages = [0]
  let left = room
  for (const { height } of rowsOf(paper, section, { lessons, pupils: [0, section.rows.length] })) {
    if (height > left && pages.at(-1)! > 0) {
      pages.push(0)
      left = room
    }
    pages[pages.length - 1]! += 1
    left -= height
  }
  return pages
}

/** Draws a page of marks on the open page. */
export function drawLeftPage(paper: Paper, section: PaperSection, page: LeftPage): void {
  const lessons = section.lessons.slice(...page.lessons)
  const header = { lessons, finals: isLast(section, page.lessons) ? section.finals : [] }
  const room = roomForRows(paper, section, page.lessons)
  let y = paper.sheet.top + drawHeading(paper, headingOf(section))
  drawLeftHeader(paper, header, y)
  y += leftHeaderHeight(paper, header)
  const rows = rowsOf(paper, section, page)
  const spare = (room - rows.reduce((sum, { height }) => sum + height, 0)) / Math.max(1, rows.length)
  const greys = lessons.map(({ roll }) => !roll)
  for (const row of rows) {
    const height = Math.max(row.height, Math.min(rowHeight, row.height + spare))
    drawLeftRow(paper, row, y, height, greys)
    y += height
  }
  paper.fit(legend, grid.width, [smallest], 'regular').lines.forEach((line, index) => {
    const middle = y + aboveLegend + (index + 0.5) * lineHeight(smallest)
    paper.line(line, paper.sheet.left, middle, smallest, 'regular')
  })
}

function headingOf({ title, teachers }: PaperSection): string {
  const names = teachers.map(({ name }) => name).join(', ')
  return `${title} · ${teachers.length > 1 ? 'учителя' : 'учитель'} ${names || '____________________'}`
}

function isLast({ lessons }: PaperSection, [, to]: LeftPage['lessons']): boolean {
  return to === lessons.length
}

function rowsOf(paper: Paper, section: PaperSection, { lessons, pupils }: LeftPage): LeftRow[] {
  return section.rows
    .slice(...pupils)
    .map((row, index) =>
      layLeftRow(paper, row, pupils[0] + index + 1, row.cells.slice(...lessons), isLast(section, lessons)),
    )
}

/** Between the header and the legend, mm. */
function roomForRows(paper: Paper, section: PaperSection, lessons: LeftPage['lessons']): number {
  const header = { lessons: section.lessons.slice(...lessons), finals: section.finals }
  const under = aboveLegend + heightOf(paper.fit(legend, grid.width, [smallest], 'regular'))
  const { top, bottom } = paper.sheet
  return bottom - top - headingHeight(paper, headingOf(section)) - leftHeaderHeight(paper, header) - under
}
