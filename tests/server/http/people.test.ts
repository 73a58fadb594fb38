import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entity, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { UserId } from '../../../src/domain/ledger/ids.ts'
import { logAnswer } from '../../../src/sync/office-answers.ts'
import { accountsAnswer, slipsAnswer } from '../../../src/sync/people-answers.ts'
import { imported, type SchoolServer, signIn, startSchool } from './school-server.ts'

let server: SchoolServer
let office: Awaited<ReturnType<typeof signIn>>
let teacher: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  server = await startSchool()
  office = await signIn(server, 'ovch', 'o1')
  teacher = await signIn(server, 'tref', 't1')
})
afterAll(() => server.stop())

const post = (path: string, body: unknown, access = office.access) => server.ask(path, body, access)
const accounts = async () => {
  const { status, json } = await server.ask('/api/people', undefined, office.access)
  expect(status).toBe(200)
  return new Map(v.parse(accountsAnswer, json).accounts.map((account) => [account.login, account]))
}
const password = 'снег и луна'
const device = { name: 'Планшет' }

describe('accounts of the staff', () => {
  it.each([
    ['/api/people', undefined],
    ['/api/people/invite', { people: ['t1'], users: [] }],
    ['/api/people/withdraw-code', { user: 'x' }],
    ['/api/people/disable', { user: 'x' }],
    ['/api/people/enable', { user: 'x' }],
    ['/api/people/forget-device', { user: 'x', device: 'y' }],
    ['/api/people/rename-device', { user: 'x', device: 'y', name: 'Мой' }],
  ])('%s is for the office alone', async (path, body) => {
    expect((await server.ask(path, body, teacher.access)).json).toEqual({ error: 'noRight' })
    expect((await server.ask(path, body)).json).toEqual({ error: 'notSignedIn' })
  })

  it('are told with roles, the last sign-in and devices, without any secret', async () => {
    const told = (await accounts()).get('tref')
    expect(told).toMatchObject({ person: 't1', name: 'Трефилова Светлана Олеговна', roles: ['teacher'] })
    expect(told).toMatchObject({ active: true, disabled: false, codeGoodUntil: null })
    expect(told?.devices).toMatchObject([{ id: teacher.device, name: 'Планшет' }])
    expect(told?.lastSignIn).toBeGreaterThan(0)
    const answer = await server.ask('/api/people', undefined, office.access)
    expect(Object.keys((answer.json.accounts as object[])[0]!).sort()).toEqual([
      'active',
      'codeGoodUntil',
      'devices',
      'disabled',
      'lastSignIn',
      'login',
      'name',
      'person',
      'roles',
      'user',
    ])
  })

  it('an invitation makes the account, its code signs in once, a withdrawn one does not', async () => {
    const { relay } = server.school
    await relay.record(schoolDocument, [
      imported([
        {
          entity: entity.staff('t9'),
          attribute: 'staff',
          value: { id: 't9', last: 'Кузнецова', first: 'Ирина', roles: ['teacher'] },
        },
      ]),
    ])
    const invite = async () => {
      const { status, json } = await post('/api/people/invite', { people: ['t9'], users: [] })
      expect(status).toBe(200)
      return v.parse(slipsAnswer, json).slips[0]!
    }
    const withdrawn = await invite()
    expect(withdrawn).toMatchObject({ person: 't9', login: 'kuznetsova' })
    const waiting = (await accounts()).get('kuznetsova')
    expect(waiting).toMatchObject({ active: false, codeGoodUntil: withdrawn.goodUntil, lastSignIn: null })
    expect((await post('/api/people/withdraw-code', { user: withdrawn.user })).status).toBe(204)
    const tried = (code: string) =>
      server.ask('/api/first-sign-in', { login: 'kuznetsova', code, password, device })
    expect((await tried(withdrawn.code)).json).toMatchObject({ error: 'wrongCredentials' })
    const slip = await invite()
    expect(slip.user).toBe(withdrawn.user)
    const { status, json } = await tried(slip.code)
    expect([status, json.person, json.name]).toEqual([200, 't9', 'Кузнецова Ирина'])
    expect((await accounts()).get('kuznetsova')).toMatchObject({ active: true, codeGoodUntil: null })
    expect([...relay.policy().school.people.values()]).toContain('t9')
  })

  it('nobody is invited by a request that names somebody unknown or closed', async () => {
    const former = await signIn(server, 'former', 'f1')
    await post('/api/people/disable', { user: former.user })
    const code = () => server.school.accounts.codeGoodUntil(teacher.user as UserId)
    for (const body of [
      { people: ['t1', 'nobody'], users: [] },
      { people: ['t1'], users: [former.user] },
      { people: 't1', users: [] },
    ]) {
      expect((await post('/api/people/invite', body)).status).toBeGreaterThanOrEqual(400)
      expect(await code()).toBeUndefined()
    }
  })

  it('a closed account delivers only; opened again, its devices stay outside until they sign in', async () => {
    const leaver = await signIn(server, 'leaver', 'l1')
    expect((await post('/api/people/disable', { user: leaver.user })).status).toBe(204)
    expect((await server.ask('/api/devices', undefined, leaver.access)).json).toEqual({
      error: 'notSignedIn',
    })
    const closed = await server.ask('/api/refresh', { refresh: leaver.refresh })
    expect(closed.json).toMatchObject({ error: 'revoked', deliver: expect.any(String) })
    expect((await post('/api/people/enable', { user: leaver.user })).status).toBe(204)
    expect((await server.ask('/api/refresh', { refresh: leaver.refresh })).json).toEqual({ error: 'revoked' })
    expect(await server.school.accounts.authenticate(closed.json.deliver as string)).toBeNull()
    expect((await accounts()).get('leaver')?.devices).toEqual([])
    const back = await server.ask('/api/sign-in', {
      login: 'leaver',
      password,
      device: { name: 'Планшет', id: leaver.device },
    })
    expect([back.status, back.json.device]).toEqual([200, leaver.device])
  })

  it('nobody closes his own account', async () => {
    expect((await post('/api/people/disable', { user: office.user })).json).toEqual({ error: 'noRight' })
    expect((await accounts()).get('ovch')?.disabled).toBe(false)
  })

  it('a device gets a name, and a lost one is forgotten', async () => {
    const lost = await signIn(server, 'lost', 'x1')
    const at = { user: lost.user, device: lost.device }
    expect((await post('/api/people/rename-device', { ...at, name: ' Кабинет 12 ' })).status).toBe(204)
    expect((await accounts()).get('lost')?.devices).toMatchObject([{ name: 'Кабинет 12' }])
    const own = { device: lost.device, name: 'Кабинет 14' }
    expect((await post('/api/devices/rename', own, lost.access)).status).toBe(204)
    expect((await accounts()).get('lost')?.devices).toMatchObject([{ name: 'Кабинет 14' }])
    expect((await post('/api/devices/rename', { ...own, device: teacher.device }, lost.access)).status).toBe(
      404,
    )
    expect((await post('/api/people/forget-device', { ...at, device: teacher.device })).status).toBe(404)
    expect((await post('/api/people/forget-device', at)).status).toBe(204)
    expect((await accounts()).get('lost')?.devices).toEqual([])
    expect((await server.ask('/api/refresh', { refresh: lost.refresh })).json).toEqual({
      error: 'revoked',
      // What waits there may still be delivered.
      deliver: expect.any(String),
    })
  })

  it('the log says who of the office did it', async () => {
    const { json } = await server.ask('/api/log?kind=account', undefined, office.access)
    const lines = v.parse(logAnswer, json).lines.map(({ who, what }) => `${who}: ${what}`)
    expect(lines).toContain('Овчинникова Анна: учётная запись отключена: leaver')
    expect(lines).toContain('Овчинникова Анна: одноразовый код отозван: Кузнецова Ирина')
    expect(lines).toContain('Овчинникова Анна: устройство отключено: lost')
  })
})
