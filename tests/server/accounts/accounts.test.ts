import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Account, isLogin } from '../../../server/accounts/account-store.ts'
import { Accounts } from '../../../server/accounts/accounts.ts'
import { deviceIdLength, userIdLength } from '../../../src/domain/ledger/ids.ts'
import { type AnyTables, startAnyTables } from '../store/any-tables.ts'

const password = 'снег и луна'
const device = { name: 'Планшет' }
const address = '192.0.2.1'
const minute = 60_000
const day = 86_400_000

let under: AnyTables
let time: number
let accounts: Accounts
let teacher: Account
let code: string

beforeEach(async () => {
  under = await startAnyTables()
  time = Date.parse('2026-02-02T04:00:00Z')
  accounts = new Accounts(under.tables, () => time)
  teacher = await accounts.create({ login: 'trefilova', person: 'p-12', administrator: false })
  code = await accounts.invite(teacher.user)
})

afterEach(() => under.close())

const first = (over: Partial<Parameters<Accounts['signIn']['withCode']>[0]> = {}) =>
  accounts.signIn.withCode({ login: 'trefilova', code, password, device, address, ...over })
const again = (over: Partial<Parameters<Accounts['signIn']['withPassword']>[0]> = {}) =>
  accounts.signIn.withPassword({ login: 'trefilova', password, device, address, ...over })

async function signedIn(outcome = first()) {
  const result = await outcome
  if (!result.ok) throw new Error(`not signed in: ${result.error}`)
  return result
}

