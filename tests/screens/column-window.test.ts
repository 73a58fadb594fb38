import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunkSize, chunksInView, piecesOf, scrollToColumn } from '../../src/screens/journal/column-window.ts'

const columnWidth = 48
const place = fc.record({
  columns: fc.integer({ min: 0, max: 300 }),
  scrollLeft: fc.integer({ min: 0, max: 20_000 }),
  viewWidth: fc.integer({ min: 100, max: 3000 }),
  also: fc.uniqueArray(fc.integer({ min: 0, max: 40 })),
  pinned: fc.integer({ min: -1, max: 299 }),
})

/** A row with what is in view, and some chunks drawn before. */
function rowOf({
  columns,
  scrollLeft,
  viewWidth,
  also,
  pinned,
}: typeof place extends fc.Arbitrary<infer P> ? P : never) {
  const { from, to } = chunksInView({ columns, columnWidth, scrollLeft, viewWidth })
  const drawn = (chunk: number) => (from <= chunk && chunk < to) || also.includes(chunk)
  return piecesOf({ columns, columnWidth, drawn, pinned })
}

/** First column and width of every piece. */
function spans(pieces: ReturnType<typeof piecesOf>, columns: number) {
  return pieces.map((piece) =>
    'gap' in piece
      ? { from: piece.from, count: piece.gap / columnWidth, drawn: false }
      : {
          from: piece.chunk * chunkSize,
          count: Math.min(chunkSize, columns - piece.chunk * chunkSize),
          drawn: true,
        },
  )
}

test('pieces follow each other and make up the whole width', () => {
  fc.assert(
    fc.property(place, (given) => {
      let reached = 0
      for (const { from, count } of spans(rowOf(given), given.columns)) {
        expect(from).toBe(reached)
        expect(count).toBeGreaterThan(0)
        reached += count
      }
      expect(reached).toBe(given.columns)
    }),
  )
})

test('every column in view and the pinned one is drawn', () => {
  fc.assert(
    fc.property(place, (given) => {
      const { columns, scrollLeft, viewWidth, pinned } = given
      const pieces = spans(rowOf(given), columns)
      const drawn = (column: number) =>
        pieces.some((piece) => piece.drawn && piece.from <= column && column < piece.from + piece.count)
      const first = Math.floor(scrollLeft / columnWidth)
      const last = Math.min(columns - 1, Math.floor((scrollLeft + viewWidth - 1) / columnWidth))
      for (let column = first; column <= last; column++) expect(drawn(column)).toBe(true)
      if (pinned >= 0 && pinned < columns) expect(drawn(pinned)).toBe(true)
    }),
  )
})

test('scrolls to a column no further than it must', () => {
  expect(scrollToColumn(0, 48, 480, 400)).toBe(0)
  expect(scrollToColumn(12, 48, 480, 400)).toBe(480)
  expect(scrollToColumn(30, 48, 480, 400)).toBe(31 * 48 - 400)
})
