import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { columnWindow, type Piece, sameWindow } from './column-window.ts'

/** Width of a lesson's column, px: a finger's. */
export const columnWidth = 48

/** Widths of the frozen names and of what is free between the frozen parts, px. */
export function measures(sheet: HTMLElement): { names: number; free: number } {
  const style = getComputedStyle(sheet)
  const names = Number.parseFloat(style.getPropertyValue('--name-width'))
  const right = Number.parseFloat(style.getPropertyValue('--frozen-right'))
  return { names, free: Math.max(columnWidth, sheet.clientWidth - names - right) }
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
    element.scrollLeft = (start.current + 2) * columnWidth - measures(element).free
  }, [sheet])
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
    const sized = new ResizeObserver(look)
    sized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      sized.disconnect()
    }
  }, [sheet, columns])
  return useMemo(() => columnWindow({ columns, columnWidth, ...view, pinned }), [columns, view, pinned])
}
