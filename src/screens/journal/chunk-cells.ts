import { cx } from '../design/cx.ts'
import type { Texts } from '../design/texts/ru.ts'
import { cellText, type GridCell, type GridColumn, type PeriodCell, sameCell } from './grid.ts'
import { roles } from './grid-roles.ts'
import css from './grid-row.module.css'

/** What is said of a cell beside its value: that it disagrees, waits, or did not count. */
export interface Sign {
  look: 'conflict' | 'waiting' | 'voided' | 'asked'
  /** Heard, not seen. */
  words: string
  /** Seen after the words, not heard but for the value in conflict. */
  shown?: string
}

export function signsOf(
  {
    conflict,
    waiting,
    voided,
    asked,
  }: Pick<PeriodCell, 'conflict' | 'waiting' | 'voided'> & Pick<GridCell, 'asked'>,
  { journal, cellTalk }: Pick<Texts, 'journal' | 'cellTalk'>,
): Sign[] {
  const signs: Sign[] = []
  if (conflict !== undefined)
    signs.push({ look: 'conflict', words: journal.cellConflict(''), shown: conflict })
  if (waiting) signs.push({ look: 'waiting', words: journal.cellWaiting })
  if (voided) signs.push({ look: 'voided', words: journal.cellVoid })
  if (asked) signs.push({ look: 'asked', words: cellTalk.cellAsked, shown: '?' })
  return signs
}

/** A cell of a chunk as it is to be drawn. */
export interface CellLook {
  cell: GridCell | undefined
  column: GridColumn
  focusable: boolean
  /** Its column alone is locked, not the whole chunk. */
  locked: boolean
}

/** The cells of a chunk; `start`: the first column. */
export interface ChunkLook {
  row: number
  start: number
  cells: readonly CellLook[]
  texts: Texts
}

/**
 * Draws the cells of a chunk, or what has changed in it since `last`. Written by hand: a year has seven thousand
 * cells, and React takes four times as long for them as the browser does to lay them out. An element stays its cell's,
 * so that the focus does.
 */
export function drawChunk(chunk: HTMLElement, look: ChunkLook, last: ChunkLook | undefined): void {
  const { row, start, cells, texts } = look
  const stand = last?.row === row && last.start === start && last.cells.length === cells.length
  if (!stand)
    chunk.replaceChildren(...cells.map((_, offset) => blankCell(`${row}:${start + offset}`, start + offset)))
  const known = stand && last.texts === texts ? last.cells : []
  let element = chunk.firstElementChild
  for (const [offset, cell] of cells.entries()) {
    const before = known[offset]
    if (!before || !sameLook(before, cell)) drawCell(element as HTMLElement, cell, texts)
    element = element!.nextElementSibling
  }
}

function blankCell(at: string, column: number): HTMLElement {
  const element = document.createElement('div')
  element.setAttribute('role', roles.cell.role)
  element.setAttribute('aria-colindex', String(column + 2))
  element.setAttribute('data-cell', at)
  return element
}

function sameLook(a: CellLook, b: CellLook): boolean {
  return (
    a.focusable === b.focusable &&
    a.locked === b.locked &&
    a.column.today === b.column.today &&
    a.column.cancelled === b.column.cancelled &&
    sameCell(a.cell, b.cell)
  )
}

function drawCell(element: HTMLElement, { cell, column, focusable, locked }: CellLook, texts: Texts): void {
  const signs = cell ? signsOf(cell, texts) : []
  element.className = cx(
    css.cell,
    signs.length > 0 && css.signed,
    column.today && css.today,
    locked && css.locked,
    column.cancelled !== undefined && css.cancelled,
    cell && cell.marks.length > 0 && css.mark,
    cell?.conflict !== undefined && css.conflict,
  )
  if (focusable) element.tabIndex = 0
  else element.removeAttribute('tabindex')
  element.textContent = cell && cell.marks.length > 0 ? cellText({ ...cell, letter: undefined }) : ''
  if (cell?.letter !== undefined) element.append(part('span', css.letter, cell.letter))
  for (const sign of signs) element.append(drawnSign(sign))
}

function drawnSign({ look, words, shown }: Sign): HTMLElement {
  const sign = part(look === 'conflict' ? 'small' : 'i', look === 'conflict' ? undefined : css[look])
  if (look === 'asked') {
    const seen = part('span', undefined, shown)
    seen.ariaHidden = 'true'
    sign.append(seen, part('span', css.unseen, words))
  } else sign.append(part('span', css.unseen, words), shown ?? '')
  return sign
}

function part(name: 'span' | 'small' | 'i', look?: string, text?: string): HTMLElement {
  const element = document.createElement(name)
  if (look !== undefined) element.className = look
  if (text !== undefined) element.textContent = text
  return element
}
