import { expect, test } from 'vitest'
import { DrawnParts, head } from '../../src/screens/journal/drawn-parts.ts'

/** 12 rows of 6 chunks, of which rows 4 to 7 and the chunks 2 and 3 are in view. */
const size = { chunks: 6, rows: 12 }
const view = { chunks: { from: 2, to: 4 }, rows: { from: 4, to: 8 } }

/** Which parts each step draws more of. */
function stepsOf(parts: DrawnParts, rings: number): number[][] {
  const drawn: number[] = []
  for (let part = head; part < size.rows; part++) parts.subscribe(part, () => drawn.push(part))
  const steps: number[][] = []
  while (parts.advance(rings)) steps.push(drawn.splice(0))
  return drawn.length > 0 ? [...steps, drawn] : steps
}

test('what is in view is drawn at once, nothing else', () => {
  const parts = new DrawnParts(size, view)
  expect([head, 3, 4, 7, 8].map((part) => parts.count(part))).toEqual([2, 0, 2, 2, 0])
  expect([1, 2, 3, 4].map((chunk) => parts.has(4, chunk))).toEqual([false, true, true, false])
  expect([parts.seen(4, 2), parts.seen(4, 4), parts.seen(8, 2)]).toEqual([true, false, false])
  expect(stepsOf(parts, 0)).toEqual([])
})

test('what lies around follows in steps of four chunks, all of the head first, each of its chunks a step', () => {
  const parts = new DrawnParts(size, view)
  // Ring 1 is chunks 1 to 4 of all rows: 4 each of rows 0 to 3 and 8 to 11, 2 each of those in view.
  const steps = stepsOf(parts, 1)
  const above = [0, 1, 2, 3].map((row) => [row])
  const below = [8, 9, 10, 11].map((row) => [row])
  expect(steps).toEqual([...[0, 1, 4, 5].map(() => [head]), ...above, [4, 5], [6, 7], ...below])
  expect([0, 4, 11].map((row) => parts.count(row))).toEqual([4, 4, 4])
  expect(parts.has(0, 0)).toBe(false)
})

test('in the end everything is drawn, and nothing that is drawn goes when the page is scrolled', () => {
  const parts = new DrawnParts(size, view)
  parts.look({ chunks: { from: 0, to: 2 }, rows: { from: 0, to: 4 } })
  expect(parts.has(7, 3)).toBe(true)
  // What came into view is next: chunks 0 and 1 of the head and of four rows.
  expect(stepsOf(parts, 0)).toEqual([[head], [head], [0, 1], [2, 3]])
  stepsOf(parts, Number.POSITIVE_INFINITY)
  for (let part = head; part < size.rows; part++) expect(parts.count(part)).toBe(size.chunks)
})
