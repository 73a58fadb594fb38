import { expect, test } from 'vitest'
import { createDataKey, isPin, rewrapDataKey, seal, unseal, unwrapDataKey } from '../../src/device/seal.ts'

test('SEAL1: a sealed value opens to itself, and shows nothing of itself', async () => {
  const { key } = await createDataKey('123456')
  const value = { name: 'Константинопольская', marks: ['5', '2'] }
  const blob = await seal(key, 'school\nrow', value)
  expect(await unseal(key, 'school\nrow', blob)).toEqual(value)
  expect(new TextDecoder().decode(blob)).not.toContain('marks')
  expect(await seal(key, 'school\nrow', value)).not.toEqual(blob)
})

test('SEAL2: a blob moved to another place, or changed in one bit, does not open', async () => {
  const { key } = await createDataKey('123456')
  const blob = await seal(key, 'journal/a\nrow', 1)
  await expect(unseal(key, 'journal/b\nrow', blob)).rejects.toThrow()
  await expect(unseal(key, 'journal/a\nreceipt', blob)).rejects.toThrow()
  blob[blob.length - 1]! ^= 1
  await expect(unseal(key, 'journal/a\nrow', blob)).rejects.toThrow()
})

test('SEAL3: only the right PIN unwraps the data key; a changed PIN opens the same data', async () => {
  const { key, wrapped } = await createDataKey('123456')
  const blob = await seal(key, 'x', 'secret')
  expect(wrapped.rounds).toBeGreaterThanOrEqual(600_000)
  expect(await unwrapDataKey(wrapped, '123457')).toBeNull()
  expect(await rewrapDataKey(wrapped, '000000', '654321')).toBeNull()
  const again = await rewrapDataKey(wrapped, '123456', '654321')
  expect(await unwrapDataKey(again!, '123456')).toBeNull()
  const reopened = await unwrapDataKey(again!, '654321')
  expect(await unseal(reopened!, 'x', blob)).toBe('secret')
  await expect(crypto.subtle.exportKey('raw', reopened!)).rejects.toThrow()
})

test('SEAL3: a PIN has six digits or more', () => {
  expect(['123456', '0123456789'].every(isPin)).toBe(true)
  expect(['', '12345', '12345a', '１２３４５６', '123 456'].some(isPin)).toBe(false)
})
