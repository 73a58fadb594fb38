export type Orientation = 'portrait' | 'landscape'

/** Where an A4 sheet may be printed on, mm from its top left corner; it is bound on its left. */
export interface Sheet {
  left: number
  right: number
  top: number
  bottom: number
  /** Where the line with page and time stands. */
  stamp: number
}

export const sheets: Readonly<Record<Orientation, Sheet>> = {
  landscape: { left: 20, right: 289, top: 9, bottom: 198, stamp: 202 },
  portrait: { left: 20, right: 202, top: 9, bottom: 285, stamp: 289 },
}

export const widthOf = ({ left, right }: Sheet) => right - left
