import type { PaperChange } from '../../domain/paper/paper-changes.ts'
import type { PaperJournal, PaperTitle } from '../../domain/paper/paper-journal.ts'
import { drawForm, pagesOf, type Stamp } from '../form-pdf.ts'
import { movementForm } from '../movement-form.ts'
import { Paper, type PaperFonts } from '../paper.ts'
import type { PrintedForm } from '../printed-form.ts'
import { boundSheet, type Orientation } from '../sheet.ts'
import { reportSignatures } from '../signatures.ts'
import { summaryAttendanceForm } from '../summary-attendance-form.ts'
import { summaryMarksForm } from '../summary-marks-form.ts'
import { drawBindingSheet } from './binding-sheet.ts'
import { type ContentsLine, changesForm, contentsForm, pupilsForm, remarksForm } from './sheet-forms.ts'
import { drawSpreads } from './spreads.ts'
import { drawTitlePage, type ReplacedCopy } from './title-page.ts'

/** The accepted copy in whose place this one is printed, and what is different, where it is known. */
export type Replaced = Omit<ReplacedCopy, 'changed'> & { changes?: readonly PaperChange[] }

export interface PrintedPaper {
  bytes: Uint8Array
  pages: number
  /** Of paper, printed on both sides. */
  sheets: number
}

/** Opens the next page; a blank one goes before it where it would come on the wrong side. */
type Open = (side: 'left' | 'right' | 'any', orientation?: Orientation) => void

/** A part of the copy; `draw` opens its pages. */
interface Part {
  title: string
  draw: () => void
}

/** After the title and its blank reverse. */
const contentsPage = 3
const stampSize = 7

export interface PaperOptions {
  replaced?: Replaced | undefined
  /** Hears how many pages are begun. */
  onPage?: (pages: number) => void
  /** Waited for between the parts, so that a server goes on meanwhile. */
  pause?: () => Promise<void>
}

/** Prints a paper copy (printed-forms.md, the paper journal): A4, to be printed on both sides and bound. */
export async function paperPdf(
  journal: PaperJournal,
  fonts: PaperFonts,
  stamp: Stamp,
  { replaced, onPage, pause = async () => undefined }: PaperOptions = {},
): Promise<PrintedPaper> {
  const { title } = journal
  const names = { title: `Классный журнал. ${title.class} класс, ${title.time}`, author: title.organisation }
  const paper = new Paper(fonts, names, 'portrait', onPage, boundSheet)
  let first: number | undefined
  const open: Open = (side, orientation = 'portrait') => {
    const next = (paper.pages + 1) % 2 === 0 ? 'left' : 'right'
    if (side !== 'any' && side !== next) paper.addPage('portrait')
    paper.addPage(orientation)
    first ??= paper.pages
  }
  const shown = replaced && { ...replaced, changed: replaced.changes?.length }
  const before = partsBefore(paper, journal, open)
  const binding = { title: 'Лист-заверитель', draw: () => open('right') }
  const after: Part[] = shown?.changes
    ? [formPart(paper, open, 'Изменённые клетки', changesForm(title, shown, shown.changes))]
    : []
  const parts = [...before, binding, ...after]

  paper.addPage()
  const empty = parts.map((part): ContentsLine => ({ title: part.title, from: 0, to: 0 }))
  for (let count = pagesOf(paper, contentsForm(title, empty)); count > 0; count--) paper.addPage()
  const contents: ContentsLine[] = []
  for (const part of parts) {
    first = undefined
    part.draw()
    contents.push({ title: part.title, from: first ?? paper.pages, to: paper.pages })
    await pause()
  }
  if (paper.pages % 2 === 1) paper.addPage('portrait')

  // What tells of all pages is drawn when their number is known.
  const sheets = paper.pages / 2
  paper.turnTo(contents[before.length]!.from)
  drawBindingSheet(paper, sheets)
  paper.turnTo(contentsPage)
  drawForm(paper, contentsForm(title, contents))
  paper.turnTo(1)
  const [, deputy] = reportSignatures(journal.source.school, journal.schoolClass)
  drawTitlePage(paper, title, deputy?.name, stamp, sheets, shown)
  stampPages(paper, title, stamp)
  return { bytes: paper.bytes(), pages: paper.pages, sheets }
}

/** The parts between the contents and the binding sheet. */
function partsBefore(paper: Paper, journal: PaperJournal, open: Open): Part[] {
  const { source, schoolClass, period, sections, attendance, marks, movement } = journal
  // Sheets of a year show the periods that had begun when this one ended.
  const today = period.ends
  const form = (name: string, printed: PrintedForm) => formPart(paper, open, name, printed)
  return [
    form('Общие сведения об обучающихся', pupilsForm(journal)),
    ...sections.map((section) => ({ title: section.title, draw: () => drawSpreads(paper, section, open) })),
    form(
      'Сводная ведомость учёта посещаемости',
      summaryAttendanceForm(attendance, source, schoolClass, today),
    ),
    form('Сводная ведомость учёта успеваемости', summaryMarksForm(marks, source, schoolClass, today)),
    form('Сводная ведомость учёта движения', movementForm(movement, source, schoolClass, period, today)),
    form('Замечания по ведению журнала', remarksForm(journal)),
  ]
}

function formPart(paper: Paper, open: Open, title: string, form: PrintedForm): Part {
  return {
    title,
    draw: () => {
      open('any', form.orientation ?? 'landscape')
      drawForm(paper, form)
    },
  }
}

/** Outside of the binding on each page: what copy it is of, and which page and sheet. */
function stampPages(paper: Paper, { class: name, time }: PaperTitle, { revision }: Stamp): void {
  for (let page = 1; page <= paper.pages; page++) {
    paper.turnTo(page)
    const { left, right, stamp } = paper.sheet
    const text =
      `${name} класс, ${time} · редакция ${revision} · стр. ${page} из ${paper.pages} · ` +
      `лист ${Math.ceil(page / 2)}`
    if (page % 2 === 1) paper.line(text, right, stamp, stampSize, 'regular', 'right')
    else paper.line(text, left, stamp, stampSize, 'regular')
  }
}
