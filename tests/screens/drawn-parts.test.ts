import { expect, test } from 'vitest'
import { DrawnParts, head } from '../../src/screens/journal/drawn-parts.ts'

const at = (from: number, to: number) => ({
  chunks: { from, to },
  rows: { from: 0, to: 12 },
  inView: { from: 4, to: 8 },
})

test('what is wanted first is drawn at once, rows out of range not at all', () => {
  const parts = new DrawnParts(at(0, 4))
  expect(parts.of(head)).toEqual({ from: 0, to: 4 })
  expect(parts.of(11)).toEqual({ from: 0, to: 4 })
  expect(parts.of(12)).toBeUndefined()
  expect(parts.advance()).toBe(false)
})

test('a scrolled page follows in steps: the head, then rows in view, then those around them', () => {
  const parts = new DrawnParts(at(0, 4))
  const drawn: number[] = []
  for (let part = head; part < 12; part++) parts.subscribe(part, () => drawn.push(part))
  parts.want(at(1, 5))
  const steps: number[][] = []
  while (parts.advance()) steps.push(drawn.splice(0))
  // One chunk goes and one comes in each of the 12 rows: 2 a row, 8 a step.
  expect(steps).toEqual([[head], [4, 5, 6, 7], [0, 1, 2, 3], [8, 9, 10, 11]])
  expect(parts.of(11)).toEqual({ from: 1, to: 5 })
})

test('rows left behind are emptied last', () => {
  const parts = new DrawnParts(at(0, 4))
  const rows = { from: 8, to: 16 }
  parts.want({ ...at(0, 4), rows, inView: { from: 9, to: 12 } })
  const drawn: number[] = []
  for (let part = head; part < 16; part++) parts.subscribe(part, () => drawn.push(part))
  while (parts.advance());
  expect(drawn).toEqual([12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7])
  expect(parts.of(0)).toBeUndefined()
  expect(parts.of(15)).toEqual({ from: 0, to: 4 })
})
