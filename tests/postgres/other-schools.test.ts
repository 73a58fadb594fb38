import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { password, type SignedInAt, TwoSchools } from './two-schools.ts'

let schools: TwoSchools
let siva: string
let zarya: string
/** The same person in both schools. */
let here: SignedInAt
let there: SignedInAt

beforeAll(async () => {
  schools = await TwoSchools.start('.example', 2)
  ;[siva, zarya] = schools.hosts
  here = await schools.teacher(0, 't1')
  there = await schools.teacher(1, 't1')
}, 240_000)
afterAll(() => schools?.stop())

const refused = (error: string, status: number) => ({ status, json: { error } })
const again = refused('startAgain', 400)
const undone = refused('notLinked', 403)
const open = (who: SignedInAt, school: string, node = 0) => schools.as(who, '/open', { school }, node)
const states = async (who: SignedInAt) =>
  ((await schools.as(who, '')).json.links as { state: string }[]).map(({ state }) => state)
const link = () => schools.link(here, there)

describe('a teacher of two schools', () => {
  it('links both accounts once, by the passwords of both', async () => {
    expect(await schools.as(here, '')).toEqual({ status: 200, json: { links: [], mayLink: true } })
    const begun = await schools.begin(here, zarya)
    expect(begun).toEqual({
      host: zarya,
      code: expect.stringMatching(/^[\w-]{43}$/),
      secret: expect.stringMatching(/^[\w-]{43}$/),
    })
    const { code, secret } = begun
    expect(await schools.ask(zarya, '/api/other-schools/asked', { code })).toEqual({
      status: 200,
      json: { name: 'Бабушкина Мария Олеговна', school: 'Сивинская СОШ' },
    })
    expect(await schools.accept(zarya, code, there.login, 'не тот пароль')).toMatchObject(
      refused('wrongCredentials', 401),
    )
    const accepted = await schools.accept(zarya, code, there.login)
    expect(accepted).toEqual({
      status: 200,
      json: { host: siva, code: expect.stringMatching(/^[\w-]{43}$/) },
    })
    // Nothing stands before the page that began is back.
    expect([await states(here), await states(there)]).toEqual([[], []])
    const end = { code: accepted.json.code, secret }
    expect((await schools.as(here, '/finish', end)).status).toBe(204)
    expect((await schools.as(here, '')).json.links).toEqual([
      { school: 'zarya', name: 'Школа «Заря»', host: zarya, state: 'opens' },
    ])
    expect((await schools.as(there, '')).json.links).toEqual([
      { school: 'siva', name: 'Сивинская СОШ', host: siva, state: 'opens' },
    ])
    for (const spent of [
      await schools.as(here, '/finish', end),
      await schools.accept(zarya, code, there.login),
    ])
      expect(spent).toEqual(again)
  })

  it('opens either from the other, on any server, signed in as whom he is there', async () => {
    for (const [from, to, school, node] of [
      [here, there, 'zarya', 1],
      [there, here, 'siva', 0],
    ] as const) {
      const { status, json } = await open(from, school, node)
      expect([status, json.host]).toEqual([200, to.host])
      const came = await schools.come(to.host, json.code, [], 1 - node)
      expect(came.json).toMatchObject({ user: to.user, person: 't1', name: 'Бабушкина Мария Олеговна' })
      const access = came.json.access as string
      expect((await schools.ask(to.host, '/api/devices', undefined, access)).status).toBe(200)
      expect((await schools.ask(from.host, '/api/devices', undefined, access)).status).toBe(401)
      expect(await schools.come(to.host, json.code)).toEqual(again)
    }
  })

  it('is given no second session where his PIN opens what he has', async () => {
    const { json } = await open(here, 'zarya')
    const devices = async () =>
      ((await schools.ask(zarya, '/api/devices', undefined, there.access)).json.devices as []).length
    const before = await devices()
    const came = await schools.come(zarya, json.code, ['nobody', there.user])
    expect(came).toEqual({ status: 200, json: { here: there.user } })
    expect(await devices()).toBe(before)
    expect(await schools.come(zarya, json.code, [there.user])).toEqual(again)
  })

  it('stands in the log of both schools', async () => {
    const told = async (school: number) => {
      const { host, access } = schools.administrators[school]!
      const { json } = await schools.ask(host, '/api/log', undefined, access)
      return (json.lines as { what: string }[]).map(({ what }) => what)
    }
    for (const lines of [await told(0), await told(1)])
      for (const words of [
        'связана с учётной записью другой школы',
        'переход в другую школу',
        'вход из другой школы',
      ])
        expect([words, lines.some((line) => line.includes(words))]).toEqual([words, true])
    // Neither says which.
    expect(JSON.stringify(await told(1))).not.toContain('siva')
  })

  it('ends it on either side, and sees on the other that it is gone', async () => {
    const { json } = await open(here, 'zarya')
    expect((await schools.as(there, '/unlink', { school: 'siva' })).status).toBe(204)
    expect(await schools.come(zarya, json.code)).toEqual(undone)
    expect([await states(here), await states(there)]).toEqual([['undone'], []])
    expect(await open(here, 'zarya')).toEqual(undone)
    expect(await open(there, 'siva')).toEqual(refused('notFound', 404))
    await schools.as(here, '/unlink', { school: 'zarya' })
    expect(await states(here)).toEqual([])
  })

  it('loses it with the password, or by a new code', async () => {
    await link()
    const fresh = 'дождь и солнце'
    const change = (old: string, next: string) =>
      schools.ask(siva, '/api/password', { old, new: next }, here.access)
    expect((await change(password, fresh)).status).toBe(204)
    expect([await states(here), await states(there)]).toEqual([[], ['undone']])
    expect(await open(there, 'siva')).toEqual(undone)
    await change(fresh, password)
    await link()
    there = await schools.teacher(1, 't1')
    expect([await states(here), await states(there)]).toEqual([['undone'], []])
    // What was accepted by the former password is not finished by the new one.
    const { code, secret } = await schools.begin(here, zarya)
    const { json } = await schools.accept(zarya, code, there.login)
    there = await schools.teacher(1, 't1')
    expect(await schools.as(here, '/finish', { code: json.code, secret })).toEqual(again)
    await link()
  })
})

