import { afterAll, beforeAll, expect, test } from 'vitest'
import { Outbox } from '../../server/delivery/outbox.ts'
import { openPostgres, type PostgresDatabase } from '../../server/store/postgres-database.ts'
import { freshDatabase } from './databases.ts'
import { openPostgresParts, type PostgresParts } from './school-parts.ts'

/** Two servers before one school; each round races them on something new. */
const rounds = 6
const device = { name: 'Планшет' }
const time = Date.parse('2026-02-02T04:00:00Z')

let databases: PostgresDatabase[]
let nodes: PostgresParts[]
beforeAll(async () => {
  const at = await freshDatabase()
  databases = [await openPostgres(at), await openPostgres(at)]
  nodes = []
  for (const database of databases)
    nodes.push(
      await openPostgresParts(
        database,
        'school1',
        () => time,
        (error) => {
          throw error
        },
      ),
    )
})
afterAll(async () => {
  for (const database of databases) await database.close()
})

const password = 'снег и луна'
const accountsOf = (at: number) => nodes[at % 2]!.accounts
/** Both servers at once, several times over. */
const all = <T>(ask: (at: number) => Promise<T>, times = 2) =>
  Promise.all(Array.from({ length: times }, (_, at) => ask(at)))

async function account(login: string) {
  const { user } = await accountsOf(0).create({ login, person: '', administrator: false })
  return { user, code: await accountsOf(0).invite(user) }
}

async function signedIn(login: string) {
  const { user, code } = await account(login)
  const outcome = await accountsOf(0).signIn.withCode({ login, code, password, device, address: login })
  if (!outcome.ok) throw new Error(outcome.error)
  return { ...outcome, user }
}

test('a one-time code is taken once', async () => {
  for (let round = 0; round < rounds; round++) {
    const login = `code${round}`
    const { user, code } = await account(login)
    const found = await all((at) => accountsOf(at).signIn.redeem({ login, code, address: `${login}${at}` }))
    expect(found.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(found.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'codeUsed' })
    expect(await accountsOf(1).codeGoodUntil(user)).toBeUndefined()
  }
})

test('of two tokens that one refresh token was traded for, one goes on and the other is a theft', async () => {
  for (let round = 0; round < rounds; round++) {
    const { refresh, user, device: id } = await signedIn(`pair${round}`)
    // The answer of one was lost: both are of one generation.
    const pairs = await all((at) => accountsOf(at).refresh(refresh))
    const next = await all((at) => {
      const pair = pairs[at]!
      return accountsOf(at).refresh(pair.ok ? pair.refresh : '')
    })
    expect(next.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(next.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'revoked' })
    // Whoever won: the device is outside, since somebody else has its tokens.
    expect((await accountsOf(0).devices.find(user, id))?.revoked).toBe(true)
    const winner = next.find(({ ok }) => ok)
    expect(winner?.ok && (await accountsOf(1).authenticate(winner.access))).toBeNull()
  }
})

test('parallel tries at both servers count as many, and no more than the free ones are judged', async () => {
  for (let round = 0; round < 3; round++) {
    const login = `guess${round}`
    await account(login)
    const tries = await all(
      (at) =>
        accountsOf(at).signIn.withPassword({
          login,
          password: 'не тот пароль',
          device,
          address: `${login}${at}`,
        }),
      10,
    )
    expect(tries.map((outcome) => (outcome.ok ? '' : outcome.error)).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'tooMany'),
      ...Array.from({ length: 5 }, () => 'wrongCredentials'),
    ])
  }
})

test('a device’s share survives nine wrong PINs and no more, whichever server is asked', async () => {
  const { user, device: id } = await signedIn('shares')
  for (let round = 0; round < rounds; round++) {
    const kept = { ticket: `ticket${round}`, share: 'share', proof: 'right' }
    await accountsOf(round).shares.keep(user, id, kept)
    const found = await all((at) => accountsOf(at).openShare(kept.ticket, 'wrong'), 14)
    expect(found.filter(({ kind }) => kind === 'wrong')).toHaveLength(9)
    expect(await accountsOf(0).openShare(kept.ticket, 'right')).toEqual({ kind: 'gone' })
  }
})

test('a person gets one account, and two of one name two logins', async () => {
  for (let round = 0; round < rounds; round++) {
    const name = { last: `Петрова${'абвгдежзиклм'[round]}`, first: 'Анна' }
    const same = await all((at) => accountsOf(at).ofPerson(`p${round}`, name), 4)
    expect(new Set(same.map(({ user }) => user)).size).toBe(1)
    const others = await all((at) => accountsOf(at).ofPerson(`q${round},${at}`, name), 4)
    expect(new Set(others.map(({ login }) => login)).size).toBe(4)
    const family = await all((at) => accountsOf(at).admit(`pupil${round}`, 'g1', name, undefined), 4)
    expect(new Set(family.map(({ user }) => user)).size).toBe(1)
  }
})

test('a letter is taken by one server', async () => {
  const outboxes = nodes.map(({ tables }) => new Outbox(tables, 60_000))
  for (let round = 0; round < rounds; round++) {
    const letter = { way: 'email', pupil: 'p1', person: 'g1', subject: '', text: '', due: 1 } as const
    await outboxes[0]!.put([{ ...letter, key: `letter${round}` }])
    const taken = await all((at) => outboxes[at % 2]!.take('email', time))
    expect(taken.filter(Boolean)).toMatchObject([{ key: `letter${round}` }])
    await outboxes[0]!.settle(`letter${round}`, 'accepted')
  }
})
