import { afterAll, beforeAll, expect, it } from 'vitest'
import { Leavers } from '../../../server/accounts/leavers.ts'
import { entity, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import { addDays } from '../../../src/domain/policy/days.ts'
import { imported, type SchoolServer, signIn, startSchool } from '../http/school-server.ts'

let server: SchoolServer

beforeAll(async () => {
  server = await startSchool()
})
afterAll(() => server.stop())

it('an account closes by itself the day after its person’s last day, and what waits may still be delivered', async () => {
  const { accounts, relay } = server.school
  const teacher = await signIn(server, 'tref', 't1')
  const leavers = new Leavers(accounts, relay, (error) => {
    throw error
  })
  const lastDay = (day: string) =>
    relay.record(schoolDocument, [
      imported([{ entity: entity.staff('t1'), attribute: 'staff.lastDay', value: day }]),
    ])
  await lastDay(relay.today())
  await leavers.close()
  expect((await accounts.store.byLogin('tref'))?.disabled).toBe(false)
  await lastDay(addDays(relay.today(), -1))
  await leavers.close()
  await leavers.stop()
  expect((await accounts.store.byLogin('tref'))?.disabled).toBe(true)
  const { json } = await server.ask('/api/refresh', { refresh: teacher.refresh })
  expect(json).toEqual({ error: 'revoked', deliver: expect.any(String) })
})
