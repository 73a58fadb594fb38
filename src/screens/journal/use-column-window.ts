import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { columnWindow, type Piece, sameWindow } from './column-window.ts'

/** Width of a lesson's column, px: a finger's. */
export const columnWidth = 48

/** Widths of the frozen names and of what is free between the frozen parts, px. */
export function measures(sheet: HTMLElement): { names: number; free: number } {
  const { names, right } = widths(sheet)
  return { names, free: Math.max(columnWidth, sheet.clientWidth - names - right) }
}

function widths(sheet: HTMLElement): { base: number; names: number; right: number } {
  const style = getComputedStyle(sheet)
  const px = (name: string) => Number.parseFloat(style.getPropertyValue(name))
  return { base: px('--name-width'), names: px('--names'), right: px('--frozen-right') }
}

/**
 * Widens the names by what a whole number of columns leaves over: a date cut in half reads as another one. A page
 * that fits as it is keeps its names.
 */
function fitNames(sheet: HTMLElement, columns: number): void {
  const room = sheet.parentElement?.clientWidth ?? sheet.offsetWidth
  const { base, right } = widths(sheet)
  const free = room - (sheet.offsetWidth - sheet.clientWidth) - base - right
  const over = free < columnWidth || columns * columnWidth <= free ? 0 : free % columnWidth
  sheet.style.setProperty('--names', `${base + over}px`)
}

/**
 * Which of `columns` columns are drawn, kept as the sheet is scrolled or sized; the pinned one always is. The
 * sheet opens with the column that was pinned first at its right, one more in view after it.
 */
export function useColumnWindow(
  sheet: RefObject<HTMLDivElement | null>,
  columns: number,
  pinned: number,
): readonly Piece[] {
  const [view, setView] = useState({ scrollLeft: Math.max(0, pinned - 20) * columnWidth, viewWidth: 1000 })
  const start = useRef(pinned)
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return
    fitNames(element, columns)
    element.scrollLeft = Math.min(columns, start.current + 2) * columnWidth - measures(element).free
  }, [sheet, columns])
  useEffect(() => {
    const element = sheet.current
    if (!element) return
    let drawn: readonly Piece[] = []
    const look = () => {
      const next = { scrollLeft: element.scrollLeft, viewWidth: element.clientWidth }
      const pieces = columnWindow({ columns, columnWidth, ...next })
      if (sameWindow(drawn, pieces)) return
      drawn = pieces
      setView(next)
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const sized = new ResizeObserver(() => {
      fitNames(element, columns)
      look()
    })
    sized.observe(element.parentElement ?? element)
    return () => {
      element.removeEventListener('scroll', look)
      sized.disconnect()
    }
  }, [sheet, columns])
  return useMemo(() => columnWindow({ columns, columnWidth, ...view, pinned }), [columns, view, pinned])
}
