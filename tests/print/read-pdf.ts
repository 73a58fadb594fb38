import { getDocumentProxy } from 'unpdf'

/** A text where it stands on its page: points from the bottom left corner. */
export interface PlacedText {
  text: string
  x: number
  y: number
  /** Where a text that is not turned ends. */
  right: number
  /** Of the font, pt. */
  size: number
  turned: boolean
}

/** The texts of a PDF by page, in the order in which they were drawn: what can be searched and copied. */
export async function readPdf(bytes: Uint8Array): Promise<PlacedText[][]> {
  const pdf = await getDocumentProxy(bytes.slice())
  const pages: PlacedText[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(
      items.flatMap((item): PlacedText[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number]
        return [{ text: item.str, x, y, right: x + item.width, size: Math.hypot(a, b), turned: b !== 0 }]
      }),
    )
  }
  return pages
}

/** All that stands on a page, without its spaces: a text that wraps is found there too. */
export function run(page: readonly PlacedText[]): string {
  return squeezed(page.map(({ text }) => text).join(''))
}

export function squeezed(text: string): string {
  return text.replace(/\s/g, '')
}

/** The texts that were drawn after this one, `count` of them. */
export function following(page: readonly PlacedText[], text: string, count: number): string[] {
  const index = page.findIndex((placed) => placed.text === text)
  if (index === -1) throw new Error(`${text} is not on the page`)
  return page.slice(index + 1, index + 1 + count).map((placed) => placed.text)
}
