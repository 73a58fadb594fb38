import { expect, it } from 'vitest'
import { revisionOf } from '../../src/print/revision.ts'

it('is the start of SHA-256 over JSON with sorted keys', async () => {
  // printf '{"a":[1,{"c":null,"d":2}],"b":"ё"}' | sha256sum
  expect(await revisionOf({ b: 'ё', a: [1, { d: 2, c: null }] })).toBe('ebdc-b850')
  expect(await revisionOf({ a: [1, { c: null, d: 2 }], b: 'ё' })).toBe('ebdc-b850')
})

it('tells what differs apart', async () => {
  expect(await revisionOf({ a: [1, 2] })).not.toBe(await revisionOf({ a: [2, 1] }))
})
