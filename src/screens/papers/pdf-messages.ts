import type { Stamp } from '../../print/form-pdf.ts'
import type { PrintedForm } from '../../print/printed-form.ts'
import type { SlipSheet } from '../../print/sign-in-slips.ts'

/** What the printing thread is asked: a form, or slips to cut. */
export type PdfOrder = { form: PrintedForm; stamp: Stamp } | { slips: SlipSheet }

/** What it says: pages begun so far, then the document or why there is none. */
export type PdfAnswer =
  | { kind: 'page'; pages: number }
  | { kind: 'done'; pdf: Uint8Array }
  | { kind: 'failed'; why: string }
