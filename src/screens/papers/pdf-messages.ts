import type { Stamp } from '../../print/form-pdf.ts'
import type { PrintedForm } from '../../print/printed-form.ts'

/** What the printing thread is asked. */
export interface PdfOrder {
  form: PrintedForm
  stamp: Stamp
}

/** What it says: pages begun so far, then the document or why there is none. */
export type PdfAnswer =
  | { kind: 'page'; pages: number }
  | { kind: 'done'; pdf: Uint8Array }
  | { kind: 'failed'; why: string }
