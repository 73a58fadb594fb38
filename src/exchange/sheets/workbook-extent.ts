import { readXml, type XmlStep } from './xml-reader.ts'

const lastColumn = 16_384
const lastRow = 1_048_576

/**
 * Cells that a reader makes of a part of a workbook: it fills up all rows to the last one, and all columns to the last
 * that says something, so one cell far out costs as much as a full sheet. 0 for a part that is no sheet, Infinity
 * beyond the last cell of any spreadsheet. Throws XmlError.
 */
export function extentOfSheet(xml: string): number {
  let [row, column] = [0, 0]
  let [rows, filledRows, filledColumns] = [0, 0, 0]
  for (const step of readXml(xml)) {
    if (step.kind !== 'open') continue
    const name = step.name.slice(step.name.indexOf(':') + 1)
    if (name === 'row') row = Number(step.attributes.r ?? row + 1)
    else if (name === 'c') [column, row] = placeOf(step, { column: column + 1, row })
    else if (name === 'v' || name === 'is') {
      filledRows = Math.max(filledRows, row)
      filledColumns = Math.max(filledColumns, column)
    }
    rows = Math.max(rows, row)
    if (!(row <= lastRow && column <= lastColumn)) return Number.POSITIVE_INFINITY
  }
  return Math.max(rows, filledRows * filledColumns)
}

/** Column and row, counted from 1; a cell without an address is the next one. */
function placeOf(
  { attributes }: Extract<XmlStep, { kind: 'open' }>,
  next: { column: number; row: number },
): [number, number] {
  const [, letters, digits] = /^([A-Za-z]+)(\d+)$/.exec(attributes.r ?? '') ?? []
  if (letters === undefined) return [next.column, next.row]
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [column, Number(digits)]
}
