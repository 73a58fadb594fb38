export type Orientation = 'portrait' | 'landscape'

/** Where an A4 sheet may be printed on, mm from its top left corner. */
export interface Sheet {
  left: number
  right: number
  top: number
  bottom: number
  /** Where the line with page and time stands. */
  stamp: number
}

/** Of a report, which is bound on its left. */
export const sheets: Readonly<Record<Orientation, Sheet>> = {
  landscape: { left: 20, right: 289, top: 9, bottom: 198, stamp: 202 },
  portrait: { left: 20, right: 202, top: 9, bottom: 285, stamp: 289 },
}

/**
 * Of a page (the first is 1) in a book that is printed on both sides and bound on the left of its odd pages. A printer
 * may turn a page that lies across either way, so it leaves room to bind on both its long sides.
 */
export function boundSheet(orientation: Orientation, page: number): Sheet {
  if (orientation === 'landscape') return { left: 14, right: 283, top: 20, bottom: 184, stamp: 187 }
  return page % 2 === 1 ? sheets.portrait : { ...sheets.portrait, left: 8, right: 190 }
}

export const widthOf = ({ left, right }: Sheet) => right - left
