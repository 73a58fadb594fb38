import '../simulation/platform.ts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Beginning, begin } from '../simulation/beginning.ts'
import { PostgresSchool } from '../simulation/postgres-school.ts'
import { simulate } from '../simulation/scenario.ts'
import { freshDatabase } from './databases.ts'

/** Some of the seeds that SQLite is tried with; `npm run simulate -- --postgres` runs as many as wanted. */
const seeds = 20

let school: Awaited<ReturnType<typeof PostgresSchool.fresh>>
let beginning: Beginning
beforeAll(async () => {
  const owner = await freshDatabase()
  const superuser = new URL(inject('superuser'))
  superuser.pathname = new URL(owner).pathname
  school = await PostgresSchool.fresh(owner, superuser.href)
  beginning = await begin(school)
})
afterAll(() => school.close())

test('a seed is one run on PostgreSQL, too', async () => {
  const { trace } = await simulate(1, beginning)
  expect((await simulate(1, beginning)).trace).toBe(trace)
})

for (let seed = 1; seed <= seeds; seed++)
  test(`seed ${seed}: nothing is lost, nothing stands twice, all agree`, async () => {
    expect((await simulate(seed, beginning)).broken).toEqual([])
  })