describe('an account that is closed', () => {
  it('makes no codes, and what it made is worth nothing', async () => {
    const { json } = await open(here, 'zarya')
    await schools.office(0, 'disable', here)
    expect((await open(here, 'zarya', 1)).status).toBe(401)
    expect(await schools.come(zarya, json.code, [], 1)).toEqual(undone)
    expect(await states(there)).toEqual(['undone'])
    // Opened again, it has to be linked anew.
    await schools.office(0, 'enable', here)
    here = await schools.teacher(0, 't1')
    expect([await states(here), await states(there)]).toEqual([[], ['undone']])
    await link()
  })

  it('takes none', async () => {
    const { json } = await open(here, 'zarya')
    await schools.office(1, 'disable', there)
    expect(await schools.come(zarya, json.code)).toEqual(again)
    expect(await open(here, 'zarya')).toEqual(undone)
    const { code } = await schools.begin(here, zarya)
    expect(await schools.accept(zarya, code, there.login)).toEqual(refused('revoked', 403))
    await schools.office(1, 'enable', there)
    there = await schools.teacher(1, 't1')
    await link()
  })

  it('ends with the device that a code was made on', async () => {
    const device = { name: 'Телефон' }
    const signedIn = await schools.ask(siva, '/api/sign-in', { login: here.login, password, device })
    const phone = { ...here, ...(signedIn.json as unknown as SignedInAt) }
    const { json } = await open(phone, 'zarya')
    await schools.ask(siva, '/api/devices/revoke', { device: phone.device }, here.access)
    expect(await schools.come(zarya, json.code)).toEqual(undone)
    expect((await open(phone, 'zarya')).status).toBe(401)
  })
})

