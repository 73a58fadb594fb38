import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunkSize, columnWindow, scrollToColumn } from '../../src/screens/journal/column-window.ts'

const columnWidth = 48
const place = fc.record({
  columns: fc.integer({ min: 0, max: 300 }),
  scrollLeft: fc.integer({ min: 0, max: 20_000 }),
  viewWidth: fc.integer({ min: 100, max: 3000 }),
  pinned: fc.option(fc.integer({ min: 0, max: 299 }), { nil: undefined }),
})

/** First column and width of every piece. */
function spans(window: ReturnType<typeof columnWindow>, columns: number) {
  return window.map((piece) =>
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
      for (const { from, count } of spans(columnWindow({ columnWidth, ...given }), given.columns)) {
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
      const pieces = spans(columnWindow({ columnWidth, ...given }), columns)
      const drawn = (column: number) =>
        pieces.some((piece) => piece.drawn && piece.from <= column && column < piece.from + piece.count)
      const first = Math.floor(scrollLeft / columnWidth)
      const last = Math.min(columns - 1, Math.floor((scrollLeft + viewWidth - 1) / columnWidth))
      for (let column = first; column <= last; column++) expect(drawn(column)).toBe(true)
      if (pinned !== undefined && pinned < columns) expect(drawn(pinned)).toBe(true)
    }),
  )
})

test('scrolls to a column no further than it must', () => {
  expect(scrollToColumn(0, 48, 480, 400)).toBe(0)
  expect(scrollToColumn(12, 48, 480, 400)).toBe(480)
  expect(scrollToColumn(30, 48, 480, 400)).toBe(31 * 48 - 400)
})
