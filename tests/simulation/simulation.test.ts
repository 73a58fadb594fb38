import './platform.ts'
import { afterAll, expect, test } from 'vitest'
import { begin } from './beginning.ts'
import { addMet, enoughSeeds, type Met, unmet } from './met.ts'
import { pinned } from './pinned.ts'
import { simulate } from './scenario.ts'

const beginning = await begin()
const met: Met = {}

async function keepsItsPromises(seed: number): Promise<void> {
  const outcome = await simulate(seed, beginning)
  addMet(met, outcome.met)
  expect(outcome.broken).toEqual([])
}

test('a seed is one run, step for step; another seed is another', async () => {
  const { trace } = await simulate(1, beginning)
  expect((await simulate(1, beginning)).trace).toBe(trace)
  expect((await simulate(2, beginning)).trace).not.toBe(trace)
})

for (const { seed, fault } of pinned) test(`pinned seed ${seed}: ${fault}`, () => keepsItsPromises(seed))

for (let seed = 1; seed <= enoughSeeds; seed++)
  test(`seed ${seed}: nothing is lost, nothing stands twice, all agree`, () => keepsItsPromises(seed))

test('the seeds met all that they are about', () => {
  expect(unmet(met)).toEqual([])
})

afterAll(() => console.log(`Met over ${enoughSeeds} seeds: ${JSON.stringify(met)}`))