describe('the first sign-in', () => {
  it('takes the code, however it is typed, and the password chosen', async () => {
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `
    const { user, login } = (await signedIn(first({ login: ' Trefilova', code: typed }))).account
    expect([user, login]).toEqual([teacher.user, 'trefilova'])
    expect((await again()).ok).toBe(true)
  })

  it('accepts letters of a keyboard left in Russian', async () => {
    const cyrillic: Record<string, string> = {
      A: 'А',
      C: 'С',
      E: 'Е',
      H: 'Н',
      K: 'К',
      M: 'М',
      P: 'Р',
      T: 'Т',
      X: 'Х',
    }
    expect((await first({ code: code.replace(/./g, (letter) => cyrillic[letter] ?? letter) })).ok).toBe(true)
  })

  it('gives ids of fixed length and tokens as the contract says', async () => {
    const { account, device, access, refresh, accessExpires } = await signedIn()
    expect(account.user).toHaveLength(userIdLength)
    expect(device).toHaveLength(deviceIdLength)
    expect([access.length, refresh.length, accessExpires - time]).toEqual([22, 43, 15 * minute])
  })

  it('needs the right code', async () => {
    expect(await first({ code: 'AAAAA-AAAAA' })).toEqual({ ok: false, error: 'wrongCredentials', left: 4 })
  })

  it('takes a code once; asked again for a lost answer, it signs in with the password just chosen', async () => {
    await signedIn()
    expect(await first({ password: 'другой пароль' })).toEqual({ ok: false, error: 'codeUsed' })
    expect((await first()).ok).toBe(true)
  })

  it('takes a code for 14 days', async () => {
    time += 14 * day
    expect(await first()).toEqual({ ok: false, error: 'codeExpired' })
  })

  it('takes only the newest code', async () => {
    const newest = await accounts.invite(teacher.user)
    expect(await first()).toMatchObject({ error: 'wrongCredentials' })
    expect((await first({ code: newest })).ok).toBe(true)
  })

  it('ends a code after ten wrong tries, whatever the pauses', async () => {
    for (let i = 0; i < 10; i++) {
      expect(await first({ code: 'AAAAA-AAAAA' })).toMatchObject({ error: 'wrongCredentials' })
      time += 20 * minute
    }
    expect(await first()).toEqual({ ok: false, error: 'codeExpired' })
  })

  it.each([
    'short',
    '12345678',
    'qwertyui',
    'йцукенгш',
    'trefilova',
    'Trefilova2026',
    'password1',
    'аааааааааа',
  ])('refuses the password %s', async (weak) => {
    expect(await first({ password: weak })).toEqual({ ok: false, error: 'weakPassword' })
  })

  it('with a new code replaces a forgotten password and signs the former devices out', async () => {
    const former = await signedIn()
    const fresh = await accounts.invite(teacher.user)
    const now = await signedIn(first({ code: fresh, password: 'новый пароль 7' }))
    expect(await accounts.authenticate(former.access)).toBeNull()
    expect((await accounts.authenticate(now.access))?.account.user).toBe(teacher.user)
    expect(await again()).toMatchObject({ error: 'wrongCredentials' })
  })
})

describe('signing in', () => {
  it('answers unknown logins, and those without a password, like wrong passwords', async () => {
    const wrong = { ok: false, error: 'wrongCredentials', left: 4 }
    expect(await again({ login: 'nobody' })).toEqual(wrong)
    expect(await again()).toEqual(wrong)
    expect(await first({ login: 'nobody2' })).toEqual(wrong)
  })

  it('takes about as long for an unknown login as for a known one', async () => {
    await signedIn()
    const took = async (login: string) => {
      const times: number[] = []
      for (let i = 0; i < 5; i++) {
        const before = performance.now()
        await again({ login, password: 'неверный пароль' })
        times.push(performance.now() - before)
        time += 20 * minute
      }
      return times.sort((a, b) => a - b)[2]!
    }
    const [known, unknown] = [await took('trefilova'), await took('nobody')]
    expect(unknown).toBeGreaterThan(known / 10)
    expect(known).toBeGreaterThan(unknown / 10)
  })

  it('pauses after five wrong tries, longer each time, and not for ever', async () => {
    await signedIn()
    const lefts: unknown[] = []
    for (let i = 0; i < 5; i++) lefts.push(await again({ password: 'неверный пароль' }))
    expect(lefts).toMatchObject([4, 3, 2, 1, 0].map((left) => ({ error: 'wrongCredentials', left })))
    expect(await again()).toEqual({ ok: false, error: 'tooMany', retryAfter: 15 })
    time += 15_000
    await again({ password: 'неверный пароль' })
    expect(await again()).toEqual({ ok: false, error: 'tooMany', retryAfter: 30 })
    for (let i = 0; i < 10; i++) {
      time += 15 * minute
      await again({ password: 'неверный пароль' })
    }
    expect(await again()).toEqual({ ok: false, error: 'tooMany', retryAfter: 15 * 60 })
    time += 15 * minute
    expect((await again()).ok).toBe(true)
    expect(await again({ password: 'неверный пароль' })).toMatchObject({ left: 4 })
  })

  it('counts parallel tries before it judges them', async () => {
    await signedIn()
    const tries = await Promise.all(Array.from({ length: 8 }, () => again({ password: 'неверный пароль' })))
    expect(tries.filter((outcome) => !outcome.ok && outcome.error === 'tooMany')).toHaveLength(3)
  })

  it('pauses an address that tries many logins, and lets others in', async () => {
    await signedIn()
    const tryFrom = (login: string) => accounts.signIn.withPassword({ login, password, device, address })
    for (let i = 0; i < 60; i += 10)
      await Promise.all(Array.from({ length: 10 }, (_, k) => tryFrom(`guess${i + k}`)))
    expect(await again()).toMatchObject({ error: 'tooMany' })
    expect((await again({ address: '192.0.2.2' })).ok).toBe(true)
  })

  it('gives each sign-in a device of its own', async () => {
    const one = await signedIn()
    const two = await signedIn(again({ device: { name: 'Класс 12' } }))
    expect(two.device).not.toBe(one.device)
    expect((await accounts.devices.list(teacher.user)).map(({ name }) => name).sort()).toEqual([
      'Класс 12',
      'Планшет',
    ])
  })

  it('keeps a log of who signed in when', async () => {
    const { device } = await signedIn()
    time += day
    await again({ password: 'неверный пароль' })
    const second = await signedIn(again())
    expect((await accounts.events.of(teacher.user)).map((e) => [e.kind, e.device])).toEqual([
      ['created', null],
      ['codeIssued', null],
      ['firstSignIn', device],
      ['wrongSecret', null],
      ['signIn', second.device],
    ])
    expect(await accounts.events.lastSignIn(teacher.user)).toBe(time)
  })
})

describe('tokens', () => {
  it('are not in the database', async () => {
    const { access, refresh } = await signedIn()
    const all = await under.dump()
    expect(all).toContain('trefilova')
    for (const secret of [access, refresh, password, code, code.replace('-', '')])
      expect(all).not.toContain(secret)
  })

  it('outlive a restart of the relay', async () => {
    const { access, refresh } = await signedIn()
    under = await under.again()
    accounts = new Accounts(under.tables, () => time)
    expect((await accounts.authenticate(access))?.account.login).toBe('trefilova')
    expect((await accounts.refresh(refresh)).ok).toBe(true)
  })

  it('expire after 15 minutes and are renewed by the refresh token', async () => {
    const { access, refresh } = await signedIn()
    time += 15 * minute
    expect(await accounts.authenticate(access)).toBeNull()
    const next = await accounts.refresh(refresh)
    expect(next.ok && (await accounts.authenticate(next.access))?.account.user).toBe(teacher.user)
  })

  it('survive any number of lost answers', async () => {
    const { refresh, device } = await signedIn()
    for (let i = 0; i < 5; i++) expect((await accounts.refresh(refresh)).ok).toBe(true)
    const last = await accounts.refresh(refresh)
    expect(last.ok && (await accounts.authenticate(last.access))?.device).toBe(device)
    expect(last.ok && (await accounts.refresh(last.refresh)).ok).toBe(true)
  })

  it.each(['access', 'refresh'] as const)(
    'show a theft when a replaced refresh token comes back after the new %s token was used',
    async (used) => {
      const gone: unknown[] = []
      accounts.onSignedOut((user, device) => gone.push([user, device]))
      const { refresh, device } = await signedIn()
      const next = await accounts.refresh(refresh)
      if (!next.ok) throw new Error('no new pair')
      if (used === 'access') await accounts.authenticate(next.access)
      else expect((await accounts.refresh(next.refresh)).ok).toBe(true)
      expect(await accounts.refresh(refresh)).toEqual({ ok: false, error: 'revoked' })
      expect(await accounts.refresh(next.refresh)).toEqual({ ok: false, error: 'revoked' })
      expect(await accounts.authenticate(next.access)).toBeNull()
      expect(gone).toEqual([[teacher.user, device]])
      expect((await accounts.events.of(teacher.user)).map(({ kind }) => kind)).toContain('tokenReused')
    },
  )

  it('are unknown when invented, and after half a year of silence', async () => {
    const { refresh } = await signedIn()
    expect(await accounts.refresh('A'.repeat(43))).toEqual({ ok: false, error: 'notSignedIn' })
    time += 100 * day
    const summer = await accounts.refresh(refresh)
    if (!summer.ok) throw new Error('signed out by a summer')
    time += 181 * day
    expect(await accounts.refresh(summer.refresh)).toEqual({ ok: false, error: 'notSignedIn' })
  })
})

describe('taking rights away', () => {
  it('revokes a device at once', async () => {
    const { access, refresh, device } = await signedIn()
    const other = await signedIn(again())
    expect(await accounts.revokeDevice(teacher.user, device)).toBe(true)
    expect(await accounts.revokeDevice(teacher.user, device)).toBe(false)
    expect(await accounts.authenticate(access)).toBeNull()
    expect(await accounts.refresh(refresh)).toEqual({ ok: false, error: 'revoked' })
    expect(await accounts.authenticate(other.access)).not.toBeNull()
    expect((await accounts.devices.list(teacher.user)).map(({ id }) => id)).toEqual([other.device])
  })

  it('signs other devices out when the password changes', async () => {
    const one = await signedIn()
    const two = await signedIn(again())
    const change = (old: string, fresh: string) =>
      accounts.signIn.changePassword(teacher, one.device, { old, new: fresh }, address)
    expect(await change('неверный пароль', 'новый пароль 7')).toMatchObject({ error: 'wrongCredentials' })
    expect(await change(password, 'слаб')).toEqual({ ok: false, error: 'weakPassword' })
    expect(await change(password, 'новый пароль 7')).toEqual({ ok: true })
    expect(await accounts.authenticate(one.access)).not.toBeNull()
    expect(await accounts.authenticate(two.access)).toBeNull()
    expect((await again({ password: 'новый пароль 7' })).ok).toBe(true)
  })

  it('of a disabled account leaves it the right to deliver what waits', async () => {
    const gone: unknown[] = []
    accounts.onSignedOut((user, device) => gone.push([user, device]))
    const { access, refresh } = await signedIn()
    await accounts.disable(teacher.user)
    expect(gone).toEqual([[teacher.user, undefined]])
    expect(await accounts.authenticate(access)).toBeNull()
    expect(await again()).toEqual({ ok: false, error: 'revoked' })
    const outcome = await accounts.refresh(refresh)
    const deliver = outcome.ok || outcome.error !== 'revoked' ? undefined : outcome.deliver
    expect(await accounts.authenticate(deliver ?? '')).toMatchObject({ deliverOnly: true })
    await accounts.enable(teacher.user)
    expect((await again()).ok).toBe(true)
  })
})

describe('a device that was lost', () => {
  const kept = { ticket: 't'.repeat(43), share: 's'.repeat(43), proof: 'p'.repeat(43) }
  const wrong = 'q'.repeat(43)

  it('is told so while it is locked, delivers what waits and nothing else', async () => {
    const { refresh, device } = await signedIn()
    expect(await accounts.standing(kept.ticket)).toBe('unknown')
    await accounts.shares.keep(teacher.user, device, kept)
    expect(await accounts.standing(kept.ticket)).toBe('known')
    expect(await accounts.forgetDevice(teacher.user, device)).toBe(true)
    expect(await accounts.forgetDevice(teacher.user, device)).toBe(false)
    expect(await accounts.standing(kept.ticket)).toBe('forgotten')
    const outcome = await accounts.refresh(refresh)
    const deliver = outcome.ok || outcome.error !== 'revoked' ? undefined : outcome.deliver
    expect(await accounts.authenticate(deliver ?? '')).toMatchObject({ deliverOnly: true, device })
    // Its person signs in on it again: it is known once more.
    await signedIn(again({ device: { name: 'Планшет', id: device } }))
    expect(await accounts.standing(kept.ticket)).toBe('known')
    await accounts.disable(teacher.user)
    expect(await accounts.standing(kept.ticket)).toBe('closed')
  })

  it('gets the share for the right proof; ten wrong ones in a row destroy it', async () => {
    const { device } = await signedIn()
    await accounts.shares.keep(teacher.user, device, kept)
    for (let left = 9; left > 0; left--)
      expect(await accounts.openShare(kept.ticket, wrong)).toEqual({ kind: 'wrong', left })
    expect(await accounts.openShare(kept.ticket, kept.proof)).toEqual({ kind: 'share', share: kept.share })
    for (let left = 9; left > 0; left--) await accounts.openShare(kept.ticket, wrong)
    expect(await accounts.openShare(kept.ticket, wrong)).toEqual({ kind: 'gone' })
    expect(await accounts.openShare(kept.ticket, kept.proof)).toEqual({ kind: 'gone' })
    expect(await accounts.openShare(wrong, kept.proof)).toEqual({ kind: 'gone' })
  })

  it('opens for two weeks more, so that entries on one that turns up can be delivered', async () => {
    const { device } = await signedIn()
    await accounts.shares.keep(teacher.user, device, kept)
    await accounts.forgetDevice(teacher.user, device)
    time += 13 * day
    expect((await accounts.openShare(kept.ticket, kept.proof)).kind).toBe('share')
    time += 2 * day
    expect(await accounts.openShare(kept.ticket, kept.proof)).toEqual({ kind: 'gone' })
  })
})

it('knows what may be a login', () => {
  expect(['ivanova', 'i.ivanova-2', '7a'].every(isLogin)).toBe(true)
  expect(['', 'Иванова', 'a b', '.a', 'a'.repeat(41)].some(isLogin)).toBe(false)
})
