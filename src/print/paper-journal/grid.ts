/** Columns of the page of marks, mm: 22 lessons and a mark of the period fill it. */
export const grid = { width: 182, number: 6, name: 46, lesson: 5.59, final: 7 } as const

/** More lessons than this stand on no page. */
const mostLessons = 22

/** pt, largest first; nothing on a spread is smaller than the last. */
export const sizes = [9, 8.5, 8, 7.5, 7] as const
export const smallest = 7
/** Above and below the lines of a cell together, mm. */
export const air = 0.3
/** Of a pupil, where there is room: 35 fill a page. Where there are more, rows shrink to what they need. */
export const rowHeight = 6.2
export const lowestRow = 4.4

/** How many lessons a page takes beside the marks of so many periods. */
export function lessonsBeside(finals: number): number {
  const room = grid.width - grid.number - grid.name - grid.final * finals
  return Math.min(mostLessons, Math.floor(room / grid.lesson))
}
