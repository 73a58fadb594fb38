import type { PrintedForm } from '../../print/printed-form.ts'
import { revisionOf } from '../../print/revision.ts'
import type { SlipSheet } from '../../print/sign-in-slips.ts'
import type { StripsForm } from '../../print/strips-form.ts'
import type { PdfAnswer, PdfOrder } from './pdf-messages.ts'

export interface PackageOptions {
  /** When it was made, as paper says it: "24.11.2026 21:14". */
  made: string
  /** Pages begun so far, and the part (0 to 1) of all rows that is printed. */
  onPage?: (pages: number, share: number) => void
  /** Cancels: the thread ends at once, the promise rejects with the signal's reason. */
  signal?: AbortSignal
}

export interface PdfOptions extends PackageOptions {
  /** What the form shows: its digest stands on every page. */
  report: object
}

/** A form with what it shows. */
export interface PackagePart {
  form: PrintedForm
  report: object
}

/** Prints a form on the device, in a thread of its own. Rejects where it can't be printed or was cancelled. */
export async function makePdf(
  form: PrintedForm | StripsForm,
  { report, made, onPage, signal }: PdfOptions,
): Promise<Uint8Array> {
  const revision = await revisionOf(report)
  signal?.throwIfAborted()
  return print({ form, stamp: { made, revision } }, { onPage, signal })
}

/** Prints forms one after another in one PDF, each with pages of its own; see `makePdf`. */
export async function makePackage(
  [first, ...more]: readonly [PackagePart, ...PackagePart[]],
  { made, onPage, signal }: PackageOptions,
): Promise<Uint8Array> {
  const stamped = async ({ form, report }: PackagePart) => ({ form, revision: await revisionOf(report) })
  const parts = [await stamped(first), ...(await Promise.all(more.map(stamped)))] as const
  signal?.throwIfAborted()
  return print({ parts, made }, { onPage, signal })
}

/** Prints sign-in slips on the device, in a thread of its own. Rejects where they can't be printed. */
export function makeSlips(slips: SlipSheet): Promise<Uint8Array> {
  return print({ slips }, {})
}

async function print(
  order: PdfOrder,
  { onPage, signal }: { onPage?: PdfOptions['onPage'] | undefined; signal?: AbortSignal | undefined },
): Promise<Uint8Array> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
      worker.onerror = ({ message }) => reject(new Error(message || 'the printing thread did not start'))
      worker.onmessage = ({ data }: MessageEvent<PdfAnswer>) => {
        if (data.kind === 'page') onPage?.(data.pages, data.share)
        else if (data.kind === 'done') resolve(data.pdf)
        else reject(new Error(data.why))
      }
      worker.postMessage(order)
    })
  } finally {
    worker.terminate()
  }
}
