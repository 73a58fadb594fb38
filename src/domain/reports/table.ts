import type { Rate } from './ratio.ts'

/** A report as a table: the one model that the screen, CSV, XLSX and PDF are made from. */
export interface Table {
  title: string
  /** Class and time: "7А класс · I четверть 2025/26 уч. г." */
  subtitle: string
  columns: TableColumn[]
  rows: Cell[][]
  /** Rows under the line: sums and shares. */
  totals: Cell[][]
  footnotes: string[]
}

export interface TableColumn {
  title: string
  /** Heading over several columns. */
  group?: string
}

/** Texts, numbers as they are, fractions, null for an empty cell. */
export type Cell = string | number | Fraction | null

/** An average or a share, with the decimals that paper shows it with. */
export interface Fraction {
  value: number
  decimals: number
}

/** A fraction as a cell; empty where there is none. */
export function fraction(value: number | null, decimals: number): Cell {
  return value === null ? null : { value, decimals }
}

/** "01.09.2025" */
export function russianDate(date: string): string {
  return date.split('-').reverse().join('.')
}

/** "01.09" */
export function shortDate(date: string): string {
  return russianDate(date).slice(0, 5)
}

/** A number as people here write it: 66.7 -> "66,7"; a dash for null. */
export function russianNumber(value: number | null, decimals: number): string {
  return value === null ? '—' : value.toFixed(decimals).replace('.', ',')
}

/** Marks in figures are numbers, so that a spreadsheet can count with them. */
export function markCell(mark: string | undefined): Cell {
  if (mark === undefined) return null
  return /^\d$/.test(mark) ? Number(mark) : mark
}

/** "60,0 % (6 из 10)" */
export function rateText({ k, n, percent }: Rate): string {
  return `${russianNumber(percent, 1)} % (${k} из ${n})`
}
