import regular from '@expo-google-fonts/pt-sans-narrow/400Regular/PTSansNarrow_400Regular.ttf?url'
import bold from '@expo-google-fonts/pt-sans-narrow/700Bold/PTSansNarrow_700Bold.ttf?url'
import type { PaperFonts } from '../../print/paper.ts'

/** The typeface of everything printed, from the app's own cache. */
export async function printFonts(): Promise<PaperFonts> {
  const [plain, strong] = await Promise.all([bytesAt(regular), bytesAt(bold)])
  return { regular: plain, bold: strong }
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
