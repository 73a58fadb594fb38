import type { PaperHours } from '../../domain/paper/paper-hours.ts'
import { workText } from '../../domain/paper/paper-parts.ts'
import type { PaperLesson, PaperSection } from '../../domain/paper/paper-section.ts'
import { shortDate } from '../../domain/reports/table.ts'
import { drawHeader, drawRow, type LaidTable, layTable } from '../form-table.ts'
import { lineHeight, type Paper } from '../paper.ts'
import type { FormCell } from '../printed-form.ts'
import { widthOf } from '../sheet.ts'
import { drawHeading, headingHeight } from './spread-heading.ts'

const columns = [
  { title: '№ урока', width: 10 },
  { title: 'Число', width: 11 },
  { title: 'Часы', width: 9 },
  { title: 'Тема урока (вид работы)', width: 74 },
  { title: 'Домашнее задание', width: 54 },
  { title: 'Замена (кто)', width: 24 },
]
const footSize = 9
const aboveFoot = 3
const signatureStep = 9

/** The topics of a journal, measured: a row a lesson. */
export function layTopics(paper: Paper, { lessons }: PaperSection): LaidTable {
  return layTable(paper, { columns, rows: lessons.map(rowOf), totals: [] })
}

/** Room for rows on a page of topics, and what the foot takes of it on the last one, mm. */
export function topicsRoom(
  paper: Paper,
  { headerHeight }: LaidTable,
  section: PaperSection,
): { room: number; foot: number } {
  const { top, bottom } = paper.sheet
  return {
    room: bottom - top - headingHeight(paper, headingOf(section)) - headerHeight,
    foot:
      aboveFoot +
      footLines(paper, section).length * lineHeight(footSize) +
      signatures(section).length * signatureStep,
  }
}

/** Draws a page of topics on the open page: lessons `from` up to but not including `to`, and the foot after the last. */
export function drawRightPage(
  paper: Paper,
  section: PaperSection,
  { rows, ...table }: LaidTable,
  [from, to]: readonly [from: number, to: number],
): void {
  let y = paper.sheet.top + drawHeading(paper, headingOf(section))
  drawHeader(paper, { ...table, rows }, y)
  y += table.headerHeight
  for (const row of rows.slice(from, to)) {
    drawRow(paper, row, y)
    y += row.height
  }
  if (to === section.lessons.length) drawFoot(paper, section, y + aboveFoot)
}

function headingOf({ title }: PaperSection): string {
  return `${title} · темы уроков`
}

function rowOf({ number, date, works, topic, homework, substitute }: PaperLesson): FormCell[] {
  const kinds = works.length > 0 ? ` (${works.map(workText).join(', ').toLowerCase()})` : ''
  return [
    { text: String(number) },
    { text: shortDate(date) },
    { text: '1' },
    { text: `${topic}${kinds}`.trim(), align: 'left' },
    { text: homework, align: 'left' },
    { text: substitute, align: 'left' },
  ]
}

function drawFoot(paper: Paper, section: PaperSection, top: number): void {
  let y = top
  for (const line of footLines(paper, section)) {
    paper.line(line, paper.sheet.left, y + lineHeight(footSize) / 2, footSize, 'regular')
    y += lineHeight(footSize)
  }
  for (const line of signatures(section)) {
    y += signatureStep
    paper.line(line, paper.sheet.left, y - 2, footSize, 'regular')
  }
}

function footLines(paper: Paper, { lessons, hours, unsettled }: PaperSection): string[] {
  const texts = [
    ...(lessons.length === 0 ? ['Уроков за период нет.'] : []),
    hoursText(hours),
    ...(unsettled > 0
      ? [`Расхождений, которые ещё не разрешены: ${unsettled}; показано выбранное значение.`]
      : []),
  ]
  return texts.flatMap((text) => paper.fit(text, widthOf(paper.sheet), [footSize], 'regular').lines)
}

function hoursText({ planned, held, control, cancelled, lag }: PaperHours): string {
  const fulfilled =
    lag === undefined
      ? 'Программа выполнена / отставание ____ ч.'
      : lag <= 0
        ? 'Программа выполнена.'
        : `Отставание ${lag} ч.`
  return (
    `По плану ${planned ?? '____'} ч., проведено ${held} ч., контрольных ${control}` +
    `${cancelled > 0 ? `, отменено уроков ${cancelled}` : ''}. ${fulfilled}`
  )
}

function signatures({ teachers }: PaperSection): string[] {
  const names = teachers.length > 0 ? teachers.map(({ signs }) => signs) : ['____________________']
  return names.map((name) => `Учитель ____________________ / ${name} /`)
}
