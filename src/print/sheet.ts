/** Where a landscape A4 sheet (297 x 210 mm) may be printed on, mm; it is bound on its left. */
export const sheet = { left: 20, right: 289, top: 9, bottom: 198, stamp: 202 } as const

export const sheetWidth = sheet.right - sheet.left
