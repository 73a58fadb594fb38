import { generateKeyPairSync } from 'node:crypto'
import type { JWK } from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Esia } from '../../../server/esia/esia.ts'
import { Provider } from '../../../server/esia/provider.ts'
import { type SchoolServer, signIn, startSchool } from '../http/school-server.ts'
import { Browser, type OpenIdProvider, redirect, startProvider } from './openid-provider.ts'

const device = { name: 'Планшет' }
const svetlana = { subject: '1000123', name: 'Трефилова Светлана' }
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK

let provider: OpenIdProvider
let school: SchoolServer
let teacher: { access: string; user: string }

beforeAll(async () => {
  provider = await startProvider({}, key)
  const settings = {
    issuer: provider.issuer,
    clientId: 'school',
    scopes: ['openid', 'profile'],
    redirect,
    parameters: {},
    signing: { kind: 'none' as const },
  }
  school = await startSchool((accounts, log) => new Esia(new Provider(settings), accounts, log))
  teacher = await signIn(school, 'trefilova', 't1')
})
afterAll(async () => {
  await school.stop()
  await provider.stop()
})
beforeEach(() => {
  provider.person = svetlana
})

/** What a page keeps, and where it goes. */
async function begin(path = '/api/esia/begin', access?: string, app = 'journal') {
  const { status, json } = await school.ask(path, { app }, access)
  expect(status).toBe(200)
  return json as { url: string; secret: string }
}

/** To the provider and back, in a browser of its own. */
async function there(url: string): Promise<{ page: string; handover: string }> {
  const { status, url: end } = await new Browser(school.url).open(url)
  expect(status).toBe(303)
  return { page: end.pathname, handover: end.hash.replace('#/esia/', '') }
}

async function link(access: string) {
  const { url, secret } = await begin('/api/esia/link', access)
  const { handover } = await there(url)
  return school.ask('/api/esia/linked', { handover, secret }, access)
}

async function enter(app = 'journal') {
  const { url, secret } = await begin('/api/esia/begin', undefined, app)
  const { handover } = await there(url)
  return school.ask('/api/esia/finish', { handover, secret, device })
}

describe('sign-in through a provider', () => {
  it('is offered by the school, and sends the browser there with PKCE and without a secret', async () => {
    expect((await school.ask('/api/school')).json).toMatchObject({ esia: true })
    const { url, secret } = await begin()
    const { searchParams } = new URL(url)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'school',
      response_type: 'code',
      redirect_uri: redirect,
      scope: 'openid profile',
      code_challenge_method: 'S256',
    })
    expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(url).not.toContain(secret)
  })

  it('tells who has linked nothing to sign in by the code first', async () => {
    provider.person = { subject: '77', name: 'Кто-то' }
    expect(await enter()).toMatchObject({ status: 403, json: { error: 'notLinked' } })
  })

  it('signs in whoever has linked the account, under a changed name too, until it is unlinked', async () => {
    expect(await link(teacher.access)).toMatchObject({ status: 204 })
    expect((await school.ask('/api/esia/link', undefined, teacher.access)).json).toEqual({ linked: true })
    const own = { user: teacher.user, person: 't1', name: 'Трефилова Светлана Олеговна' }
    expect(await enter()).toMatchObject({ status: 200, json: own })

    provider.person = { ...svetlana, name: 'Иванова Светлана' }
    const again = await enter()
    expect(again).toMatchObject({ status: 200, json: own })
    const access = again.json.access as string
    expect((await school.ask('/api/devices', undefined, access)).status).toBe(200)

    expect((await school.ask('/api/esia/unlink', {}, access)).status).toBe(204)
    expect((await school.ask('/api/esia/link', undefined, access)).json).toEqual({ linked: false })
    expect(await enter()).toMatchObject({ status: 403, json: { error: 'notLinked' } })
    const kinds = (await school.school.accounts.events.of(teacher.user as never)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind.startsWith('esia'))).toEqual(['esiaLinked', 'esiaUnlinked'])
  })

  it('leads a teacher who is a parent of the school into both apps by one link', async () => {
    await link(teacher.access)
    await school.school.accounts.linkFamily(teacher.user as never, 'p1', 'g1')
    const { url, secret } = await begin('/api/esia/begin', undefined, 'diary')
    const { page, handover } = await there(url)
    expect(page).toBe('/diary/')
    expect(await school.ask('/api/esia/finish', { handover, secret, device })).toMatchObject({
      json: { user: teacher.user, person: 't1', family: true },
    })
    expect(await enter()).toMatchObject({ json: { user: teacher.user, roles: ['teacher'] } })
  })

  it('links nobody to two accounts', async () => {
    await link(teacher.access)
    const other = await signIn(school, 'ovchinnikova', 'o1')
    expect(await link(other.access)).toMatchObject({ status: 409, json: { error: 'linkedElsewhere' } })
    // The account that stood in the way is closed, as when one person had two.
    await school.school.accounts.disable(teacher.user as never)
    expect(await enter()).toMatchObject({ status: 403, json: { error: 'revoked' } })
    expect(await link(other.access)).toMatchObject({ status: 204 })
    expect(await enter()).toMatchObject({ json: { user: other.user } })
    await school.school.accounts.enable(teacher.user as never)
    teacher = await signIn(school, 'trefilova', 't1')
  })

  it('forgets a link with the password that made it, when a new code is used', async () => {
    provider.person = { subject: '5', name: 'Чужой' }
    await link(teacher.access)
    expect((await enter()).status).toBe(200)
    teacher = await signIn(school, 'trefilova', 't1')
    expect(await enter()).toMatchObject({ status: 403, json: { error: 'notLinked' } })
  })

  it('says so when the person declines', async () => {
    provider.person = null
    expect(await enter()).toMatchObject({ status: 403, json: { error: 'declined' } })
  })
})

