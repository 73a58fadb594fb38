import './platform.ts'
import { afterAll, expect, test } from 'vitest'
import { begin } from './beginning.ts'
import { pinned } from './pinned.ts'
import { addMet, mustMeet, simulate } from './scenario.ts'

const seeds = 300
const beginning = await begin()
const met: Record<string, number> = {}

async function keepsItsPromises(seed: number): Promise<void> {
  const outcome = await simulate(seed, beginning)
  addMet(met, outcome.met)
  expect(outcome.broken).toEqual([])
}

for (const { seed, fault } of pinned) test(`pinned seed ${seed}: ${fault}`, () => keepsItsPromises(seed))

for (let seed = 1; seed <= seeds; seed++)
  test(`seed ${seed}: nothing is lost, nothing stands twice, all agree`, () => keepsItsPromises(seed))

test('the seeds met all that they are about', () => {
  expect(mustMeet.filter((what) => !met[what])).toEqual([])
})

afterAll(() => console.log(`Met over ${seeds} seeds: ${JSON.stringify(met)}`))
