import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordPeople } from '../../../server/accounts/people.ts'
import { schoolDocument } from '../../../src/domain/ledger/documents.ts'
import { type SchoolServer, signIn, startSchool } from './school-server.ts'

const password = 'снег и луна'
const device = { name: 'Планшет' }

let server: SchoolServer
beforeAll(async () => {
  server = await startSchool()
})
afterAll(() => server.stop())

describe('the API', () => {
  it('tells anybody which school it is', async () => {
    const { status, json, headers } = await server.ask('/api/school')
    expect(status).toBe(200)
    expect(json).toEqual({
      id: 'sch',
      name: 'Школа у реки',
      timezone: 'Asia/Yekaterinburg',
      demo: false,
      clockOffset: 0,
    })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('signs in by a code, then by the password', async () => {
    const account = await server.school.accounts.create({
      login: 'trefilova',
      person: 't1',
      administrator: false,
    })
    const code = await server.school.accounts.invite(account.user)
    const first = await server.ask('/api/first-sign-in', { login: 'trefilova', code, password, device })
    expect(first.status).toBe(200)
    expect(first.json).toEqual({
      user: account.user,
      device: expect.stringMatching(/^.{4}$/),
      person: 't1',
      name: 'Трефилова Светлана Олеговна',
      roles: ['teacher'],
      access: expect.stringMatching(/^.{22}$/),
      accessExpires: expect.any(Number),
      refresh: expect.stringMatching(/^.{43}$/),
      school: { id: 'sch', name: 'Школа у реки' },
    })
    const again = await server.ask('/api/sign-in', { login: 'trefilova', password, device })
    expect(again.json).toMatchObject({ user: account.user, roles: ['teacher'] })
    const used = { login: 'trefilova', code, password: 'другой пароль', device }
    expect(await server.ask('/api/first-sign-in', used)).toMatchObject({
      status: 403,
      json: { error: 'codeUsed' },
    })
  })

  it('gives the administrator without a staff record the office', async () => {
    const { access } = await signIn(server, 'admin', '', true)
    const board = await server.ask('/api/board?date=2026-02-02', undefined, access)
    expect(board).toMatchObject({ status: 200, json: { date: '2026-02-02', lessons: [] } })
  })

  it('says in its answers why not', async () => {
    const wrong = await server.ask('/api/sign-in', { login: 'nobody', password, device })
    expect(wrong).toMatchObject({ status: 401, json: { error: 'wrongCredentials', left: 4 } })
    const weak = { login: 'nobody', code: 'AAAAA-AAAAA', password: '12345678', device }
    expect(await server.ask('/api/first-sign-in', weak)).toMatchObject({
      status: 400,
      json: { error: 'weakPassword' },
    })
    for (let i = 0; i < 4; i++) await server.ask('/api/sign-in', { login: 'nobody', password, device })
    const late = await server.ask('/api/sign-in', { login: 'nobody', password, device })
    expect(late).toMatchObject({ status: 429, json: { error: 'tooMany', retryAfter: 15 } })
    expect(late.headers.get('retry-after')).toBe('15')
  })

  it('refuses malformed bodies, tokens and addresses', async () => {
    const malformed = { status: 400, json: { error: 'malformed' } }
    expect(await server.ask('/api/sign-in', {})).toMatchObject(malformed)
    expect(await server.ask('/api/sign-in', '{"login"')).toMatchObject(malformed)
    expect(await server.ask('/api/sign-in', { login: 'a', password: 7, device })).toMatchObject(malformed)
    expect(await server.ask('/api/refresh', { refresh: 'x'.repeat(20_000) })).toMatchObject({ status: 413 })
    const notSignedIn = { status: 401, json: { error: 'notSignedIn' } }
    expect(await server.ask('/api/devices')).toMatchObject(notSignedIn)
    expect(await server.ask('/api/devices', undefined, 'A'.repeat(22))).toMatchObject(notSignedIn)
    expect(await server.ask('/api/refresh', { refresh: 'A'.repeat(43) })).toMatchObject(notSignedIn)
    expect(await server.ask('/api/nothing')).toMatchObject({ status: 404, json: { error: 'notFound' } })
  })

  it('refreshes after a lost answer and notices a theft', async () => {
    const { refresh, access } = await signIn(server, 'theft', '')
    const lost = await server.ask('/api/refresh', { refresh })
    const got = await server.ask('/api/refresh', { refresh })
    expect([lost.status, got.status]).toEqual([200, 200])
    expect(Object.keys(got.json).sort()).toEqual(['access', 'accessExpires', 'name', 'refresh', 'roles'])
    expect((await server.ask('/api/devices', undefined, String(got.json.access))).status).toBe(200)
    const revoked = { status: 403, json: { error: 'revoked' } }
    expect(await server.ask('/api/refresh', { refresh })).toMatchObject(revoked)
    expect(await server.ask('/api/refresh', { refresh: got.json.refresh })).toMatchObject(revoked)
    expect((await server.ask('/api/devices', undefined, access)).status).toBe(401)
  })

  it('lists devices, revokes one, changes the password, signs out', async () => {
    const one = await signIn(server, 'devices', '')
    const two = (
      await server.ask('/api/sign-in', { login: 'devices', password, device: { name: 'Класс 12' } })
    ).json
    const list = await server.ask('/api/devices', undefined, one.access)
    expect(list.json.devices).toHaveLength(2)
    expect(list.json.devices).toContainEqual({
      id: one.device,
      name: 'Планшет',
      createdAt: expect.any(Number),
      lastSeen: expect.any(Number),
      current: true,
    })
    expect((await server.ask('/api/devices/revoke', { device: two.device }, one.access)).status).toBe(204)
    expect((await server.ask('/api/devices', undefined, String(two.access))).status).toBe(401)
    expect((await server.ask('/api/devices/revoke', { device: 'none' }, one.access)).status).toBe(404)

    const change = { old: password, new: 'новый пароль 7' }
    expect((await server.ask('/api/password', change, one.access)).status).toBe(204)
    expect(await server.ask('/api/password', change, one.access)).toMatchObject({
      status: 401,
      json: { error: 'wrongCredentials' },
    })
    expect((await server.ask('/api/sign-out', {}, one.access)).status).toBe(204)
    expect((await server.ask('/api/devices', undefined, one.access)).status).toBe(401)
  })

  it('leaves a disabled account a token that only delivers', async () => {
    const { refresh, access, user } = await signIn(server, 'former', '')
    await server.school.accounts.disable((await server.school.accounts.store.byLogin('former'))!.user)
    expect((await server.ask('/api/devices', undefined, access)).status).toBe(401)
    const { status, json } = await server.ask('/api/refresh', { refresh })
    expect([status, json.error]).toEqual([403, 'revoked'])
    const session = await server.school.accounts.authenticate(String(json.deliver))
    expect(session).toMatchObject({ account: { user }, deliverOnly: true })
    expect(await server.ask('/api/devices', undefined, String(json.deliver))).toMatchObject({ status: 403 })
  })

  it('shows the board to the office only', async () => {
    const teacher = await signIn(server, 'teacher', 't1')
    const office = await signIn(server, 'office', 'o1')
    expect(await server.ask('/api/board?date=2026-02-02', undefined, teacher.access)).toMatchObject({
      status: 403,
      json: { error: 'noRight' },
    })
    expect((await server.ask('/api/board?date=2026-02-02', undefined, office.access)).status).toBe(200)
    expect((await server.ask('/api/board?date=2026-02-32', undefined, office.access)).status).toBe(400)
    expect((await server.ask('/api/board?date=2026-02-02&since=-1', undefined, office.access)).status).toBe(
      400,
    )
  })
})

describe('the ledger', () => {
  it('says which person stands behind an account, once', async () => {
    const { accounts, relay } = server.school
    const account =
      (await accounts.store.byLogin('office')) ??
      (await accounts.create({ login: 'office', person: 'o1', administrator: false }))
    await recordPeople(accounts, relay)
    expect(relay.policy().school.people.get(account.user)).toBe('o1')
    const before = [...(await relay.foldOf(schoolDocument)).fates()].length
    await recordPeople(accounts, relay)
    expect([...(await relay.foldOf(schoolDocument)).fates()]).toHaveLength(before)
  })
})

describe('the log', () => {
  it('names requests by their pattern and nobody in person', async () => {
    await signIn(server, 'logged', 't1')
    const office = await signIn(server, 'logged2', 'o1')
    await server.ask('/api/board?date=2026-02-02&since=12345', undefined, office.access)
    const log = server
      .log()
      .split('\n')
      .filter((line) => !line.includes('Server listening'))
      .join('\n')
    expect(log).toContain('"route":"/api/board"')
    for (const secret of [
      'since=12345',
      '127.0.0.1',
      'logged',
      'Трефилова',
      password,
      office.access,
      office.refresh,
    ])
      expect(log).not.toContain(secret)
  })
})
