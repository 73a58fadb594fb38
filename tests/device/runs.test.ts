import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disjoint, reach, type Span, uncovered } from '../../src/device/runs.ts'

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
  .map(([clock, n]) => ({ clock, end: clock + n }))
const clocks = (spans: readonly Span[]) =>
  spans.flatMap(({ clock, end }) => Array.from({ length: end - clock }, (_, i) => clock + i))

test('STORE3: uncovered clocks are exactly those in no other span', () => {
  fc.assert(
    fc.property(span, fc.array(span), (whole, covers) => {
      const covered = new Set(clocks(covers))
      expect(clocks(uncovered(whole, covers))).toEqual(clocks([whole]).filter((c) => !covered.has(c)))
    }),
  )
})

test('STORE8: a writer reaches up to its first missing clock', () => {
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const held = new Set(clocks(spans))
      let first = 0
      while (held.has(first)) first++
      expect(reach(spans)).toBe(first)
    }),
  )
})

test('STORE4: disjoint rows hold every clock once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), span)), (list) => {
      const rows = list.map(([client, { clock, end }]) => ({
        client,
        clock,
        elements: clocks([{ clock, end }]).map((c) => ['id', `${client}`, 'a', c] as never),
      }))
      const seen = new Set<string>()
      for (const { client, clock, elements } of disjoint(rows))
        elements.forEach((element, index) => {
          const place = `${client},${clock + index}`
          expect(seen.has(place)).toBe(false)
          expect(element[3 as never]).toBe(clock + index)
          seen.add(place)
        })
      for (const { client, clock, elements } of rows)
        for (let i = 0; i < elements.length; i++) expect(seen.has(`${client},${clock + i}`)).toBe(true)
    }),
  )
})
