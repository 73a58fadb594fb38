import { paperPdf } from '../../print/paper-journal/paper-pdf.ts'
import type { PaperAnswer, PaperOrder } from './make-paper.ts'
import { printFonts } from './print-fonts.ts'

/** Prints one paper copy in a thread of its own. */
self.onmessage = async ({ data: { journal, stamp, replaced } }: MessageEvent<PaperOrder>) => {
  const say = (answer: PaperAnswer, transfer: Transferable[] = []) => self.postMessage(answer, { transfer })
  try {
    const printed = await paperPdf(journal, await printFonts(), stamp, {
      replaced,
      onPage: (pages) => say({ kind: 'page', pages }),
    })
    say({ kind: 'done', printed }, [printed.bytes.buffer])
  } catch (error) {
    say({ kind: 'failed', why: String(error) })
  }
}
