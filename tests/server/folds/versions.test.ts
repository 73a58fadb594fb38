import { expect, test } from 'vitest'
import { Versions } from '../../../server/folds/versions.ts'

const morning = Date.UTC(2026, 10, 24, 7)

test('two servers of a school that began at once never take each other’s versions for their own', () => {
  const [one, two] = [new Versions(morning, 3), new Versions(morning, 4)]
  const told: number[] = []
  for (let time = 0; time < 5_000; time++) {
    told.push(one.now)
    one.reach(one.next)
    two.reach(two.next)
  }
  expect(told.every((version) => one.isOwn(version))).toBe(true)
  expect(told.some((version) => two.isOwn(version))).toBe(false)
  // As a number, and in 16 digits of an address, it is whole.
  expect(Number.isSafeInteger(one.now)).toBe(true)
  expect(String(one.now)).toMatch(/^\d{16}$/)
})

test('a server that began later has later versions, and knows none of before', () => {
  const [before, after] = [new Versions(morning, 1_023), new Versions(morning + 1, 0)]
  expect(after.now).toBeGreaterThan(before.now)
  expect(after.isOwn(before.now)).toBe(false)
  expect(before.isOwn(after.now)).toBe(false)
  expect(after.isOwn(0)).toBe(false)
})
