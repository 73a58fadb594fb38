import { type RefObject, useLayoutEffect } from 'react'

/** Where panels cover the lower half of the screen instead of standing beside the grid. */
const panelBelow = '(max-width: 1100px)'

/** Keeps the cell of a grid that a panel is about in view when the panel opens or is about another one. */
export function useKeptInView(sheet: RefObject<HTMLElement | null>, opened: boolean, place: string): void {
  useLayoutEffect(() => {
    if (!opened || place === '') return
    sheet.current
      ?.querySelector('td[tabindex="0"], [aria-expanded="true"]')
      ?.scrollIntoView({ block: matchMedia(panelBelow).matches ? 'start' : 'nearest', inline: 'nearest' })
  }, [sheet, opened, place])
}
