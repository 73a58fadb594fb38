import { encode } from 'uqr'
import type { Paper } from './paper.ts'

/**
 * Draws a QR code of a text as a black square of `size` mm whose top left corner is at x, y. The quiet zone of four
 * modules that a reader needs is for the caller to leave white around it. Error correction M: a fold may cross it.
 */
export function drawQr(paper: Paper, text: string, x: number, y: number, size: number): void {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const module = size / data.length
  data.forEach((row, line) => {
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue
      let to = from
      while (row[to]) to++
      // Runs a hair wider than they are, or viewers draw white seams between rows.
      paper.ink(x + from * module, y + line * module, (to - from) * module, module * 1.02)
      from = to
    }
  })
}
