import type { Orientation } from './sheet.ts'
import type { SignatureLine } from './signatures.ts'

/** A report as it lies on the deputy head's desk: an A4 form with its head, tables, notes and signatures. */
export interface PrintedForm {
  /** Landscape when absent. */
  orientation?: Orientation
  /** Full name of the school. */
  organisation: string
  /** In capitals, as the order of the journal names it. */
  title: string
  /** Class, year and dates. */
  subtitle: string
  /** Each begins on a new page (a table too wide for the sheet goes on in the next), except those that follow. */
  tables: FormTable[]
  /** What stands under the last table: results in words, rules used. */
  notes: string[]
  signatures: SignatureLine[]
}

export interface FormTable {
  /** Stands on the page of the table before, while there is room. */
  follows?: boolean
  /** A line over the table. */
  heading?: string
  columns: FormColumn[]
  rows: FormCell[][]
  /** Stay together with the last rows. */
  totals: FormCell[][]
}

export interface FormColumn {
  title: string
  /** Heading over neighbouring columns. */
  group?: string
  /** mm; columns that don't fit the sheet together narrow in proportion, those marked `fixed` stay. */
  width: number
  fixed?: boolean
  /** The header reads from bottom to top. */
  turned?: boolean
  /** Smaller lines under a turned title: who teaches the subject. */
  notes?: string[]
}

/** Cells of a row cover its columns from the left, `span` of them each (1 when absent). */
export interface FormCell {
  /** Line breaks are kept; longer lines wrap. */
  text: string
  span?: number
  align?: 'left'
  /** A second, smaller text under the first. */
  remark?: string
  /** Instead of a text: short ones in boxes under each other, equally high in all cells of the row. */
  parts?: string[]
  grey?: boolean
}
