import { type Cell, russianNumber } from '../domain/reports/table.ts'

/** A cell of a report's table as paper shows it. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? russianNumber(cell.value, cell.decimals) : String(cell)
}
