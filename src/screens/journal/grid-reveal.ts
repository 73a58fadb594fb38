import { scrollToColumn } from './column-window.ts'
import { columnWidth, measures } from './use-grid-window.ts'

/** Scrolls the sheet so that a lesson's cell stands between the frozen parts. */
export function revealColumn(sheet: HTMLElement, cell: HTMLElement, column: number): void {
  const { names, free } = measures(sheet)
  sheet.scrollLeft = scrollToColumn(column, columnWidth, sheet.scrollLeft, free)
  // The names are frozen over the scrolled cells: nothing may stay under them.
  if (cell.getBoundingClientRect().left < sheet.getBoundingClientRect().left + names)
    sheet.scrollLeft = column * columnWidth
}

/** Scrolls the sheet so that nothing of a cell's row is under the head or below the edge. */
export function revealRow(sheet: HTMLElement, cell: HTMLElement): void {
  const head =
    sheet.querySelector('thead')!.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top
  const view = sheet.getBoundingClientRect()
  const at = cell.getBoundingClientRect()
  if (at.top < view.top + head) sheet.scrollTop -= view.top + head - at.top
  else if (at.bottom > view.top + sheet.clientHeight)
    sheet.scrollTop += at.bottom - view.top - sheet.clientHeight
}

/** Where the columns at the right are not frozen they stand at the end of the row. */
export function revealEnd(sheet: HTMLElement, cell: HTMLElement): void {
  const at = cell.getBoundingClientRect()
  const view = sheet.getBoundingClientRect()
  if (at.right > view.right) sheet.scrollLeft += at.right - view.right
  else {
    const left = view.left + measures(sheet).names
    if (at.left < left) sheet.scrollLeft -= left - at.left
  }
}
