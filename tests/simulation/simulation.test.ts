import './platform.ts'
import { afterAll, expect, test } from 'vitest'
import { begin } from './beginning.ts'
import { addMet, enoughSeeds, type Met, unmet } from './met.ts'
import { pinned } from './pinned.ts'
import { simulate } from './scenario.ts'
import { SqliteSchool } from './school-database.ts'

/**
 * Three hundred seeds of a small school, each another run of real devices and a real relay. What they are worth shows
 * when a safety is taken out: the first of them that fails, and what it says.
 *
 * | taken out | seed | what is said |
 * | --- | --- | --- |
 * | a fresh writer for each session: it goes on under the one before | 8 | one id says two things on two tablets |
 * | author bound to writer and header | 5 | a fact was never written by its author |
 * | the receipt's MAC is checked | 6 | a fact was never written by its author |
 * | of several receipts the earliest counts: the first that came does | 110 | two tablets show other receipts |
 * | chain at the cursor is checked | 30 | facts wait for ever |
 * | rows behind a hole are offered anew | 6 | facts wait for ever |
 */
const beginning = await begin(SqliteSchool.fresh())
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
