import { formPdf, formsPdf, type OnPage } from '../../print/form-pdf.ts'
import type { PaperFonts } from '../../print/paper.ts'
import { slipsPdf } from '../../print/sign-in-slips.ts'
import { stripsPdf } from '../../print/strips-pdf.ts'
import type { PdfAnswer, PdfOrder } from './pdf-messages.ts'
import { printFonts } from './print-fonts.ts'

/** Prints forms in a thread of its own: a class's year takes seconds, and the screen stays at hand meanwhile. */
self.onmessage = async ({ data }: MessageEvent<PdfOrder>) => {
  const say = (answer: PdfAnswer, transfer: Transferable[] = []) => self.postMessage(answer, { transfer })
  try {
    const fonts = await printFonts()
    const pdf =
      'slips' in data
        ? slipsPdf(data.slips, fonts)
        : printed(data, fonts, (pages, share) => say({ kind: 'page', pages, share }))
    say({ kind: 'done', pdf }, [pdf.buffer])
  } catch (error) {
    say({ kind: 'failed', why: String(error) })
  }
}

function printed(
  order: Exclude<PdfOrder, { slips: unknown }>,
  fonts: PaperFonts,
  onPage: OnPage,
): Uint8Array {
  if ('parts' in order) return formsPdf(order.parts, fonts, order.made, onPage)
  const { form, stamp } = order
  if ('strips' in form) return stripsPdf(form, fonts, stamp, (pages) => onPage(pages, 0))
  return formPdf(form, fonts, stamp, onPage)
}
