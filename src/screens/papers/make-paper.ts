import type { PaperJournal } from '../../domain/paper/paper-journal.ts'
import type { Stamp } from '../../print/form-pdf.ts'
import type { PrintedPaper, Replaced } from '../../print/paper-journal/paper-pdf.ts'

/** What the printing thread is asked. */
export interface PaperOrder {
  journal: PaperJournal
  stamp: Stamp
  replaced: Replaced | undefined
}

/** What it says: pages begun so far, then the copy or why there is none. */
export type PaperAnswer =
  | { kind: 'page'; pages: number }
  | { kind: 'done'; printed: PrintedPaper }
  | { kind: 'failed'; why: string }

/** Prints a paper copy on the device, in a thread of its own. Rejects where it can't be printed or was cancelled. */
export async function makePaper(
  order: PaperOrder,
  onPage: (pages: number) => void,
  signal: AbortSignal,
): Promise<PrintedPaper> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<PrintedPaper>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
      worker.onerror = ({ message }) => reject(new Error(message || 'the printing thread did not start'))
      worker.onmessage = ({ data }: MessageEvent<PaperAnswer>) => {
        if (data.kind === 'page') onPage(data.pages)
        else if (data.kind === 'done') resolve(data.printed)
        else reject(new Error(data.why))
      }
      worker.postMessage(order)
    })
  } finally {
    worker.terminate()
  }
}
