import type { FormTable } from './printed-form.ts'

/** Sheets that are printed several to a page and cut apart, each complete in itself. */
export interface StripsForm {
  organisation: string
  title: string
  strips: Strip[]
}

export interface Strip {
  /** Whom it is about. */
  heading: string
  subheading: string
  table: FormTable
  notes: string[]
  /** Who signs it, each with a line. */
  signatures: string[]
}
