import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { type ChunkRange, chunksInView, type RowRange, rowRange } from './column-window.ts'
import { DrawnParts, type Wanted } from './drawn-parts.ts'

/** Width of a lesson's column, px: a finger's. */
export const columnWidth = 48

/** Chunks of columns drawn beside those in view once the page stands: a swipe meets no empty ones. */
const spare = 2
/** Time after which the page is taken to stand, ms. */
const settled = 200
/** Time in a frame that goes on drawing what was scrolled into view, ms: it is then laid out and painted for as long. */
const slice = 6

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

interface View extends ScrollPlace {
  /** Free for columns, px. */
  width: number
  rows: RowRange
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
): DrawnParts | undefined {
  const [parts, setParts] = useState<DrawnParts>()
  const first = useRef({ pinned, start })
  const opening = useRef<ScrollPlace>(undefined)
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return
    const { free, row } = fitNames(element, columns)
    const stands = opening.current !== undefined
    const view = stands ? inView(element, free) : openingView(element, first.current, { columns, free, row })
    opening.current ??= view
    setParts(new DrawnParts(wantedOf(view, 0, columns, rows)))
  }, [sheet, columns, rows])

  const ready = parts !== undefined
  useLayoutEffect(() => {
    const element = sheet.current
    if (!ready || !element || !opening.current) return
    element.scrollLeft = opening.current.left
    if (opening.current.top > 0) element.scrollTop = opening.current.top
  }, [sheet, ready])

  useEffect(() => {
    const element = sheet.current
    const room = element?.parentElement
    if (!parts || !element || !room) return
    let margin = 0
    let { free } = measures(element)
    let roomWidth = room.clientWidth
    let frame = 0
    const draw = () => {
      const until = performance.now() + slice
      let more = true
      while (more && performance.now() < until) {
        flushSync(() => {
          more = parts.advance()
        })
      }
      frame = more ? requestAnimationFrame(draw) : 0
    }
    const look = () => {
      parts.want(wantedOf(inView(element, free), margin, columns, rows))
      frame ||= requestAnimationFrame(draw)
    }
    const spared = setTimeout(() => {
      margin = spare
      look()
    }, settled)
    element.addEventListener('scroll', look, { passive: true })
    const sized = new ResizeObserver(() => {
      if (room.clientWidth !== roomWidth) fitNames(element, columns)
      roomWidth = room.clientWidth
      free = measures(element).free
      look()
    })
    sized.observe(room)
    return () => {
      clearTimeout(spared)
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', look)
      sized.disconnect()
    }
  }, [sheet, columns, rows, parts])

  return parts
}

/** The chunks drawn in a row, or in the head; drawn anew when they change. */
export function useDrawn(parts: DrawnParts, part: number): ChunkRange | undefined {
  const subscribe = useCallback((changed: () => void) => parts.subscribe(part, changed), [parts, part])
  return useSyncExternalStore(subscribe, () => parts.of(part))
}

/** What will be in view of an empty sheet. */
function openingView(
  sheet: HTMLElement,
  { start, pinned }: Pick<Shape, 'start' | 'pinned'>,
  { columns, free, row }: { columns: number; free: number; row: number },
): View {
  const height = sheet.parentElement?.clientHeight ?? 0
  const most = Math.max(0, columns * columnWidth - free)
  const left = start?.left ?? (pinned + 2) * columnWidth - free
  const top = start?.top ?? 0
  const at = Math.floor(top / row)
  return {
    left: Math.min(most, Math.max(0, left)),
    top,
    width: free,
    rows: { from: Math.max(0, at - 1), to: at + Math.ceil(height / row) },
  }
}

/** What is drawn for a view, with `margin` chunks more on either side. */
function wantedOf({ left, width, rows: seen }: View, margin: number, columns: number, rows: number): Wanted {
  return {
    chunks: chunksInView({ columns, columnWidth, scrollLeft: left, viewWidth: width, margin }),
    rows: rowRange(seen, rows, Math.min(1, margin)),
    inView: { from: seen.from, to: Math.min(seen.to, rows) },
  }
}

/** What is in view, measured; names wrap, so rows are of different heights. */
function inView(sheet: HTMLElement, width: number): View {
  const lines = sheet.querySelector('tbody')?.rows
  const top = sheet.scrollTop
  const rows = { from: lineAt(lines, top), to: lineAt(lines, top + sheet.clientHeight) + 1 }
  return { left: sheet.scrollLeft, top, width, rows }
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
