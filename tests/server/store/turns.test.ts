import { expect, test } from 'vitest'
import { Turns } from '../../../server/store/turns.ts'

test('so many works run at once, the others in order after them, also after one that failed', async () => {
  const turns = new Turns(2)
  const began: number[] = []
  const ends: (() => void)[] = []
  const all = [0, 1, 2, 3].map((at) =>
    turns.take(async () => {
      began.push(at)
      await new Promise<void>((resolve) => ends.push(resolve))
      if (at === 0) throw new Error('bad')
      return at
    }),
  )
  expect(began).toEqual([0, 1])
  ends[0]!()
  await expect(all[0]).rejects.toThrow('bad')
  expect(began).toEqual([0, 1, 2])
  ends[1]!()
  expect(await all[1]).toBe(1)
  expect(began).toEqual([0, 1, 2, 3])
  for (const end of ends) end()
  expect(await Promise.all(all.slice(2))).toEqual([2, 3])
})