describe('who may not', () => {
  it('opens no account of the office, though the office opens its own elsewhere', async () => {
    const deputy = await schools.teacher(0, 'dep')
    const teacher = await schools.teacher(1, 't2')
    await schools.link(deputy, teacher)
    expect(await states(teacher)).toEqual(['office'])
    expect(await open(teacher, 'siva')).toEqual(refused('noRight', 403))
    expect((await open(deputy, 'zarya')).status).toBe(200)
  })

  it('links no administrator, and nobody to one', async () => {
    const [admin] = schools.administrators
    expect(await schools.as(admin!, '')).toEqual({ status: 200, json: { links: [], mayLink: false } })
    expect(await schools.as(admin!, '/begin', { host: zarya, password })).toEqual(refused('noRight', 403))
    const { code } = await schools.begin(here, zarya)
    expect(await schools.accept(zarya, code, 'admin')).toEqual(refused('noRight', 403))
  })

  it('learns neither hosts nor logins: each miss is a guess, and guesses are paused', async () => {
    const curious = await schools.teacher(0, 't3')
    const ask = (host: string) => schools.as(curious, '/begin', { host, password })
    // Its own school is no other one.
    for (const host of ['nobody.example', siva, 'x.example', 'y.example', 'z.example'])
      expect([host, await ask(host)]).toEqual([host, refused('notFound', 404)])
    expect(await ask(zarya)).toMatchObject(refused('tooMany', 429))
    // One who is not there, and one who is and never linked, answer alike.
    for (const school of ['zarya', 'siva', 'nowhere'])
      expect(await open(curious, school)).toEqual(refused('notFound', 404))
    const { code } = await schools.begin(here, zarya)
    for (const login of ['nobody-at-all', 'loban'])
      expect(await schools.accept(zarya, code, login)).toMatchObject(refused('wrongCredentials', 401))
    // Without a code of another school’s server a password is not even looked at.
    const forged = 'x'.repeat(43)
    expect(await schools.accept(zarya, forged, there.login)).toEqual(again)
  })

  it('brings a code nowhere but where it was made for, in time, once', async () => {
    const { code } = await schools.begin(here, zarya)
    const asked = (host: string) => schools.ask(host, '/api/other-schools/asked', { code })
    expect(await asked(siva)).toEqual(again)
    expect((await asked(zarya)).status).toBe(200)
    // A later one takes the place of the former.
    await schools.begin(here, zarya)
    expect(await asked(zarya)).toEqual(again)

    const first = (await open(here, 'zarya')).json.code
    expect(await schools.come(siva, first)).toEqual(again)
    expect(await schools.ask(zarya, '/api/other-schools/asked', { code: first })).toEqual(again)
    const late = (await open(here, 'zarya')).json.code
    expect(await schools.come(zarya, first)).toEqual(again)
    const database = await openPostgres(schools.address)
    for (const number of [1, 2]) {
      const left = await database
        .of(number)
        .query<{ hash: string; until: number }>('SELECT * FROM school_codes')
      for (const { hash, until } of left) {
        expect([late, first, code]).not.toContain(hash)
        expect(until).toBeLessThanOrEqual(Date.now() + 600_000)
      }
      await database.of(number).query('UPDATE school_codes SET until = $1', [Date.now()])
    }
    await database.close()
    expect(await schools.come(zarya, late)).toEqual(again)

    const { json } = await open(here, 'zarya')
    const both = await Promise.all([0, 1, 0, 1].map((node) => schools.come(zarya, json.code, [], node)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
  })

  it('makes nobody link to an account of his: the browser that began has to be back', async () => {
    const attacker = await schools.teacher(0, 't4')
    const sent = await schools.begin(attacker, zarya)
    // The victim takes it for his own, and types his password; his browser is led back to the attacker's school.
    const { json } = await schools.accept(zarya, sent.code, there.login)
    expect(await schools.as(here, '/finish', { code: json.code, secret: sent.secret })).toEqual(again)
    expect(await open(attacker, 'zarya')).toEqual(refused('notFound', 404))

    // A stolen request, accepted by the thief, whose answer is put before the victim.
    const thief = await schools.teacher(1, 't4')
    const own = await schools.begin(here, zarya)
    const taken = await schools.accept(zarya, own.code, thief.login)
    const others = 'x'.repeat(43)
    expect(await schools.as(here, '/finish', { code: taken.json.code, secret: others })).toEqual(again)
    expect(await states(thief)).toEqual([])
    // What stood before stands.
    expect([await states(here), await states(there)]).toEqual([['opens'], ['opens']])
  })
})
