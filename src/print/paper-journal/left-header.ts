import type { PaperLesson, PaperSection } from '../../domain/paper/paper-section.ts'
import { lineHeight, type Paper, type Weight } from '../paper.ts'
import { grid, smallest } from './grid.ts'

const size = 7.5
const monthHeight = 4.2
const dateHeight = 4.6
/** Room for turned kinds of work; longer ones go on in further lines. */
const worksHeight = { least: 12, most: 30 }
/** Side by side in a column of a lesson. */
const mostLines = 2

const months = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const

/** What stands over the marks: months over dates over kinds of work, and the periods that end here. */
export interface LeftHeader {
  lessons: readonly PaperLesson[]
  finals: PaperSection['finals']
}

/** Height of the header, mm: as its longest turned text needs. */
export function leftHeaderHeight(paper: Paper, { lessons, finals }: LeftHeader): number {
  const texts = [...lessons.map(worksOf), ...finals.map(({ title }) => title)]
  const longest = Math.max(0, ...texts.map((text) => paper.measure('bold')(text, size)))
  return monthHeight + dateHeight + Math.min(worksHeight.most, Math.max(worksHeight.least, longest + 2))
}

/** Draws the header with its top at `y`. */
export function drawLeftHeader(paper: Paper, { lessons, finals }: LeftHeader, y: number): void {
  const height = leftHeaderHeight(paper, { lessons, finals })
  let x = paper.sheet.left
  for (const [title, width] of [
    ['№', grid.number],
    ['Фамилия, имя', grid.name],
  ] as const) {
    paper.box(x, y, width, height, false)
    paper.line(title, x + width / 2, y + height / 2, size, 'bold', 'center')
    x += width
  }
  drawMonths(paper, lessons, x, y)
  const bottom = y + height
  for (const lesson of lessons) {
    const dated = y + monthHeight + dateHeight
    paper.box(x, y + monthHeight, grid.lesson, dateHeight, false)
    paper.line(lesson.date.slice(8), x + grid.lesson / 2, dated - dateHeight / 2, size, 'bold', 'center')
    paper.box(x, dated, grid.lesson, bottom - dated, false)
    drawTurned(paper, worksOf(lesson), { x, width: grid.lesson, bottom, length: bottom - dated }, 'regular')
    x += grid.lesson
  }
  for (const { title } of finals) {
    paper.box(x, y, grid.final, height, false)
    drawTurned(paper, title, { x, width: grid.final, bottom, length: height }, 'bold')
    x += grid.final
  }
}

/** «Самостоятельная раб. / Диктант»: what they are about stands on the page of topics. */
function worksOf({ works }: PaperLesson): string {
  return works.map(({ kind, title }) => (kind || title).replace(/ работа$/, ' раб.')).join(' / ')
}

/** «Самост. раб.» */
function shortened(text: string): string {
  return text.replace(/\p{L}{9,}/gu, (word) => `${word.slice(0, 6).replace(/[аеёиоуыэюя]+$/, '')}.`)
}

function drawMonths(paper: Paper, lessons: readonly PaperLesson[], start: number, y: number): void {
  let x = start
  for (const [month, count] of runsOf(lessons.map(({ date }) => date.slice(0, 7)))) {
    const width = count * grid.lesson
    const name = months[Number(month.slice(5)) - 1]!
    const title = paper.measure('bold')(name, size) <= width - 0.6 ? name : name.slice(0, 3)
    paper.box(x, y, width, monthHeight, false)
    paper.line(title, x + width / 2, y + monthHeight / 2, size, 'bold', 'center')
    x += width
  }
}

/** Equal neighbours with how many they are. */
function runsOf(texts: readonly string[]): [text: string, count: number][] {
  const runs: [string, number][] = []
  for (const text of texts) {
    const last = runs.at(-1)
    if (last?.[0] === text) last[1]++
    else runs.push([text, 1])
  }
  return runs
}

interface TurnedPlace {
  x: number
  width: number
  bottom: number
  length: number
}

/**
 * A turned text in at most two lines: as it is, else with long words shortened, else first words alone, else how many
 * works there are.
 */
function drawTurned(paper: Paper, text: string, place: TurnedPlace, weight: Weight): void {
  const inLines = (words: string) => paper.fit(words, place.length - 1.6, [size, smallest], weight)
  const parts = text.split(' / ')
  const { lines, size: fitted } =
    [text, shortened(text), shortened(parts.map((part) => part.split(' ')[0]).join(' / '))]
      .map(inLines)
      .find(({ lines: all }) => all.length <= mostLines) ?? inLines(`работ: ${parts.length}`)
  const step = Math.min(lineHeight(fitted), (place.width - 0.4) / Math.max(1, lines.length))
  lines.forEach((line, index) => {
    const middle = place.x + place.width / 2 + (index - (lines.length - 1) / 2) * step
    paper.turnedLine(line, middle, place.bottom - 0.8, fitted, weight)
  })
}
