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
import { cancelIdle, type Spare, whenIdle } from '../design/when-idle.ts'
import { chunksInView, chunksOf, type RowRange, rowRange } from './column-window.ts'
import { DrawnParts, type InView } from './drawn-parts.ts'

/** Width of a lesson's column, px: a finger's. */
export const columnWidth = 48

/** Time in a frame that goes on drawing while the page is scrolled, ms: it is then laid out and painted for as long. */
const slice = 4
/** The same while nothing moves: each frame costs, however much it brings. */
const restSlice = 12
/** After so long without a scroll nothing moves, ms. */
const still = 100
/** A swipe so fast that nobody reads what passes, px a ms: what is not drawn yet passes as the empty ruled page. */
const swipe = 2

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
 * Which columns and rows are drawn, as the sheet is scrolled or sized; undefined before the empty sheet was
 * measured, so that nothing is laid out twice. First what is in view, also while the page is scrolled; the rest of the
 * year follows, nearest first, while the browser has nothing else to do.
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
    setParts(new DrawnParts({ chunks: chunksOf(columns), rows }, partsInView(view, columns, rows)))
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
    let { free } = measures(element)
    let roomWidth = room.clientWidth
    let frame = 0
    let idle = 0
    let scrolled = 0
    let speed = 0
    let at = { left: element.scrollLeft, top: element.scrollTop }
    const draw = (time: number, rings: number) => {
      const until = performance.now() + time
      let more = true
      while (more && performance.now() < until) {
        flushSync(() => {
          more = parts.advance(rings)
        })
      }
      return more
    }
    const moving = () => performance.now() - scrolled < still
    const follow = () => {
      const more = moving() ? speed > swipe || draw(slice, 0) : draw(restSlice, 0)
      frame = more ? requestAnimationFrame(follow) : 0
      if (frame === 0) idle ||= whenIdle(rest)
    }
    const rest = (spare: Spare) => {
      idle = 0
      if (moving()) {
        frame ||= requestAnimationFrame(follow)
        return
      }
      // No more than one slice between two frames: what is drawn waits to be laid out.
      if (draw(Math.min(restSlice, spare.timeRemaining()), Infinity)) frame ||= requestAnimationFrame(follow)
    }
    const look = () => {
      parts.look(partsInView(inView(element, free), columns, rows))
      frame ||= requestAnimationFrame(follow)
    }
    const move = () => {
      const now = performance.now()
      const { scrollLeft: left, scrollTop: top } = element
      speed = (Math.abs(left - at.left) + Math.abs(top - at.top)) / (now - scrolled)
      scrolled = now
      at = { left, top }
      look()
    }
    idle = whenIdle(rest)
    element.addEventListener('scroll', move, { passive: true })
    const sized = new ResizeObserver(() => {
      if (room.clientWidth !== roomWidth) fitNames(element, columns)
      roomWidth = room.clientWidth
      free = measures(element).free
      look()
    })
    sized.observe(room)
    return () => {
      cancelAnimationFrame(frame)
      cancelIdle(idle)
      element.removeEventListener('scroll', move)
      sized.disconnect()
    }
  }, [sheet, columns, rows, parts])

  return parts
}

/** Draws a row, or the head, anew when more of it is drawn. */
export function useDrawn(parts: DrawnParts, part: number): void {
  const subscribe = useCallback((changed: () => void) => parts.subscribe(part, changed), [parts, part])
  useSyncExternalStore(subscribe, () => parts.count(part))
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

function partsInView({ left, width, rows: seen }: View, columns: number, rows: number): InView {
  return {
    chunks: chunksInView({ columns, columnWidth, scrollLeft: left, viewWidth: width }),
    rows: rowRange(seen, rows),
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