describe('refused', () => {
  it('an address of return opened twice, and a handover used twice', async () => {
    provider.person = svetlana
    await link(teacher.access)
    const { url, secret } = await begin()
    const browser = new Browser(school.url)
    const { url: back } = await browser.open(url, redirect)
    const { url: first } = await browser.open(back.href)
    expect((await browser.open(back.href)).status).toBe(400)
    const end = { handover: first.hash.replace('#/esia/', ''), secret, device }
    expect((await school.ask('/api/esia/finish', end)).status).toBe(200)
    expect(await school.ask('/api/esia/finish', end)).toMatchObject({ json: { error: 'startAgain' } })
  })

  it('a code that was used, under a state of the thief’s own', async () => {
    const { url, secret } = await begin()
    const browser = new Browser(school.url)
    const { url: back } = await browser.open(url, redirect)
    const { url: first } = await browser.open(back.href)
    await school.ask('/api/esia/finish', { handover: first.hash.replace('#/esia/', ''), secret, device })
    const own = await begin()
    const stolen = new URL(back)
    stolen.searchParams.set('state', new URL(own.url).searchParams.get('state')!)
    const { url: end } = await browser.open(stolen.href)
    expect(
      await school.ask('/api/esia/finish', {
        handover: end.hash.replace('#/esia/', ''),
        secret: own.secret,
        device,
      }),
    ).toMatchObject({ status: 400, json: { error: 'startAgain' } })
  })

  it('a fresh code of somebody else: it is bound to the verifier of whom it was given to', async () => {
    const victim = await begin()
    const { url: back } = await new Browser(school.url).open(victim.url, redirect)
    const own = await begin()
    const stolen = new URL(back)
    stolen.searchParams.set('state', new URL(own.url).searchParams.get('state')!)
    const { url: end } = await new Browser(school.url).open(stolen.href)
    expect(
      await school.ask('/api/esia/finish', {
        handover: end.hash.replace('#/esia/', ''),
        secret: own.secret,
        device,
      }),
    ).toMatchObject({ status: 400, json: { error: 'startAgain' } })
  })

  it('an id token with another nonce', async () => {
    const { url, secret } = await begin()
    const tampered = new URL(url)
    tampered.searchParams.set('nonce', 'of-another-request')
    const { handover } = await there(tampered.href)
    expect(await school.ask('/api/esia/finish', { handover, secret, device })).toMatchObject({
      status: 400,
      json: { error: 'startAgain' },
    })
  })

  it('another browser’s return: it has not the secret of the page that began', async () => {
    const thief = await begin()
    const { handover } = await there(thief.url)
    const { secret } = await begin()
    expect(await school.ask('/api/esia/finish', { handover, secret, device })).toMatchObject({
      status: 400,
      json: { error: 'startAgain' },
    })
  })

  it('a link begun by another person, or finished as a sign-in', async () => {
    const other = await signIn(school, 'admin', '', true)
    const one = await begin('/api/esia/link', other.access)
    const { handover } = await there(one.url)
    const end = { handover, secret: one.secret }
    expect((await school.ask('/api/esia/linked', end, teacher.access)).json).toEqual({ error: 'startAgain' })
    const two = await begin('/api/esia/link', other.access)
    const back = await there(two.url)
    const finish = { handover: back.handover, secret: two.secret, device }
    expect((await school.ask('/api/esia/finish', finish)).json).toEqual({ error: 'startAgain' })
  })

  it('an unknown state, by a page that leads back to both apps', async () => {
    const response = await fetch(`${school.url}/api/esia/callback?code=a&state=b`)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toContain('href="/diary/"')
  })
})

it('writes neither code nor state nor handover into the log', async () => {
  const { url } = await begin()
  const browser = new Browser(school.url)
  const { url: back } = await browser.open(url, redirect)
  const { url: end } = await browser.open(back.href)
  expect(school.log()).toContain('/api/esia/callback')
  for (const secret of [...back.searchParams.values(), end.hash.slice(7)])
    if (secret !== provider.issuer) expect(school.log()).not.toContain(secret)
})

it('says that the provider is down, and the password goes on working', async () => {
  const { url, secret } = await begin()
  const { handover } = await there(url)
  await provider.stop()
  expect(await school.ask('/api/esia/finish', { handover, secret, device })).toMatchObject({
    status: 502,
    json: { error: 'providerDown' },
  })
  const typed = { login: 'trefilova', password: 'снег и луна', device }
  expect((await school.ask('/api/sign-in', typed)).status).toBe(200)
})

it('is not there where nobody has configured it', async () => {
  const plain = await startSchool()
  expect((await plain.ask('/api/school')).json).not.toHaveProperty('esia')
  expect((await plain.ask('/api/esia/begin', { app: 'journal' })).status).toBe(404)
  await plain.stop()
})
