import { expect, it } from 'vitest'
import { quietFor } from '../../../src/domain/thread/quiet-hours.ts'

it('counts the minutes until quiet hours are over, over midnight too', () => {
  const night = { from: '21:00', to: '07:00' }
  expect(quietFor(night, '20:59')).toBe(0)
  // Three hours of the evening and seven of the night.
  expect(quietFor(night, '21:00')).toBe(600)
  expect(quietFor(night, '06:30')).toBe(30)
  expect(quietFor(night, '07:00')).toBe(0)
  const lunch = { from: '13:00', to: '14:30' }
  expect(quietFor(lunch, '14:00')).toBe(30)
  expect(quietFor(lunch, '12:00')).toBe(0)
  expect(quietFor(undefined, '03:00')).toBe(0)
})
