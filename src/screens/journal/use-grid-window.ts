import { type RefObject, startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { columnWindow, type Piece, type RowRange, rowRange, sameWindow } from './column-window.ts'

/** Width of a lesson's column, px: a finger's. */
export const columnWidth = 48

/** Chunks of columns drawn beside those in view once the page stands: a swipe meets no empty ones. */
const spare = 2
/** Time after which the page is taken to stand, ms. */
const settled = 200

/** Where the page is scrolled to, px. */
export interface ScrollPlace {
  left: number
  top: number
}

interface Shape {
  columns: number
  rows: number
  /** The column that holds the focus is always drawn. */
  pinned: number
  /** Where the page opens; without it at the pinned column, two more in view after it. */
  start: ScrollPlace | undefined
}

/** What of the page is drawn. */
export interface GridWindow {
  pieces: readonly Piece[]
  rows: RowRange
}

interface View extends ScrollPlace {
  width: number
  rows: RowRange
  margin: number
}

/** Widths of the frozen names and of what is free between the frozen parts, px. */
export function measures(sheet: HTMLElement): { names: number; free: number } {
  const { names, right } = widths(sheet)
  return { names, free: Math.max(columnWidth, sheet.clientWidth - names - right) }
}

function widths(sheet: HTMLElement): { base: number; names: number; right: number; row: number } {
  const style = getComputedStyle(sheet)
  const px = (name: string) => Number.parseFloat(style.getPropertyValue(name))
  return { base: px('--name-width'), names: px('--names'), right: px('--frozen-right'), row: px('--row') }
}

/**
 * Widens the names by what a whole number of columns leaves over, and tells what is then free for columns: a date cut
 * in half reads as another one. A page that fits as it is keeps its names.
 */
function fitNames(sheet: HTMLElement, columns: number): { free: number; row: number } {
  // Its borders are in the sheet's width.
  const room = (sheet.parentElement?.clientWidth ?? 0) - 2
  const { base, right, row } = widths(sheet)
  const free = room - base - right
  const over = free < columnWidth || columns * columnWidth <= free ? 0 : free % columnWidth
  sheet.style.setProperty('--names', `${base + over}px`)
  return { free: free - over, row }
}

/**
 * Which columns and rows are drawn, kept as the sheet is scrolled or sized; undefined before the empty sheet was
 * measured, so that nothing is laid out twice. First what is in view, a moment later some more around it.
 */
export function useGridWindow(
  sheet: RefObject<HTMLDivElement | null>,
  { columns, rows, pinned, start }: Shape,
): GridWindow | undefined {
  const [view, setView] = useState<View>()
  const first = useRef({ pinned, start })
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return
    const { free, row } = fitNames(element, columns)
    const height = element.parentElement?.clientHeight ?? 0
    const most = Math.max(0, columns * columnWidth - free)
    const left = first.current.start?.left ?? (first.current.pinned + 2) * columnWidth - free
    const top = first.current.start?.top ?? 0
    const at = Math.floor(top / row)
    setView({
      left: Math.min(most, Math.max(0, left)),
      top,
      width: free,
      rows: { from: Math.max(0, at - 1), to: at + Math.ceil(height / row) },
      margin: 0,
    })
  }, [sheet, columns])

  const ready = view !== undefined
  const wanted = useRef(view)
  if (!wanted.current) wanted.current = view
  useLayoutEffect(() => {
    const element = sheet.current
    if (!ready || !element || !wanted.current) return
    element.scrollLeft = wanted.current.left
    if (wanted.current.top > 0) element.scrollTop = wanted.current.top
  }, [sheet, ready])

  useEffect(() => {
    const element = sheet.current
    if (!ready || !element) return
    let margin = 0
    let drawn: View | undefined
    const look = () => {
      const next = { ...inView(element), margin }
      if (drawn && sameView(drawn, next, columns, rows)) return
      drawn = next
      setView(next)
    }
    const more = setTimeout(() => {
      margin = spare
      startTransition(look)
    }, settled)
    element.addEventListener('scroll', look, { passive: true })
    const sized = new ResizeObserver(() => {
      if (element.parentElement?.clientWidth !== room) {
        room = element.parentElement?.clientWidth
        fitNames(element, columns)
      }
      look()
    })
    let room = element.parentElement?.clientWidth
    sized.observe(element.parentElement ?? element)
    return () => {
      clearTimeout(more)
      element.removeEventListener('scroll', look)
      sized.disconnect()
    }
  }, [sheet, columns, rows, ready])

  return useMemo(() => {
    if (!view) return undefined
    return {
      pieces: piecesOf(view, columns, pinned),
      rows: rowRange(view.rows, rows, Math.min(1, view.margin)),
    }
  }, [view, columns, rows, pinned])
}

function piecesOf({ left, width, margin }: View, columns: number, pinned?: number): Piece[] {
  return columnWindow({ columns, columnWidth, scrollLeft: left, viewWidth: width, margin, pinned })
}

function sameView(a: View, b: View, columns: number, rows: number): boolean {
  if (!sameWindow(piecesOf(a, columns), piecesOf(b, columns))) return false
  const was = rowRange(a.rows, rows, Math.min(1, a.margin))
  const is = rowRange(b.rows, rows, Math.min(1, b.margin))
  return was.from === is.from && was.to === is.to
}

/** What is in view, measured; names wrap, so rows are of different heights. */
function inView(sheet: HTMLElement): Omit<View, 'margin'> {
  const lines = sheet.querySelector('tbody')?.rows
  const top = sheet.scrollTop
  const { free } = measures(sheet)
  const rows = { from: lineAt(lines, top), to: lineAt(lines, top + sheet.clientHeight) + 1 }
  return { left: sheet.scrollLeft, top, width: free, rows }
}

/** The line at a height, by halving: it reads a handful of places. */
function lineAt(lines: HTMLCollectionOf<HTMLTableRowElement> | undefined, height: number): number {
  const base = lines?.[0]?.offsetTop ?? 0
  let from = 0
  let to = (lines?.length ?? 1) - 1
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if ((lines?.[middle]?.offsetTop ?? 0) - base <= height) from = middle
    else to = middle - 1
  }
  return from
}
