import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SchoolServer, startSchool } from './school-server.ts'

let server: SchoolServer
beforeAll(async () => {
  server = await startSchool()
})
afterAll(() => server.stop())

it('an address that asks to sign in all the time is told to wait, and may still ask for other things', async () => {
  const answers = await Promise.all(Array.from({ length: 130 }, () => server.ask('/api/sign-in', {})))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(10)
  expect(refused[0]!.json).toEqual({ error: 'tooMany', retryAfter: expect.any(Number) })
  expect(refused[0]!.headers.get('retry-after')).toBe(String(refused[0]!.json.retryAfter))
  expect((await server.ask('/api/school')).status).toBe(200)
})
