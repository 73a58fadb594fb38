import { jsPDF } from 'jspdf'
import { type FittedText, fitText, type Measure } from './fit-text.ts'
import { type Orientation, type Sheet, sheets } from './sheet.ts'

/** PT Sans Narrow as TrueType files. Who prints loads them: from the disk, or over the line. */
export interface PaperFonts {
  regular: Uint8Array
  bold: Uint8Array
}

/** What a document says of itself outside its pages. */
export interface DocumentNames {
  title: string
  author: string
}

const family = 'PT Sans Narrow'
const pointsPerMm = 72 / 25.4
/** Of the font's size, from one line to the next. */
const leading = 1.16
/** From the middle of a line to its baseline, of the font's size: half the height of a capital. */
const toBaseline = 0.35

export type Weight = 'regular' | 'bold'
export type Alignment = 'left' | 'center' | 'right'

/** A4 pages to draw on, mm from the top left corner, with a font that has Cyrillic. */
export class Paper {
  private readonly pdf: jsPDF
  /** Of each page. */
  private readonly sheets: Sheet[]
  private page = 1

  /** `onPage` hears how many pages are begun; `sheetOf`: where a page may be printed on, the first is 1. */
  constructor(
    fonts: PaperFonts,
    { title, author }: DocumentNames,
    private orientation: Orientation = 'landscape',
    private readonly onPage: (pages: number) => void = () => undefined,
    private readonly sheetOf: (orientation: Orientation, page: number) => Sheet = (way) => sheets[way],
  ) {
    this.sheets = [sheetOf(orientation, 1)]
    this.pdf = new jsPDF({ orientation, unit: 'mm', format: 'a4', compress: true, putOnlyUsedFonts: true })
    for (const weight of ['regular', 'bold'] as const) {
      const file = `${family} ${weight}.ttf`
      this.pdf.addFileToVFS(file, binaryString(fonts[weight]))
      this.pdf.addFont(file, family, weight, undefined, 'Identity-H')
    }
    this.pdf.setLanguage('ru')
    this.pdf.setDocumentProperties({ title, author, creator: 'Парта' })
    this.pdf.setLineWidth(0.15)
    this.onPage(1)
  }

  /** Where the page that is drawn on may be printed on. */
  get sheet(): Sheet {
    return this.sheets[this.page - 1]!
  }

  /** Adds a page at the end, lying as the last one added when not told, and goes to it. */
  addPage(orientation: Orientation = this.orientation): void {
    this.orientation = orientation
    this.pdf.addPage('a4', orientation)
    this.page = this.pages
    this.sheets.push(this.sheetOf(orientation, this.page))
    this.onPage(this.page)
  }

  /** Goes to the next page, added where there is none. */
  nextPage(): void {
    if (this.page < this.pages) this.turnTo(this.page + 1)
    else this.addPage()
  }

  get pages(): number {
    return this.pdf.getNumberOfPages()
  }

  /** Goes back to a page, the first is 1. */
  turnTo(page: number): void {
    this.page = page
    this.pdf.setPage(page)
  }

  measure(weight: Weight): Measure {
    return (text, size) => {
      this.setFont(weight, size)
      return this.pdf.getTextWidth(text)
    }
  }

  /** Wraps a text to a width, smaller where it must be; see `fitText`. */
  fit(text: string, width: number, sizes: readonly [number, ...number[]], weight: Weight): FittedText {
    return fitText(text, width, sizes, this.measure(weight))
  }

  /** One line whose middle is at `y`. */
  line(text: string, x: number, y: number, size: number, weight: Weight, align: Alignment = 'left'): void {
    this.setFont(weight, size)
    this.pdf.text(text, x, y + (size * toBaseline) / pointsPerMm, { align })
  }

  /** One line that reads from `y` upwards, its middle at `x`. */
  turnedLine(text: string, x: number, y: number, size: number, weight: Weight): void {
    this.setFont(weight, size)
    this.pdf.text(text, x + (size * toBaseline) / pointsPerMm, y, { angle: 90 })
  }

  box(x: number, y: number, width: number, height: number, grey: boolean): void {
    this.pdf.setFillColor('#d7d7d7')
    this.pdf.rect(x, y, width, height, grey ? 'FD' : 'S')
  }

  /** A black rectangle without a frame. */
  ink(x: number, y: number, width: number, height: number): void {
    this.pdf.setFillColor('#000000')
    this.pdf.rect(x, y, width, height, 'F')
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.pdf.output('arraybuffer'))
  }

  private setFont(weight: Weight, size: number): void {
    this.pdf.setFont(family, weight)
    this.pdf.setFontSize(size)
  }
}

/** Height of lines in mm at a size in pt. */
export function heightOf({ lines, size }: FittedText): number {
  return lines.length * lineHeight(size)
}

/** From one line to the next in mm at a size in pt. */
export function lineHeight(size: number): number {
  return (size * leading) / pointsPerMm
}

function binaryString(bytes: Uint8Array): string {
  const chunk = 8192
  let text = ''
  for (let start = 0; start < bytes.length; start += chunk)
    text += String.fromCharCode(...bytes.subarray(start, start + chunk))
  return text
}
