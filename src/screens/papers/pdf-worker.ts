import regular from '@expo-google-fonts/pt-sans-narrow/400Regular/PTSansNarrow_400Regular.ttf?url'
import bold from '@expo-google-fonts/pt-sans-narrow/700Bold/PTSansNarrow_700Bold.ttf?url'
import { formPdf } from '../../print/form-pdf.ts'
import type { PaperFonts } from '../../print/paper.ts'
import { slipsPdf } from '../../print/sign-in-slips.ts'
import { stripsPdf } from '../../print/strips-pdf.ts'
import type { PdfAnswer, PdfOrder } from './pdf-messages.ts'

/** Prints one form in a thread of its own: a class's year takes seconds, and the screen stays at hand meanwhile. */
self.onmessage = async ({ data }: MessageEvent<PdfOrder>) => {
  const say = (answer: PdfAnswer, transfer: Transferable[] = []) => self.postMessage(answer, { transfer })
  try {
    const [plain, strong] = await Promise.all([bytesAt(regular), bytesAt(bold)])
    const fonts = { regular: plain, bold: strong }
    const pdf =
      'slips' in data
        ? slipsPdf(data.slips, fonts)
        : printed(data, fonts, (pages) => say({ kind: 'page', pages }))
    say({ kind: 'done', pdf }, [pdf.buffer])
  } catch (error) {
    say({ kind: 'failed', why: String(error) })
  }
}

function printed(
  { form, stamp }: Exclude<PdfOrder, { slips: unknown }>,
  fonts: PaperFonts,
  onPage: (pages: number) => void,
): Uint8Array {
  return 'strips' in form ? stripsPdf(form, fonts, stamp, onPage) : formPdf(form, fonts, stamp, onPage)
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
