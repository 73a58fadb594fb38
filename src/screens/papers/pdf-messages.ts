import type { Stamp, StampedForm } from '../../print/form-pdf.ts'
import type { PrintedForm } from '../../print/printed-form.ts'
import type { SlipSheet } from '../../print/sign-in-slips.ts'
import type { StripsForm } from '../../print/strips-form.ts'

/**
 * What the printing thread is asked: a form or strips of a state of the ledger, forms one after another, or slips to
 * cut.
 */
export type PdfOrder =
  | { form: PrintedForm | StripsForm; stamp: Stamp }
  | { parts: readonly [StampedForm, ...StampedForm[]]; made: string }
  | { slips: SlipSheet }

/** What it says: pages begun so far with the part of the rows printed (0 to 1), then the document or why there is none. */
export type PdfAnswer =
  | { kind: 'page'; pages: number; share: number }
  | { kind: 'done'; pdf: Uint8Array }
  | { kind: 'failed'; why: string }
