import { afterEach, beforeEach, expect, it } from 'vitest'
import { Pending } from '../../../server/accounts/pending.ts'
import { type AnyTables, startAnyTables } from '../store/any-tables.ts'

let under: AnyTables
let time = 0
beforeEach(async () => {
  under = await startAnyTables()
  time = 1_000_000
})
afterEach(() => under.close())

it('gives what waits once, whichever server is asked, within ten minutes; the secret is not in the database', async () => {
  const [one, other] = [0, 1].map(() => new Pending(under.tables, () => time)) as [Pending, Pending]
  await one.put('secret-of-a-page', { app: 'diary' })
  await one.put('second', { app: 'journal' })
  expect(await under.dump()).not.toContain('secret-of-a-page')
  expect(await other.take('third')).toBeUndefined()
  const both = await Promise.all([one.take('secret-of-a-page'), other.take('secret-of-a-page')])
  expect(both.filter(Boolean)).toEqual([{ app: 'diary' }])
  time += 600_000
  expect(await other.take('second')).toBeUndefined()
})

it('keeps no more than so many that nobody finishes, the latest', async () => {
  const pending = new Pending(under.tables, () => ++time, 10)
  for (let begun = 0; begun <= 10; begun++) await pending.put(`state${begun}`, {})
  expect(await pending.take('state0')).toBeUndefined()
  expect(await pending.take('state1')).toEqual({})
  expect(await pending.take('state10')).toEqual({})
})
