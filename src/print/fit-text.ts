/** Width of a text in mm at a size in pt. */
export type Measure = (text: string, size: number) => number

/** A text as it goes into its place: lines at one size, pt. */
export interface FittedText {
  lines: string[]
  size: number
}

/** A word with the space or hyphen after it; initials keep the name that they stand before. */
const unbroken = /(?:\p{Lu}\. |[^ -])+[ -]?|[ -]/gu

/**
 * Wraps a text to a width in mm at the first of the sizes (pt, largest first) at which no word has to be broken; at
 * the last size words are broken too. Never cuts anything off. Breaks after spaces and hyphens; line breaks are kept.
 */
export function fitText(
  text: string,
  width: number,
  sizes: readonly [number, ...number[]],
  measure: Measure,
): FittedText {
  const paragraphs = text === '' ? [] : text.split('\n').map((paragraph) => paragraph.match(unbroken) ?? [''])
  const fits = (size: number) => paragraphs.flat().every((part) => measure(part.trimEnd(), size) <= width)
  const size = sizes.find(fits) ?? sizes.at(-1)!
  const lines = paragraphs.flatMap((parts) => {
    const whole = parts.flatMap((part) => broken(part, width, (piece) => measure(piece, size)))
    return filled(whole, width, (line) => measure(line, size))
  })
  return { lines, size }
}

function filled(parts: readonly string[], width: number, measure: (line: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    if (line !== '' && measure((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += part
  }
  return [...lines, line.trimEnd()]
}

/** A word in pieces that fit; the word itself where it does. */
function broken(word: string, width: number, measure: (piece: string) => number): string[] {
  if (measure(word.trimEnd()) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && measure((piece + letter).trimEnd()) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}
